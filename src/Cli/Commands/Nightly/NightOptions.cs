using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Cli;

/// <summary>What a night computes, as the command line says it.</summary>
internal sealed class NightOptions
{
    private const int WindowDaysDefault = 90;
    private const int WindowDaysMax = 3660;

    private readonly Option<DateOnly?> _asOf = SharedOptions.Day(
        "--as-of", "The day that the window ends with the beginning of, UTC; today when left out.");

    private readonly Option<int> _windowDays = Options.Of<int>(
        "--window-days", "days", $"Length of the window in days, 1 to {WindowDaysMax}; {WindowDaysDefault} when left "
            + "out.", WindowDaysDefault);

    private readonly RuleOptions _rules = new();

    private readonly Option<EffectsChoice> _effects = SharedOptions.OneOf(
        "--rule-effects",
        "Whether to rank again without each rule, for hygiene to show; auto: where the company is small enough.",
        EffectsChoice.Auto);

    private readonly Option<EffectsChoice> _intervals = SharedOptions.OneOf(
        "--rank-intervals",
        "Whether to draw the contacts again 32 times, for how far each place is chance; auto: where the company is "
            + "small enough.",
        EffectsChoice.Auto);

    private readonly Option<string> _config = SharedOptions.Config();

    private readonly Option<bool> _noCollect = Options.Flag("--no-collect", "Score what is stored; collect nothing.");

    private readonly Option<double> _dropMax = Options.Of<double>(
        "--drop-max", "share", "Most of the last run's people or interactions, 0 to 1, that a night may lose and "
            + "still be published; 0.5 when left out.", 0.5);

    private readonly Option<int> _keepTies = Options.Of<int>(
        "--keep-ties", "runs", "Of how many runs, the latest among them, the ties are kept, for explain, cohort and "
            + "what-if; 10 when left out. Rankings are kept of all.", 10);

    private readonly Option<bool> _acceptDrop = Options.Flag("--accept-drop", "Publish whatever was lost.");

    private readonly Option<int> _threads = SharedOptions.Threads();

    private enum EffectsChoice { Auto, On, Off }

    public IEnumerable<Option> All =>
    [
        _asOf, _windowDays, .. _rules.All, _effects, _intervals, _config, _noCollect, _dropMax, _acceptDrop, _keepTies,
        _threads,
    ];

    public bool NamesADay(ParseResult parsed) => parsed.GetValue(_asOf) is not null;

    /// <param name="today">Where the command line names no day.</param>
    public NightlyOptions Read(ParseResult parsed, DateOnly today) =>
        new()
        {
            Period = Period.Before(
                parsed.GetValue(_asOf) ?? today, Options.Require(parsed, _windowDays, 1, WindowDaysMax)),
            WindowIsChosen = parsed.GetResult(_windowDays) is { Implicit: false },
            TiesOfRunsMax = parsed.GetValue(_keepTies) is >= 1 and var keep
                ? keep
                : throw new UsageException("--keep-ties is below 1: the latest run's ties are always kept."),
            EndsToday = !NamesADay(parsed),
            Influence = _rules.Read(parsed),
            RecencyIsChosen = _rules.Names(parsed, "recency", "halfLifeDays"),
            Threads = SharedOptions.RequireThreads(parsed.GetValue(_threads)),
            EffectsWorkMax = WorkMax(parsed.GetValue(_effects), RuleEffects.WorkMax),
            IntervalsWorkMax = WorkMax(parsed.GetValue(_intervals), RankIntervals.WorkMax),
            DropShareMax = Options.Require(parsed, _dropMax, 0, 1),
            AcceptDrop = parsed.GetValue(_acceptDrop),
        };

    /// <summary>
    /// Whom to collect from first. Null where nobody is, or the usual place holds no configuration; one that is asked
    /// for must be there.
    /// </summary>
    public async Task<TenantSettings?> TenantAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_noCollect))
            return null;
        var path = parsed.GetRequiredValue(_config);
        return File.Exists(path) || parsed.GetResult(_config) is { Implicit: false }
            ? await TenantSettings.ReadAsync(path, cancellation)
            : null;
    }

    private static double WorkMax(EffectsChoice choice, double auto) => choice switch
    {
        EffectsChoice.On => double.PositiveInfinity,
        EffectsChoice.Off => -1,
        _ => auto,
    };
}
