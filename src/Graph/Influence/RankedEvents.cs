namespace InfluencerMap.Graph.Influence;

/// <summary>A ranking with what it was made from, to be made again otherwise.</summary>
public sealed record RankedEvents
{
    /// <summary>As stored, before hygiene.</summary>
    public required Interaction[] Interactions { get; init; }

    /// <summary>The people of the graph.</summary>
    public required PersonIndex People { get; init; }

    /// <summary>Who reports to whom.</summary>
    public required OrgChart Chart { get; init; }

    /// <summary>The span of events.</summary>
    public required Period Period { get; init; }

    /// <summary>How events became the ranking.</summary>
    public required InfluenceOptions Options { get; init; }

    /// <summary>The graph that was ranked.</summary>
    public required InteractionGraph Graph { get; init; }

    /// <summary>Everyone, by rank; the unmeasurable after all others.</summary>
    public required IReadOnlyList<RankedPerson> Ranking { get; init; }
}
