using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>One nightly computation: what went in and what came out.</summary>
/// <remarks>Not <see cref="Run"/> itself: its options may hold infinite numbers, which JSON has not.</remarks>
public sealed record RunSummary
{
    /// <summary>16 hexadecimal digits; the same inputs, options and code give the same.</summary>
    public required string Id { get; init; }

    /// <summary>First instant of the events that the run rests on, UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>First instant after them, UTC.</summary>
    public required DateTime To { get; init; }

    /// <summary>The preset that the options began from: default, wide or plain.</summary>
    public required string Preset { get; init; }

    /// <summary>When the run was last published, UTC; the latest run is the one last published.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>
    /// People of the company at the end of the period, to two digits: beside a staff list the exact number of those in
    /// the graph counts who is left out.
    /// </summary>
    public required int PersonCount { get; init; }

    /// <summary>People with a rank, likewise; the others' contacts are too few to measure.</summary>
    public required int RankedCount { get; init; }

    /// <summary>Interactions read from the period.</summary>
    public required long InteractionCount { get; init; }

    /// <summary>
    /// Ties in the graph, to two digits: the exact sum, less everybody's number of ties, would tell of who is missing.
    /// </summary>
    public required int TieCount { get; init; }

    /// <summary>SHA-256 of people and interactions as read.</summary>
    public required string InputHash { get; init; }

    /// <summary>SHA-256 of the options in full.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>Version of the program that computed.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>SHA-256 over the compiled programs that read and scored; empty for runs of older programs.</summary>
    public required string CodeHash { get; init; }

    /// <summary>The options in full, name and value, parts after a dot.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>How betweenness was sampled; null where it is exact.</summary>
    public required RunSampling? Sampling { get; init; }

    /// <summary>Interactions read from the period, by channel.</summary>
    public required IReadOnlyList<ChannelTotal> Channels { get; init; }

    /// <summary>Everything that was ever imported from files, by format.</summary>
    public required IReadOnlyList<ImportedFormat> Imports { get; init; }

    /// <summary>What each rule touched, in the order in which they apply; null in lists.</summary>
    public required IReadOnlyList<RuleCount>? Rules { get; init; }

    /// <summary>Most memory that the program held; 0 for runs of older programs.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Milliseconds by step, in order.</summary>
    public required IReadOnlyList<StepDuration> Steps { get; init; }

    /// <summary>Sources that were ever collected, by name; those that are not complete lack what is new.</summary>
    public required IReadOnlyList<RunSource> Sources { get; init; }

    /// <param name="run">The run.</param>
    /// <param name="everybody">The directory, also who is excluded.</param>
    /// <param name="hidden">Who of it may not be shown, and is not counted.</param>
    /// <param name="policy">What numbers of few may be told.</param>
    /// <param name="rules">What each rule touched; null in lists.</param>
    public static RunSummary Of(
        Run run, IReadOnlyList<Person> everybody, HiddenPlaces hidden, SmallGroups policy,
        IReadOnlyList<RuleCount>? rules = null) => new()
    {
        Id = run.Id,
        From = run.Period.From,
        To = run.Period.To,
        Preset = run.Options.Preset,
        PublishedAt = run.PublishedAt,
        PersonCount = Coarse.People(PersonIndex.AtEndOf(run.Period, everybody).Count),
        RankedCount = Coarse.People(hidden.CloseRankedCount(run.Id, run.RankedCount)),
        InteractionCount = run.InteractionCount,
        TieCount = (int)Coarse.Digits(run.TieCount, 2),
        InputHash = run.InputHash,
        OptionsHash = run.OptionsHash,
        CodeVersion = run.CodeVersion,
        CodeHash = run.CodeHash,
        Options = OptionsJson.List(run.Options).ToDictionary(),
        Sampling = run.Sampling,
        Channels =
        [
            .. run.Channels.Select(counted => new ChannelTotal(
                counted.Channel, counted.Count < policy.Minimum ? null : counted.Count)),
        ],
        Imports = run.Imports,
        Rules = rules,
        PeakMemoryBytes = run.PeakMemoryBytes,
        Steps = run.Steps,
        Sources = run.Sources,
    };
}

/// <summary>Interactions of one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Count">How many; null where they are so few that they may be one person's.</param>
public sealed record ChannelTotal(string Channel, long? Count);

/// <summary>What one rule touched.</summary>
/// <param name="Rule">Stable name, such as mass-mail.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Count">How many; null where too few people had part in them to be told.</param>
public sealed record RuleCount(string Rule, string Unit, long? Count)
{
    public static RuleCount Of(HygieneCount counted, SmallGroups policy) =>
        new(counted.Rule, counted.Unit, policy.Told(counted));
}

/// <summary>A page of runs.</summary>
/// <param name="Runs">The last published first.</param>
/// <param name="Next">Where the earlier runs are; null on the last page.</param>
public sealed record RunList(RunSummary[] Runs, string? Next);
