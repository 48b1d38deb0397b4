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

    private readonly Option<int> _windowDays = new("--window-days")
    {
        Description = $"Length of the window in days, 1 to {WindowDaysMax}; {WindowDaysDefault} when left out.",
        HelpName = "days",
        DefaultValueFactory = _ => WindowDaysDefault,
    };

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

    private readonly Option<bool> _noCollect = new("--no-collect")
    {
        Description = "Score what is stored; collect nothing.",
    };

    private readonly Option<double> _dropMax = new("--drop-max")
    {
        Description = "Most of the last run's people or interactions, 0 to 1, that a night may lose and still be "
            + "published; 0.5 when left out.",
        HelpName = "share",
        DefaultValueFactory = _ => 0.5,
    };

    private readonly Option<int> _keepTies = new("--keep-ties")
    {
        Description = "Of how many runs, the latest among them, the ties are kept, for explain, cohort and what-if; 10 "
            + "when left out. Rankings are kept of all.",
        HelpName = "runs",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<bool> _acceptDrop = new("--accept-drop") { Description = "Publish whatever was lost." };

    private readonly Option<int> _threads = SharedOptions.Threads();

    private enum EffectsChoice
    {
        Auto,
        On,
        Off,
    }

    public void AddTo(Command command)
    {
        command.Add(_asOf);
        command.Add(_windowDays);
        _rules.AddTo(command);
        foreach (var option in new Option[]
        {
            _effects, _intervals, _config, _noCollect, _dropMax, _acceptDrop, _keepTies, _threads,
        })
            command.Add(option);
    }

    public bool NamesADay(ParseResult parsed) => parsed.GetValue(_asOf) is not null;

    /// <param name="today">Where the command line names no day.</param>
    public NightlyOptions Read(ParseResult parsed, DateOnly today) =>
        new()
        {
            Period = Period.Before(parsed.GetValue(_asOf) ?? today, RequireWindow(parsed.GetValue(_windowDays))),
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
            DropShareMax = RequireShare(parsed.GetValue(_dropMax)),
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

    private static double RequireShare(double share) => share is >= 0 and <= 1
        ? share
        : throw new UsageException($"--drop-max {share} is outside 0 … 1.");

    private static int RequireWindow(int days) => days is >= 1 and <= WindowDaysMax
        ? days
        : throw new UsageException($"--window-days {days} is outside 1 … {WindowDaysMax}.");
}
