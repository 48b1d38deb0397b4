using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary>People named on the command line or in a file, by id or key.</summary>
internal static class PeopleList
{
    public static Task<int[]> ReadAsync(Store store, string? text, CancellationToken cancellation) =>
        FindAsync(store, (text ?? "").Split(','), "the list", cancellation);

    /// <summary>One person a line; null without a file.</summary>
    public static async Task<int[]?> ReadFileAsync(Store store, string? path, CancellationToken cancellation) =>
        path is null
            ? null
            : await FindAsync(
                store, await File.ReadAllLinesAsync(SharedOptions.RequireFile(path), cancellation),
                Path.GetFileName(path), cancellation);

    private static async Task<int[]> FindAsync(
        Store store, string[] entries, string place, CancellationToken cancellation)
    {
        var found = new List<int>();
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if (string.IsNullOrWhiteSpace(entries[entry]))
                continue;
            found.Add(await store.People.FindAsync(entries[entry], cancellation)
                ?? throw new FailedException(
                    $"Entry {entry + 1} of {place} is nobody's id or key. Look people up with rank."));
        }
        return [.. found.Distinct()];
    }
}
