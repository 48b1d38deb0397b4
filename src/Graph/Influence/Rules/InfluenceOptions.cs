namespace InfluencerMap.Graph.Influence;

/// <summary>Everything that decides how events become a ranking. Part of a run's manifest.</summary>
/// <remarks>Where the defaults come from: docs/measures.md, "Influence".</remarks>
public sealed record InfluenceOptions
{
    /// <summary>Hygiene, decay, reciprocity and backbone: the ranking for use.</summary>
    public static InfluenceOptions Default { get; } = new();

    /// <summary>
    /// Any tie, directed, its strength the number of interactions, nothing filtered: for comparison with other tools.
    /// </summary>
    public static InfluenceOptions Plain { get; } = new()
    {
        Preset = "plain",
        Directed = true,
        CountOnly = true,
        AudienceMax = int.MaxValue,
        MeetingPeopleMax = int.MaxValue,
        OncePerSeriesWeek = false,
        PerPairDayMax = int.MaxValue,
        ListMembersMax = 0,
        Bots = null,
        Dilution = false,
        Roles = RoleWeights.Equal,
        Channels = ChannelWeights.Equal,
        MeetingUnitMinutes = null,
        Rates = false,
        Balance = 0,
        DaysMin = 1,
        ReciprocalOnly = false,
        HalfLifeDays = null,
        Backbone = null,
        EventsMin = 0,
        ActiveWeeksMin = 0,
    };

    /// <summary>As the default, but a mail to up to 20 people makes ties: for companies that write to teams.</summary>
    public static InfluenceOptions Wide { get; } = new() { Preset = "wide", AudienceMax = 20 };

    /// <summary>
    /// Nominations alone, as they were said: each question counts once, and who is named by people who are named
    /// stands high. Betweenness and reach add nothing to the score: they count ways, not trust.
    /// </summary>
    public static InfluenceOptions Nominated { get; } = Plain with
    {
        Preset = "nominations",
        Nominations = true,
        EventsMin = 1,
        Blend = new(Betweenness: 0, Reach: 0, PageRank: 1),
    };

    /// <summary>The presets by name.</summary>
    public static IReadOnlyList<InfluenceOptions> Presets { get; } = [Default, Plain, Wide, Nominated];

    /// <summary>Name of the preset that these options began from.</summary>
    /// <value>Default "default".</value>
    public string Preset { get; init; } = "default";

    /// <summary>
    /// Whether ties are made of nominations alone; else of everything but them. The layers are never mixed: one is
    /// what people say of each other, the other what was seen.
    /// </summary>
    /// <value>Default false.</value>
    public bool Nominations { get; init; }

    /// <summary>Whether ties keep their direction.</summary>
    /// <value>Default false: strength is symmetric.</value>
    public bool Directed { get; init; }

    /// <summary>
    /// Whether a strength is simply the number of interactions: no decay, dilution, roles, channels, reciprocity or
    /// presence.
    /// </summary>
    /// <value>Default false.</value>
    public bool CountOnly { get; init; }

    /// <summary>
    /// Part of what a delegate sends for somebody that the delegate is credited with, 0 … 1; the rest is the
    /// principal's. Mail of a shared mailbox is wholly the sender's. Not with <see cref="CountOnly"/>.
    /// </summary>
    /// <value>Default 0: the principal is credited; 0.5 shares it evenly.</value>
    public double DelegateShare { get; init => field = OptionBounds.Share(value, nameof(DelegateShare)); }

    /// <summary>
    /// Part of somebody's mail from which on one delegate's sending it makes the two a pair to look at.
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

    /// <summary>Whether an interaction with an audience of k counts 1/k towards each.</summary>
    /// <value>Default true: what is said to ten is not said to one ten times.</value>
    public bool Dilution { get; init; } = true;

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
    /// Whether an event that several sources or several addresses of one person tell of counts once; known by its id,
    /// which readers derive from the message's own.
    /// </summary>
    /// <value>Default true.</value>
    public bool OncePerEvent { get; init; } = true;

    /// <summary>
    /// Most members of a mailing list that stand for it when it is written to; a larger list stays an account of
    /// nobody. The audience counts the members of both.
    /// </summary>
    /// <value>Default 8 members; 0 never expands.</value>
    public int ListMembersMax { get; init => field = OptionBounds.AtLeast(0, value, nameof(ListMembersMax)); } = 8;

    /// <summary>
    /// Interactions that one person may have towards another on one day and channel before the rest is ignored.
    /// </summary>
    /// <value>Default 3.</value>
    public int PerPairDayMax { get; init => field = OptionBounds.AtLeast(1, value, nameof(PerPairDayMax)); } = 3;

    /// <summary>
    /// Distinct UTC days with interactions that a tie needs; fewer, in proportion, where the two were present together
    /// for part of the period only.
    /// </summary>
    /// <value>Default 2 days.</value>
    public int DaysMin { get; init => field = OptionBounds.AtLeast(1, value, nameof(DaysMin)); } = 2;

    /// <summary>
    /// Whether a tie needs interactions both ways, one within <see cref="ReciprocityDays"/> of the other.
    /// </summary>
    /// <value>Default true.</value>
    public bool ReciprocalOnly { get; init; } = true;

    /// <summary>
    /// Most days between an interaction and one the other way, days on which either was away left out; null: anywhere
    /// in the period.
    /// </summary>
    /// <value>Default 28 days: four weeks, as the field does.</value>
    public int? ReciprocityDays
    {
        get;
        init => field = value is null ? null : OptionBounds.AtLeast(0, value.Value, nameof(ReciprocityDays));
    } = 28;

    /// <summary>Part of a strength that the balance between the two directions decides, 0 … 1.</summary>
    /// <value>Default 0.5: a wholly one-sided exchange counts half.</value>
    public double Balance { get; init => field = OptionBounds.Share(value, nameof(Balance)); } = 0.5;

    /// <summary>
    /// Days after which an interaction counts half, seen from the end of the period; null: it never fades.
    /// </summary>
    /// <value>Default 30 days.</value>
    public double? HalfLifeDays
    {
        get;
        init => field = value is null or (> 0 and < double.PositiveInfinity)
            ? value
            : Throw.OptionOutside(nameof(HalfLifeDays), value, "above 0 and finite, or null for no decay");
    } = 30;

    /// <summary>
    /// Whether amounts are rates over the days on which both were there, so that leave and a late start lower nothing.
    /// </summary>
    /// <value>Default true.</value>
    public bool Rates { get; init; } = true;

    /// <summary>How much one interaction counts by how the recipient was addressed.</summary>
    public RoleWeights Roles { get; init; } = new();

    /// <summary>How much one interaction counts by its channel.</summary>
    public ChannelWeights Channels { get; init; } = new();

    /// <summary>
    /// Minutes of a meeting that count as one interaction, a longer one as more in proportion; null: every meeting
    /// counts one. So does a meeting of which no source tells how long it was.
    /// </summary>
    /// <value>Default 30 minutes.</value>
    public double? MeetingUnitMinutes
    {
        get;
        init => field = value is null or (> 0 and < double.PositiveInfinity)
            ? value
            : Throw.OptionOutside(nameof(MeetingUnitMinutes), value, "above 0 and finite, or null for no difference");
    } = 30;

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

    /// <summary>Days of data under which nobody's surprise is told.</summary>
    /// <value>Default 56 days, eight weeks.</value>
    public int SurpriseDaysMin { get; init => field = OptionBounds.AtLeast(0, value, nameof(SurpriseDaysMin)); } = 56;

    /// <summary>
    /// Share of what interactions name that must be accounts the directory knows; under it a run is called unfit to
    /// be relied on.
    /// </summary>
    /// <value>Default 0.8.</value>
    public double MappedShareMin { get; init => field = OptionBounds.Share(value, nameof(MappedShareMin)); } = 0.8;

    /// <summary>Whether betweenness uses lengths 1 … 8 from strengths rather than steps.</summary>
    /// <value>Default false.</value>
    public bool Lengths { get; init; }

    /// <summary>How much each measure's standing adds to the score.</summary>
    public BlendWeights Blend { get; init; } = new();

    /// <summary>The graph along which influence goes: of nominations from the named to whoever names.</summary>
    /// <remarks>Reach, cohorts, departures and explanations take it from here; PageRank takes the ties.</remarks>
    public InteractionGraph AlongInfluence(InteractionGraph ties) => Nominations ? ties.Reversed() : ties;
}
