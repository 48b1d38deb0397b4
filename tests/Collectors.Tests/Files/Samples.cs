using InfluencerMap.Collectors.Files;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Tests.Files;

/// <summary>The made samples of every format, under <c>tests/Collectors.Tests/Samples</c>.</summary>
internal static class Samples
{
    public static string Folder { get; } =
        Path.Combine(SharedData.RepositoryRoot, "tests", "Collectors.Tests", "Samples");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Reads a sample by its detected format.</summary>
    public static Collected Read(string name, string? format = null, InteractionsCsvOptions? options = null)
    {
        using var files = SourceFiles.Open(Path.IsPathRooted(name) ? name : PathOf(name));
        return Read(files, format, options);
    }

    public static Collected Read(SourceFiles files, string? format, InteractionsCsvOptions? options)
    {
        var read = new FormatRead
        {
            Accounts = new([]),
            Options = options ?? new() { CompanyAccount = true },
        };
        var reader = format is null ? InteractionFormats.Detect(files) : InteractionFormats.Named(format);
        Interaction[] interactions = [.. reader.Read(files, read)];
        return new(interactions, read.Accounts, read.Report) { Format = reader.Name };
    }
}
