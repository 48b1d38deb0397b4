namespace InfluencerMap.Graph.Influence;

/// <summary>How the stage Blend makes one score of the measures, and whom it ranks.</summary>
/// <remarks>Where the defaults come from: docs/measures.md, "Influence".</remarks>
public sealed record BlendingOptions
{
    /// <summary>
    /// How much each measure's standing adds to the score. Checked when people are ranked: the weights may be set one
    /// after the other, and only together sum to 1.
    /// </summary>
    public BlendWeights Blend { get; init; } = new();

    /// <summary>Interactions that a person must have taken part in to be ranked; fewer is "not measurable".</summary>
    /// <value>Default 10 interactions, after hygiene.</value>
    public int EventsMin { get; init => field = OptionBounds.AtLeast(0, value, nameof(EventsMin)); } = 10;

    /// <summary>
    /// Weeks with interactions that a person must have to be ranked, where the data spans
    /// <see cref="HistoryDaysMin"/>; fewer is "not measurable".
    /// </summary>
    /// <value>Default 6 weeks.</value>
    public int ActiveWeeksMin { get; init => field = OptionBounds.AtLeast(0, value, nameof(ActiveWeeksMin)); } = 6;

    /// <summary>Days of data under which a ranking is called provisional: short history.</summary>
    /// <value>Default 42 days, six weeks.</value>
    public int HistoryDaysMin { get; init => field = OptionBounds.AtLeast(0, value, nameof(HistoryDaysMin)); } = 42;

    /// <summary>Days of data under which no surprise is shown.</summary>
    /// <value>Default 56 days, eight weeks.</value>
    public int SurpriseDaysMin { get; init => field = OptionBounds.AtLeast(0, value, nameof(SurpriseDaysMin)); } = 56;
}
