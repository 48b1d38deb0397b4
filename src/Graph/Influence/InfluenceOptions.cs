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
        PerPairDayMax = int.MaxValue,
        ListMembersMax = 0,
        DaysMin = 1,
        ReciprocalOnly = false,
        HalfLifeDays = null,
        Backbone = null,
        EventsMin = 0,
    };

    /// <summary>Name of the preset that these options began from.</summary>
    /// <value>Default "default".</value>
    public string Preset { get; init; } = "default";

    /// <summary>Whether ties keep their direction.</summary>
    /// <value>Default false: strength is symmetric.</value>
    public bool Directed { get; init; }

    /// <summary>
    /// Whether a strength is simply the number of interactions: no decay, dilution, roles, channels, reciprocity or
    /// presence.
    /// </summary>
    /// <value>Default false.</value>
    public bool CountOnly { get; init; }

    /// <summary>Largest audience whose interactions make ties; larger ones are broadcasts and are set aside.</summary>
    /// <value>
    /// Default 10 recipients (Gimeno); 20 is the wide choice. Meetings have <see cref="MeetingPeopleMax"/>.
    /// </value>
    public int AudienceMax { get; init => field = AtLeast(1, value, nameof(AudienceMax)); } = 10;

    /// <summary>Most people, organiser included, whose meeting makes ties.</summary>
    /// <value>Default 30 people.</value>
    public int MeetingPeopleMax { get; init => field = AtLeast(2, value, nameof(MeetingPeopleMax)); } = 30;

    /// <summary>
    /// Most members of a mailing list that stand for it when it is written to; a larger list stays an account of
    /// nobody. The audience counts the members of both.
    /// </summary>
    /// <value>Default 8 members; 0 never expands.</value>
    public int ListMembersMax { get; init => field = AtLeast(0, value, nameof(ListMembersMax)); } = 8;

    /// <summary>
    /// Interactions that one person may have towards another on one day and channel before the rest is ignored.
    /// </summary>
    /// <value>Default 3.</value>
    public int PerPairDayMax { get; init => field = AtLeast(1, value, nameof(PerPairDayMax)); } = 3;

    /// <summary>
    /// Distinct UTC days with interactions that a tie needs; fewer, in proportion, where the two were present together
    /// for part of the period only.
    /// </summary>
    /// <value>Default 2 days.</value>
    public int DaysMin { get; init => field = AtLeast(1, value, nameof(DaysMin)); } = 2;

    /// <summary>Whether a tie needs interactions both ways inside the period.</summary>
    /// <value>Default true.</value>
    public bool ReciprocalOnly { get; init; } = true;

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

    /// <summary>How much one interaction counts by its channel.</summary>
    public ChannelWeights Channels { get; init; } = new();

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
    public int BackboneKeep { get; init => field = AtLeast(0, value, nameof(BackboneKeep)); } = 3;

    /// <summary>Interactions that a person must have taken part in to be ranked; fewer is "not measurable".</summary>
    /// <value>Default 10 interactions, after hygiene.</value>
    public int EventsMin { get; init => field = AtLeast(0, value, nameof(EventsMin)); } = 10;

    /// <summary>Whether betweenness uses lengths 1 … 8 from strengths rather than steps.</summary>
    /// <value>Default false.</value>
    public bool Lengths { get; init; }

    /// <summary>How much each measure's standing adds to the score.</summary>
    public BlendWeights Blend { get; init; } = new();

    private static int AtLeast(int min, int value, string option) =>
        value >= min ? value : Throw.OptionOutside(option, value, $"at least {min}");
}
