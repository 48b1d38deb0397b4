using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>The options that say what is asked of a cohort.</summary>
internal sealed class ConstraintOptions
{
    private const int SizeMax = 10_000;
    private const int SizeUsual = 30;
    private const int SizeLeast = 3;

    private readonly Option<int?> _size = Options.Of<int?>(
        "--size", "n", $"How many members. Left out: one of ten people with a rank, at least {SizeLeast} and at most "
            + $"{SizeUsual}.");

    private readonly Option<string?> _reach = Options.Of<string?>(
        "--reach", "steps:k|influence", "What to reach: everybody in at most k steps, or the most by word passed on. "
            + $"Left out: steps:2; steps:1 for nominations and under {CohortReach.SmallCompany} people, where two "
            + "steps reach nearly all.");

    private readonly Option<string[]> _quotas = Options.Of<string[]>(
        "--quota", "attribute[=value]:min=n,max=n", "Bounds on members of one group, or of each group of an "
            + "attribute: department, site, jobFamily, level, team, managers. Several hold together.");

    private readonly Option<int?> _teamMax = Options.Of<int?>(
        "--max-per-team", "n", "At most so many who report to the same person; the same as --quota team:max=n.");

    private readonly Option<string?> _include = People("--include", "Who must be in, even without a tie or a rank.");
    private readonly Option<string?> _exclude = People("--exclude", "Who must be neither in nor on the wait list.");

    private readonly Option<string?> _consent = Options.Word<string?>(
        "--consent", "Chooses only from people who agreed to be named; see the command consent.", "nameable");

    private readonly Option<string?> _from = Options.Of<string?>(
        "--from", "file", "A list of volunteers: only they are to choose from, also those without ties. One person "
            + "per row, by id, key, address or name in its first cell.");

    private readonly Option<double> _voice = Options.Of<double>(
        "--voice", "share", "Share of its seats by headcount that each professional family has at least, 0 … 1; at "
            + "least one seat where it would have half a seat.");

    private readonly Option<int> _waitList = Options.Of("--wait-list", "n", "How many people to have waiting.", 0);
    private readonly Option<ulong> _seed = Options.Of<ulong>(
        "--seed", "n", "Seed of what is drawn: samples of influence, the random cohorts compared with.", 1);

    private readonly Option<double> _continuity = Options.Of<double>(
        "--continuity", "share", "Share of everybody that replacing a previous member must add at least.",
        new CohortOptions().Continuity);

    public IEnumerable<Option> All =>
        [
            _size, _reach, _quotas, _teamMax, _voice, _include, _exclude, _from, _consent, _waitList, _continuity,
            _seed,
        ];

    public async Task<CohortOptions> ReadAsync(
        ParseResult parsed, Store store, Run run, CancellationToken cancellation)
    {
        Options.Require(_size.Name, parsed.GetValue(_size) ?? 1, 1, SizeMax);
        Options.Require(parsed, _waitList, 0, SizeMax);
        Options.Require(parsed, _continuity, 0, 1);
        Options.Require(parsed, _voice, 0, 1);
        var quotas = new List<CohortQuota>();
        foreach (var quota in (parsed.GetValue(_quotas) ?? []).Select(QuotaText.Parse))
            quotas.Add(await QuotaText.ResolveAsync(quota, store, cancellation));
        if (parsed.GetValue(_teamMax) is { } teamMax)
            quotas.Add(QuotaText.Parse($"team:max={teamMax}"));
        var included = await PeopleList.ReadAsync(store, parsed.GetValue(_include), cancellation);
        var excluded = await PeopleList.ReadAsync(store, parsed.GetValue(_exclude), cancellation);
        if (included.Intersect(excluded).Any())
            throw new FailedException(
                await PeopleList.InBothAsync(store, parsed.GetValue(_include)!, excluded, cancellation)
                + " of --include is in --exclude too. Take it out of one of them.");
        return new()
        {
            Size = parsed.GetValue(_size) ?? SizeFor(run),
            Reach = parsed.GetValue(_reach) is { } reach
                ? ReachOf(reach)
                : CohortReach.DefaultFor(run.Options, run.PersonCount),
            Quotas = quotas,
            Included = included,
            Excluded = excluded,
            From = await PeopleList.ReadFileAsync(store, parsed.GetValue(_from), cancellation),
            Voice = parsed.GetValue(_voice),
            ChosenFrom = parsed.GetValue(_consent) is null
                ? null
                : [.. (await store.Consents.ReadAsync(cancellation)).Nameable.Order()],
            WaitListSize = parsed.GetValue(_waitList),
            Continuity = parsed.GetValue(_continuity),
            Seed = parsed.GetValue(_seed),
        };
    }

    /// <summary>So many that a firm of any size can have them, and that choosing them still means something.</summary>
    private static int SizeFor(Run run) =>
        Math.Max(1, Math.Min(run.RankedCount, Math.Clamp((run.RankedCount + 9) / 10, SizeLeast, SizeUsual)));

    private static CohortReach ReachOf(string text) => CohortReach.TryParse(text, out var reach)
        ? reach
        : throw new UsageException($"--reach '{text}' is neither steps:1 … steps:9 nor influence.");

    private static Option<string?> People(string name, string description) => Options.Of<string?>(
        name, "person,...", description + " Ids, addresses, names or keys, separated by commas.");
}
