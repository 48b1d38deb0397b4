namespace InfluencerMap.Graph.Influence;

/// <summary>What the stage Clean sets aside.</summary>
/// <remarks>Where the defaults come from: docs/measures.md, "Influence".</remarks>
public sealed record CleaningOptions
{
    /// <summary>
    /// Whether ties come from nominations alone; else of everything but them. The layers are never mixed: one is
    /// what people say of each other, the other what was seen.
    /// </summary>
    /// <value>Default false.</value>
    public bool Nominations { get; init; }

    /// <summary>
    /// Share of somebody's mail sent by one delegate, from which on the two are a pair to review.
    /// </summary>
    /// <value>Default 0.3: the position of either may be the other's.</value>
    public double DelegatedMax { get; init => field = OptionBounds.Share(value, nameof(DelegatedMax)); } = 0.3;

    /// <summary>What an account does that no person does; null looks for no programs.</summary>
    public BotLimits? Bots { get; init; } = new();

    /// <summary>Largest audience whose interactions make ties; larger ones are broadcasts and are set aside.</summary>
    /// <value>
    /// Default 10 recipients (Gimeno); 20 is the wide choice. Meetings have <see cref="MeetingPeopleMax"/>.
    /// </value>
    public int AudienceMax { get; init => field = OptionBounds.AtLeast(1, value, nameof(AudienceMax)); } = 10;

    /// <summary>Most people, organiser included, whose meeting makes ties.</summary>
    /// <value>Default 30 people.</value>
    public int MeetingPeopleMax { get; init => field = OptionBounds.AtLeast(2, value, nameof(MeetingPeopleMax)); } = 30;

    /// <summary>
    /// Whether a series of meetings counts once a week (Monday to Sunday, UTC) between two people; readers give its
    /// meetings of a week one event id, so that meetings of one id that begin at different times are a series.
    /// </summary>
    /// <value>Default true.</value>
    public bool OncePerSeriesWeek { get; init; } = true;

    /// <summary>
    /// Whether an event that several sources or several addresses of one person report counts once; known by its id,
    /// which readers derive from the message's own.
    /// </summary>
    /// <value>Default true.</value>
    public bool OncePerEvent { get; init; } = true;

    /// <summary>
    /// Interactions that one person may have towards another on one day and channel before the rest is ignored.
    /// </summary>
    /// <value>Default 3.</value>
    public int PerPairDayMax { get; init => field = OptionBounds.AtLeast(1, value, nameof(PerPairDayMax)); } = 3;
}
