using System.Buffers;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>
/// Scores as <c>node,score</c> or <c>source,target,score</c>, empty where there is none. Ids stand as the file has
/// them, in quotes where they hold a comma (RFC 4180), so that they can be joined with the file again.
/// </summary>
internal static class ScoreRows
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <param name="network">What was measured; of an undirected tie the lower node comes first.</param>
    /// <param name="scores">Of its nodes or ties; written so that reading gives the same number.</param>
    /// <param name="top">
    /// Only this many, highest first, equal ones in the order of ids; null for all, in that order.
    /// </param>
    /// <param name="file">Where to; null for standard output.</param>
    public static void Write(MeasuredNetwork network, Scores scores, int? top, string? file)
    {
        using var output = new StreamWriter(file is null ? Console.OpenStandardOutput() : File.Create(file));
        output.NewLine = "\n";
        output.WriteLine($"{(scores.OfTies ? "source,target" : "node")},{scores.Column}");
        var rows = scores.OfTies
            ? Ties(network)
            : Node.Each(network.Ids.Count).Select(node => (Place: node.Index, From: node, To: node));
        if (top is { } count)
            rows = rows.Where(row => scores.Values[row.Place] is not null)
                .OrderByDescending(row => scores.Values[row.Place]).ThenBy(row => row.Place).Take(count);
        foreach (var (place, from, to) in rows)
            output.WriteLine(
                $"{Quote(network.Ids[from])},{(scores.OfTies ? Quote(network.Ids[to]) + "," : "")}"
                + $"{scores.Values[place]:R}");
        if (scores.AbsenceOf is not { } absenceOf)
            return;
        foreach (var (why, nodes) in Node.Each(network.Ids.Count).Select(absenceOf).OfType<Absence>().CountBy(a => a))
            Console.Error.WriteLine($"{nodes:N0} of {network.Ids.Count:N0} nodes have no score: {why.Code()}.");
    }

    private static IEnumerable<(int Place, Node From, Node To)> Ties(MeasuredNetwork network)
    {
        var graph = network.Graph;
        foreach (var node in Node.Each(graph.NodeCount))
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                if (graph.IsDirected || node < graph.OutTargets[arc])
                    yield return (arc, node, new(graph.OutTargets[arc]));
    }

    private static string Quote(string id) => id.AsSpan().ContainsAny(Quoted) || id.Trim().Length < id.Length
        ? $"\"{id.Replace("\"", "\"\"")}\""
        : id;
}
