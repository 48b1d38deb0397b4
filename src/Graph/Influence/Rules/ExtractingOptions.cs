namespace InfluencerMap.Graph.Influence;

/// <summary>Which ties the stage Extract keeps.</summary>
/// <remarks>Where the defaults come from: docs/measures.md, "Influence".</remarks>
public sealed record ExtractingOptions
{
    /// <summary>
    /// How many standard deviations a tie must stand above what the two people's volumes explain, to stay in the graph;
    /// null keeps every tie.
    /// </summary>
    /// <value>Default 1.28 (Coscia and Neffke 2017).</value>
    public double? Backbone { get; init; } = 1.28;

    /// <summary>
    /// Strongest ties of each person that stay whatever the backbone says, so that nobody is isolated by it.
    /// </summary>
    /// <value>Default 3 ties.</value>
    public int BackboneKeep { get; init => field = OptionBounds.AtLeast(0, value, nameof(BackboneKeep)); } = 3;
}
