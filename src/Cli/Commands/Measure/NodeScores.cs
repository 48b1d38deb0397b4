using System.Buffers;
using InfluencerMap.Collectors;

namespace InfluencerMap.Cli;

/// <summary>
/// Scores as <c>node,score</c>. Ids stand as the file has them, in quotes where they hold a comma (RFC 4180), so that
/// they can be joined with the file again.
/// </summary>
internal static class NodeScores
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <param name="ids">The id of each node, in order.</param>
    /// <param name="scores">Parallel to the ids; written so that reading gives the same number.</param>
    /// <param name="top">
    /// Only this many, highest first, equal ones in the order of ids; null for all, in that order.
    /// </param>
    /// <param name="file">Where to; null for standard output.</param>
    /// <param name="column">What the scores are called.</param>
    public static void Write(NodeIds ids, double[] scores, int? top, string? file, string column)
    {
        using var output = new StreamWriter(file is null ? Console.OpenStandardOutput() : File.Create(file));
        output.NewLine = "\n";
        output.WriteLine($"node,{column}");
        var nodes = Enumerable.Range(0, ids.Count);
        if (top is { } count)
            nodes = nodes.OrderByDescending(node => scores[node]).ThenBy(node => node).Take(count);
        foreach (var node in nodes)
            output.WriteLine($"{Quote(ids[new(node)])},{scores[node]:R}");
    }

    private static string Quote(string id) => id.AsSpan().ContainsAny(Quoted) || id.Trim().Length < id.Length
        ? $"\"{id.Replace("\"", "\"\"")}\""
        : id;
}
