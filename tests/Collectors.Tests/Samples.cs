using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests;

/// <summary>The made samples of every format, under <c>tests/Collectors.Tests/Samples</c>.</summary>
internal static class Samples
{
    public static string Folder { get; } =
        Path.Combine(SharedData.RepositoryRoot, "tests", "Collectors.Tests", "Samples");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>
    /// A folder in a format's folder is one sample, and so are mails in files of their own; else a file by itself.
    /// </summary>
    public static IEnumerable<string> NamesOf(string format) =>
        format is "maildir" or "eml" ? [""]
            : new DirectoryInfo(PathOf(format)).GetFileSystemInfos().Select(entry => entry.Name)
                .Order(StringComparer.Ordinal);

    /// <summary>The files of one sample, named as they are in its folder.</summary>
    public static (string Name, byte[] Bytes)[] FilesOf(string format, string name)
    {
        var path = Path.Combine(PathOf(format), name);
        if (File.Exists(path))
            return [(name, File.ReadAllBytes(path))];
        return
        [
            .. Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), File.ReadAllBytes(file))),
        ];
    }

    /// <summary>The same between people who have the numbers of the accounts.</summary>
    public static Interaction<PersonId> BetweenPeople(Interaction<AccountId> read) => new(
        read.EventId, read.At, new(read.Source.Value), new(read.Target.Value), read.Channel, read.Role,
        read.AudienceSize) { Minutes = read.Minutes };

    /// <summary>And back.</summary>
    public static Interaction<AccountId> BetweenAccounts(Interaction<PersonId> kept) => new(
        kept.EventId, kept.At, new(kept.Source.Value), new(kept.Target.Value), kept.Channel, kept.Role,
        kept.AudienceSize) { Minutes = kept.Minutes };

    /// <summary>Reads a sample by its detected format.</summary>
    public static Collected Read(
        string name, string? format = null, InteractionsCsvOptions? options = null, CsvFormat? csv = null)
    {
        using var files = SourceFiles.Open(Path.IsPathRooted(name) ? name : PathOf(name));
        return Read(files, format, options, csv);
    }

    /// <summary>The same of one that is taken for a format and gives these events.</summary>
    public static Collected Give(string name, string format, params string[] events)
    {
        var read = Read(name);
        Assert.Equal(format, read.Format);
        Assert.Equal(events, read.Events());
        return read;
    }

    public static Collected Read(
        SourceFiles files, string? format, InteractionsCsvOptions? options, CsvFormat? csv = null)
    {
        var read = new FormatRead
        {
            Accounts = new([]),
            Csv = csv ?? CsvFormat.Default,
            Options = options ?? new() { CompanyAccount = true },
        };
        var choice = FormatChoice.Of(files, format, read.Csv);
        Interaction<AccountId>[] interactions = [.. choice.Read(read)];
        // Nothing is lost silently, by any reader, on any input: each row found ended in one place.
        Assert.Equal(
            read.Report.RowsRead,
            read.Report.RowsGiven + read.Report.RowsSetAside.Values.Sum() + read.Report.RowsUnreadable);
        return new(interactions, read.Accounts, read.Report) { Format = choice.Main.Name };
    }
}
