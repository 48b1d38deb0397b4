using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Everything that decides how events become a ranking, by stage. Part of a run's manifest.</summary>
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
        ListMembersMax = 0,
        Cleaning = new()
        {
            AudienceMax = int.MaxValue,
            MeetingPeopleMax = int.MaxValue,
            OncePerSeriesWeek = false,
            PerPairDayMax = int.MaxValue,
            Bots = null,
        },
        Weighing = new()
        {
            Directed = true,
            CountOnly = true,
            Dilution = false,
            Roles = RoleWeights.Equal,
            Channels = ChannelWeights.Equal,
            MeetingUnitMinutes = null,
            Rates = false,
            Balance = 0,
            DaysMin = 1,
            ReciprocalOnly = false,
            HalfLifeDays = null,
        },
        Extracting = new() { Backbone = null },
        Blending = new() { EventsMin = 0, ActiveWeeksMin = 0 },
    };

    /// <summary>As the default, but a mail to up to 20 people makes ties: for companies that write to teams.</summary>
    public static InfluenceOptions Wide { get; } = new() { Preset = "wide", Cleaning = new() { AudienceMax = 20 } };

    /// <summary>
    /// Nominations alone, as they were said: each question counts once, and who is named by people who are named
    /// stands high. Betweenness and reach add nothing to the score: they count paths, not trust.
    /// </summary>
    public static InfluenceOptions Nominated { get; } = Plain with
    {
        Preset = "nominations",
        Cleaning = Plain.Cleaning with { Nominations = true },
        Blending = Plain.Blending with { EventsMin = 1, Blend = new(Betweenness: 0, Reach: 0, PageRank: 1) },
    };

    /// <summary>The presets by name.</summary>
    public static IReadOnlyList<InfluenceOptions> Presets { get; } = [Default, Plain, Wide, Nominated];

    /// <summary>Name of the preset that these options began from.</summary>
    /// <value>Default "default".</value>
    public string Preset { get; init; } = "default";

    /// <summary>
    /// Most members of a mailing list that stand for it when it is written to; a larger list stays an account of
    /// nobody. The audience counts the members of both.
    /// </summary>
    /// <value>Default 8 members; 0 never expands.</value>
    public int ListMembersMax { get; init => field = OptionBounds.AtLeast(0, value, nameof(ListMembersMax)); } = 8;

    /// <summary>What is set aside.</summary>
    public CleaningOptions Cleaning { get; init; } = new();

    /// <summary>How interactions become ties.</summary>
    public WeighingOptions Weighing { get; init; } = new();

    /// <summary>Which ties stay in the graph.</summary>
    public ExtractingOptions Extracting { get; init; } = new();

    /// <summary>What the measures read.</summary>
    public MeasuringOptions Measuring { get; init; } = new();

    /// <summary>How measures become a score, and whom it ranks.</summary>
    public BlendingOptions Blending { get; init; } = new();

    /// <summary>
    /// Share of what interactions name that must be accounts the directory knows; under it a run is called unfit to
    /// be relied on.
    /// </summary>
    /// <value>Default 0.8.</value>
    public double MappedShareMin { get; init => field = OptionBounds.Share(value, nameof(MappedShareMin)); } = 0.8;

    /// <summary>Whether ties come from nominations alone: <see cref="CleaningOptions.Nominations"/>.</summary>
    public bool Nominations => Cleaning.Nominations;

    /// <summary>Whether ties keep their direction: <see cref="WeighingOptions.Directed"/>.</summary>
    public bool Directed => Weighing.Directed;

    /// <summary>The network along which influence goes: of nominations from the named to whoever names.</summary>
    /// <remarks>Reach, cohorts, departures and explanations take it from here; PageRank takes the ties.</remarks>
    public Network AlongInfluence(Network ties) => Nominations ? ties.Reversed() : ties;
}
