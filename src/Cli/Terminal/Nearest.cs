namespace InfluencerMap.Cli;

/// <summary>What somebody most likely meant by a word that there is not.</summary>
internal static class Nearest
{
    private const int Shown = 10;

    /// <summary>The word with the fewest letters changed, in any case; null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var limit = Math.Max(1, word.Length / 3);
        return known.Select(one => (Word: one, Distance: Distance(word.ToLowerInvariant(), one.ToLowerInvariant())))
            .Where(one => one.Distance <= limit)
            .OrderBy(one => one.Distance).ThenBy(one => one.Word, StringComparer.Ordinal)
            .Select(one => one.Word).FirstOrDefault();
    }

    /// <summary>The nearest as a question; where none is near, what there is.</summary>
    public static string Among(string[] known, string word) => To(word, known) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"There are {string.Join(", ", known.Take(Shown))}"
            + (known.Length > Shown ? $" and {known.Length - Shown:N0} more." : ".");

    /// <summary>Letters to put in, take out, replace or swap with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                distance[i, j] = Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
                    distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        return distance[a.Length, b.Length];
    }
}
