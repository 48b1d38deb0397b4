namespace InfluencerMap.Graph.Influence;

/// <summary>What the stage Measure reads as the distance of two people.</summary>
public sealed record MeasuringOptions
{
    /// <summary>Whether betweenness uses lengths 1 … 8 from strengths rather than steps.</summary>
    /// <value>Default false.</value>
    public bool Lengths { get; init; }
}
