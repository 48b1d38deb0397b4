namespace InfluencerMap.Graph.Influence;

/// <summary>A ranking with what it was made from, to be made again otherwise.</summary>
/// <param name="Interactions">As stored, before hygiene.</param>
/// <param name="People">The people of the graph.</param>
/// <param name="Chart">Who reports to whom.</param>
/// <param name="Period">The span of events.</param>
/// <param name="Options">How events became the ranking.</param>
/// <param name="Graph">The graph that was ranked.</param>
/// <param name="Ranking">Everyone, by rank; the unmeasurable after all others.</param>
public sealed record RankedEvents(
    Interaction[] Interactions, PersonIndex People, OrgChart Chart, Period Period, InfluenceOptions Options,
    InteractionGraph Graph, IReadOnlyList<RankedPerson> Ranking);
