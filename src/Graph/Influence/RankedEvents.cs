using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>A ranking with what it was made from, to be made again otherwise.</summary>
/// <param name="Interactions">As stored, before hygiene; fastest in the order of <see cref="Hygiene.Order"/>.</param>
/// <param name="People">The people of the graph.</param>
/// <param name="Chart">Who reports to whom.</param>
/// <param name="Period">The span of events.</param>
/// <param name="Options">How events became the ranking.</param>
/// <param name="Graph">The graph that was ranked.</param>
/// <param name="Activity">How much was seen of each person.</param>
/// <param name="Ranking">Everyone, by rank; the unmeasurable after all others.</param>
public sealed record RankedEvents(
    ArraySegment<Interaction> Interactions, PersonIndex People, OrgChart Chart, Period Period, InfluenceOptions Options,
    InteractionGraph Graph, Activity Activity, IReadOnlyList<RankedPerson> Ranking)
{
    /// <summary>
    /// Whether all shortest paths of another graph are those of this one: the same arcs, and the same strengths where
    /// these are lengths.
    /// </summary>
    internal bool SharesPathsWith(InteractionGraph graph) =>
        Graph.OutOffsets.SequenceEqual(graph.OutOffsets) && Graph.OutTargets.SequenceEqual(graph.OutTargets)
        && (!Options.Lengths || SharesStrengthsWith(graph));

    /// <summary>Of a graph with the same arcs.</summary>
    internal bool SharesStrengthsWith(InteractionGraph graph) => Graph.OutStrengths.SequenceEqual(graph.OutStrengths);
}
