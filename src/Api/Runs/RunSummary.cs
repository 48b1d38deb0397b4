using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>One nightly computation: what went in and what came out.</summary>
/// <remarks>Not <see cref="Run"/> itself: its options may hold infinite numbers, which JSON has not.</remarks>
/// <param name="Id">16 hexadecimal digits; the same inputs, options and code give the same.</param>
/// <param name="From">First instant of the events that the run rests on, UTC.</param>
/// <param name="To">First instant after them, UTC.</param>
/// <param name="Preset">The preset that the options began from: default, wide or plain.</param>
/// <param name="PublishedAt">When the run was last published, UTC; the latest run is the one last published.</param>
/// <param name="PersonCount">
/// People of the company at the end of the period, to two digits: beside a staff list the exact number of those in
/// the graph counts who is left out.
/// </param>
/// <param name="RankedCount">People with a rank, likewise; the others' contacts are too few to measure.</param>
/// <param name="InteractionCount">Interactions read from the period.</param>
/// <param name="TieCount">
/// Ties in the graph, to two digits: the exact sum, less everybody's number of ties, would tell of who is missing.
/// </param>
/// <param name="InputHash">SHA-256 of people and interactions as read.</param>
/// <param name="OptionsHash">SHA-256 of the options in full.</param>
/// <param name="CodeVersion">Version of the program that computed.</param>
/// <param name="CodeHash">
/// SHA-256 over the compiled programs that read and scored; empty for runs of older programs.
/// </param>
/// <param name="Options">The options in full, name and value, parts after a dot.</param>
/// <param name="Sampling">How betweenness was sampled; null where it is exact.</param>
/// <param name="Channels">Interactions read from the period, by channel.</param>
/// <param name="Imports">Everything that was ever imported from files, by format.</param>
/// <param name="Rules">What each rule touched, in the order in which they apply; null in lists.</param>
/// <param name="PeakMemoryBytes">Most memory that the program held; 0 for runs of older programs.</param>
/// <param name="Steps">Milliseconds by step, in order.</param>
/// <param name="Sources">
/// Sources that were ever collected, by name; those that are not complete lack what is new.
/// </param>
public sealed record RunSummary(
    string Id, DateTime From, DateTime To, string Preset, DateTime PublishedAt, int PersonCount, int RankedCount,
    long InteractionCount, int TieCount, string InputHash, string OptionsHash, string CodeVersion, string CodeHash,
    IReadOnlyDictionary<string, string> Options, RunSampling? Sampling, IReadOnlyList<ChannelTotal> Channels,
    IReadOnlyList<ImportedFormat> Imports, IReadOnlyList<RuleCount>? Rules, long PeakMemoryBytes,
    IReadOnlyList<StepDuration> Steps, IReadOnlyList<RunSource> Sources)
{
    /// <param name="run">The run.</param>
    /// <param name="everybody">The directory, also who is excluded.</param>
    /// <param name="hidden">Who of it may not be shown, and is not counted.</param>
    /// <param name="policy">What numbers of few may be told.</param>
    /// <param name="rules">What each rule touched; null in lists.</param>
    public static RunSummary Of(
        Run run, IReadOnlyList<Person> everybody, HiddenPlaces hidden, SmallGroups policy,
        IReadOnlyList<RuleCount>? rules = null) => new(
        run.Id, run.Period.From, run.Period.To, run.Options.Preset, run.PublishedAt,
        Coarse.People(PersonIndex.AtEndOf(run.Period, everybody).Count),
        Coarse.People(hidden.CloseRankedCount(run.Id, run.RankedCount)), run.InteractionCount,
        (int)Coarse.Digits(run.TieCount, 2), run.InputHash, run.OptionsHash, run.CodeVersion, run.CodeHash,
        OptionsJson.List(run.Options).ToDictionary(), run.Sampling,
        [
            .. run.Channels.Select(counted => new ChannelTotal(
                counted.Channel, counted.Count < policy.Minimum ? null : counted.Count)),
        ],
        run.Imports, rules, run.PeakMemoryBytes, run.Steps, run.Sources);
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
