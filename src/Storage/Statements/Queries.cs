using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>
/// The statements and migrations of one dialect, from the files embedded in this assembly. A statement lies in
/// Sql/common, or in the folder of each dialect where the dialects differ, in a folder for its subject.
/// </summary>
internal sealed class Queries
{
    private static readonly string[] Embedded = typeof(Queries).Assembly.GetManifestResourceNames();

    private static readonly ILookup<string, string> Files =
        Embedded.Where(name => name.StartsWith("Sql/", StringComparison.Ordinal)).ToLookup(NameOf);

    private readonly Dictionary<Query, string> _texts;

    /// <exception cref="InvalidOperationException">Files are missing or doubled: the message names them.</exception>
    /// <param name="dialect">The folder of the statements that are not in Sql/common.</param>
    /// <param name="migrations">The folder of the migrations, where it is not that of the dialect.</param>
    public Queries(string dialect, string? migrations = null)
    {
        _texts = Choose(dialect, Files).ToDictionary(chosen => chosen.Key, chosen => Read(chosen.Value));
        Migrations = [.. Embedded
            .Where(name => name.StartsWith($"Migrations/{migrations ?? dialect}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];
    }

    /// <summary>The migrations in order; applying the first n makes schema version n.</summary>
    public IReadOnlyList<string> Migrations { get; }

    public string this[Query query] => _texts[query];

    /// <summary>The name that a statement's file bears, whatever its folder.</summary>
    internal static string NameOf(Query query) => JsonNamingPolicy.SnakeCaseLower.ConvertName(query.ToString());

    /// <summary>The one file of each statement.</summary>
    /// <param name="dialect">The folder of the statements that are not in Sql/common.</param>
    /// <param name="files">By the name that they bear.</param>
    /// <exception cref="InvalidOperationException">Files are missing or doubled: the message names them.</exception>
    internal static Dictionary<Query, string> Choose(string dialect, ILookup<string, string> files)
    {
        var found = Enum.GetValues<Query>().ToDictionary(
            query => query, query => files[NameOf(query)].Where(file => IsFor(dialect, file)).ToArray());
        string[] doubled =
            [.. found.Values.Where(paths => paths.Length > 1).SelectMany(paths => paths.Order(StringComparer.Ordinal))];
        if (doubled.Length > 0)
            throw new InvalidOperationException($"One statement in several files: {string.Join(", ", doubled)}.");
        string[] missing = [.. found.Where(one => one.Value.Length == 0).Select(one => $"{NameOf(one.Key)}.sql")];
        return missing.Length > 0
            ? throw new InvalidOperationException(
                $"Not embedded in Sql/common or Sql/{dialect}: {string.Join(", ", missing)}.")
            : found.ToDictionary(one => one.Key, one => one.Value[0]);
    }

    private static bool IsFor(string dialect, string file) =>
        file.StartsWith("Sql/common/", StringComparison.Ordinal)
        || file.StartsWith($"Sql/{dialect}/", StringComparison.Ordinal);

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(Queries).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
