namespace InfluencerMap.Graph.Influence;

/// <summary>Everything that decides how events become a ranking. Part of a run's manifest.</summary>
/// <remarks>Where the defaults come from: docs/measures.md.</remarks>
public sealed record InfluenceOptions
{
    /// <summary>Hygiene, decay, reciprocity and backbone: the ranking for use.</summary>
    public static InfluenceOptions Default { get; } = new();

    /// <summary>Any tie, directed, unweighted, nothing filtered: for comparison with other tools.</summary>
    public static InfluenceOptions Plain { get; } = new()
    {
        Preset = "plain",
        Directed = true,
        AudienceMax = int.MaxValue,
        PerPairDayMax = int.MaxValue,
        DaysMin = 1,
        ReciprocalOnly = false,
        HalfLifeDays = double.PositiveInfinity,
        Backbone = null,
        EventsMin = 0,
    };

    /// <summary>Name of the preset that these options began from.</summary>
    /// <value>Default "default".</value>
    public string Preset { get; init; } = "default";

    /// <summary>Whether ties keep their direction.</summary>
    /// <value>Default false: strength is symmetric.</value>
    public bool Directed { get; init; }

    /// <summary>Largest audience whose interactions make ties; larger ones are broadcasts and are set aside.</summary>
    /// <value>Default 10 recipients (Gimeno); 20 is the wide choice.</value>
    public int AudienceMax { get; init; } = 10;

    /// <summary>
    /// Interactions that one person may have towards another on one day and channel before the rest is ignored.
    /// </summary>
    /// <value>Default 3.</value>
    public int PerPairDayMax { get; init; } = 3;

    /// <summary>Distinct days with interactions that a tie needs.</summary>
    /// <value>Default 2.</value>
    public int DaysMin { get; init; } = 2;

    /// <summary>Whether a tie needs interactions both ways inside the period.</summary>
    /// <value>Default true.</value>
    public bool ReciprocalOnly { get; init; } = true;

    /// <summary>Days after which an interaction counts half.</summary>
    /// <value>Default 30; positive infinity switches decay off.</value>
    public double HalfLifeDays { get; init; } = 30;

    /// <summary>
    /// How many standard deviations a tie must stand above what the two people's volumes explain, to stay in the graph;
    /// null keeps every tie.
    /// </summary>
    /// <value>Default 1.28 (Coscia and Neffke 2017).</value>
    public double? Backbone { get; init; } = 1.28;

    /// <summary>
    /// Strongest ties of each person that stay whatever the backbone says, so that nobody is isolated by it.
    /// </summary>
    /// <value>Default 3.</value>
    public int BackboneKeep { get; init; } = 3;

    /// <summary>Interactions that a person must have taken part in to be ranked; fewer is "not measurable".</summary>
    /// <value>Default 10.</value>
    public int EventsMin { get; init; } = 10;

    /// <summary>Whether paths use lengths 1 … 8 from strengths rather than steps.</summary>
    /// <value>Default false.</value>
    public bool Lengths { get; init; }
}
