using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary>The network that <c>measure</c> was given, its weights read as the measure needs them.</summary>
/// <param name="Ids">The id of each node.</param>
/// <param name="Graph">
/// With the weights as strengths, or as lengths where <paramref name="Lengths"/> are given.
/// </param>
/// <param name="Lengths">Lengths of its ties; null where every tie is one step.</param>
/// <param name="Notes">What the reader should know of how the file was read: a sentence each.</param>
internal sealed record MeasuredNetwork(
    NodeIds Ids, InteractionGraph Graph, TieLengths? Lengths, IReadOnlyList<string> Notes)
{
    public static MeasuredNetwork Read(MeasureRequest request, CancellationToken cancellation)
    {
        var list = EdgeList.Read(request.Path, request.ListOptions, cancellation);
        if (request.IsWeighted && request.Reading != WeightReading.Length)
            KeepSumsFinite(list.Ties, request);
        var graph = GraphBuilder.Build(
            list.Ids.Count, list.Ties, request.Directed,
            request.IsWeighted && request.Reading == WeightReading.Length
                ? ParallelTies.KeepLeast
                : ParallelTies.AddStrengths);
        var notes = new List<string>(list.Notes);
        if (list.Ties.Length == 0)
            notes.Add("There is no edge in the file; lines that begin with # or % are comments.");
        if (graph.SelfTieCount + graph.MergedTieCount > 0)
            notes.Add(CountRows(list.Ties.Length, graph, request));
        if (request.IsWeighted)
            notes.Add(SayReading(request));
        return request switch
        {
            { IsWeighted: false } => new(list.Ids, graph, null, notes),
            { IsOfPaths: true } => new(list.Ids, graph, LengthsOf(graph, request), notes),
            { Reading: WeightReading.Length } => new(list.Ids, Inverted(graph), null, notes),
            _ => new(list.Ids, graph, null, notes),
        };
    }

    private static TieLengths LengthsOf(InteractionGraph graph, MeasureRequest request) => request.Reading switch
    {
        WeightReading.Strength => TieLengths.FromStrengths(graph),
        WeightReading.Inverse => TieLengths.FromInverseStrengths(graph, request.EqualWithin),
        _ => TieLengths.FromRealValues(graph, request.EqualWithin),
    };

    /// <summary>
    /// Where strengths may add up beyond what a double holds, all become smaller by one power of two, which changes
    /// neither walks nor lengths. A sum itself would be wrong by that, and what a resolution is compared with: then the
    /// file is refused.
    /// </summary>
    private static void KeepSumsFinite(Tie[] ties, MeasureRequest request)
    {
        var sum = 0.0;
        foreach (var tie in ties)
            sum += tie.Strength;
        if (double.IsFinite(sum))
            return;
        if (request is { Measure: MeasureName.Degree }
            or { Measure: MeasureName.Leiden, Quality: CommunityQuality.Cpm })
            throw new FailedException(
                $"{Path.GetFileName(request.Path)}: the strengths add up to more than {double.MaxValue:0.0e+0}, the "
                + "largest number there is; divide all of them by one number.");
        var exponent = -Math.ILogB(ties.Length) - 2;
        foreach (ref var tie in ties.AsSpan())
            tie = tie with { Strength = Math.Max(Math.ScaleB(tie.Strength, exponent), double.Epsilon) };
    }

    /// <summary>The same ties with strengths of 1 / length.</summary>
    private static InteractionGraph Inverted(InteractionGraph graph)
    {
        var ties = new List<Tie>(graph.ArcCount);
        for (var node = 0; node < graph.NodeCount; node++)
            for (var arc = graph.OutOffsets[node]; arc < graph.OutOffsets[node + 1]; arc++)
                if (graph.OutTargets[arc] is var target && (graph.IsDirected || node < target))
                    ties.Add(new(node, target, Inverse(graph.OutStrengths[arc])));
        return GraphBuilder.Build(graph.NodeCount, [.. ties], graph.IsDirected);
    }

    private static double Inverse(double length) => double.IsFinite(1 / length)
        ? 1 / length
        : throw new FailedException(
            $"A length of {length} has no inverse that is a number; multiply all lengths by one number.");

    private static string CountRows(int rowCount, InteractionGraph graph, MeasureRequest request)
    {
        var how = !request.IsWeighted ? ""
            : request.Reading == WeightReading.Length ? ", the shortest kept" : ", strengths added";
        return $"{rowCount:N0} rows: {graph.SelfTieCount:N0} from a node to itself left out, {graph.MergedTieCount:N0} "
            + $"merged into an earlier one of the same two nodes{how}.";
    }

    private static string SayReading(MeasureRequest request) => (request.IsOfPaths, request.Reading) switch
    {
        (true, WeightReading.Length) =>
            "Weights are read as lengths: larger is farther. Where larger is closer, as with counts, say "
            + "--weights strength.",
        (true, WeightReading.Strength) =>
            "Weights are read as strengths: larger is closer, and lengths 1 to 8 follow from them.",
        (true, _) => "Weights are read as strengths: larger is closer, and lengths are 1 / weight.",
        (_, WeightReading.Length) => "Weights are read as lengths: larger is farther, and strengths are 1 / weight.",
        _ => "Weights are read as strengths: larger is closer. Where larger is farther, say --weights length.",
    };
}
