using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph;

/// <summary>How much of each person's contact lies in other groups than their own.</summary>
public static class CrossGroupTies
{
    /// <summary>E–I index and shares of ties and of strength to other groups, of every node. Exact.</summary>
    /// <param name="graph">Read in both directions; of a directed graph a mutual pair has two ties.</param>
    /// <param name="groups">The group of each node; ties with those without one are not counted.</param>
    /// <exception cref="ArgumentException">Graph and grouping are not of one size.</exception>
    /// <remarks>
    /// Krackhardt and Stern 1988: (E − I) / (E + I) with E ties to other groups and I to one's own, so that it is
    /// 2 · share of ties − 1. O(arcs).
    /// </remarks>
    public static CrossGroupResult Compute(InteractionGraph graph, Grouping groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        groups.RequireFor(graph);
        var result = new CrossGroupResult(graph.NodeCount);
        var everywhere = default(CrossCount);
        foreach (var node in Node.Each(graph.NodeCount))
        {
            if (!groups.Holds(node))
            {
                result.Absences[node] = Absence.NoUnit;
                continue;
            }
            var count = CrossCount.Of(node, graph, groups);
            everywhere = new(everywhere.Across + count.Across, everywhere.All + count.All, 0, 0);
            if (count.All == 0)
                result.Absences[node] = Absence.NoTies;
            result.ShareOfTies[node] = count.ShareOfTies;
            result.ShareOfStrength[node] = count.ShareOfStrength;
            result.EiIndex[node] = count.EiIndex;
        }
        result.EiIndexOfAll = everywhere.EiIndex;
        return result;
    }
}

/// <summary>What <see cref="CrossGroupTies"/> found, in node order; null where a figure cannot be told.</summary>
public sealed class CrossGroupResult
{
    internal CrossGroupResult(int nodeCount)
    {
        (EiIndex, ShareOfTies) = (new double?[nodeCount], new double?[nodeCount]);
        (ShareOfStrength, Absences) = (new double?[nodeCount], new Absence?[nodeCount]);
    }

    /// <summary>−1 where all ties are within the own group, 1 where none is.</summary>
    public double?[] EiIndex { get; }

    /// <summary>Ties to other groups as a share of all ties: 0 … 1.</summary>
    public double?[] ShareOfTies { get; }

    /// <summary>Their strength as a share of the strength of all: 0 … 1.</summary>
    public double?[] ShareOfStrength { get; }

    /// <summary>Why a node has no figures: no group of its own, or no tie with anybody who has one.</summary>
    public Absence?[] Absences { get; }

    /// <summary>E–I index of the whole graph: over all ties between people with a group; null without any.</summary>
    public double? EiIndexOfAll { get; internal set; }
}

/// <summary>Ties and strength to other groups and altogether; strength in units of the node's strongest tie.</summary>
internal readonly record struct CrossCount(long Across, long All, double StrengthAcross, double Strength)
{
    public double? ShareOfTies => All > 0 ? (double)Across / All : null;

    public double? ShareOfStrength => All > 0 ? StrengthAcross / Strength : null;

    public double? EiIndex => All > 0 ? (double)(Across - (All - Across)) / All : null;

    public static CrossCount Of(Node node, InteractionGraph graph, Grouping groups)
    {
        var outRow = graph.OutOffsets[node]..graph.OutOffsets[node + 1];
        var inRow = graph.IsDirected ? graph.InOffsets[node]..graph.InOffsets[node + 1] : ..0;
        var targets = Node.Of(graph.OutTargets[outRow]);
        var sources = Node.Of(graph.InSources[inRow]);
        var unit = Math.Max(
            Strongest(targets, graph.OutStrengths[outRow], groups),
            Strongest(sources, graph.InStrengths[inRow], groups));
        return default(CrossCount)
            .With(node, targets, graph.OutStrengths[outRow], unit, groups)
            .With(node, sources, graph.InStrengths[inRow], unit, groups);
    }

    private CrossCount With(
        Node node, ReadOnlySpan<Node> others, ReadOnlySpan<double> strengths, double unit, Grouping groups)
    {
        var (across, all, strengthAcross, sum) = this;
        for (var i = 0; i < others.Length; i++)
        {
            if (!groups.Holds(others[i]))
                continue;
            var isAcross = groups.Of(others[i]) != groups.Of(node);
            (all, sum) = (all + 1, sum + strengths[i] / unit);
            if (isAcross)
                (across, strengthAcross) = (across + 1, strengthAcross + strengths[i] / unit);
        }
        return new(across, all, strengthAcross, sum);
    }

    private static double Strongest(ReadOnlySpan<Node> others, ReadOnlySpan<double> strengths, Grouping groups)
    {
        var strongest = 0.0;
        for (var i = 0; i < others.Length; i++)
            strongest = groups.Holds(others[i]) ? Math.Max(strongest, strengths[i]) : strongest;
        return strongest;
    }
}
