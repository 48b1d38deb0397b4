using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>For how long an operator wants what to be kept.</summary>
internal sealed class RetentionOptions
{
    private const int DaysMax = 3660;

    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Whose rules: " + string.Join("; ", RetentionProfile.All.Select(p =>
            $"{p.Name} {p.RawDaysMax} days ({p.Source})")) + ". Shows what holds when left out.",
        HelpName = string.Join('|', RetentionProfile.All.Select(p => p.Name)),
    };

    private readonly Option<int?> _rawDays = Options.Of<int?>(
        "--raw-days", "n", "Days that raw events are kept, as many as profile and agreements allow when left out.");

    private readonly Option<int?> _aggregateDays = Options.Of<int?>(
        "--aggregate-days", "n", "Days that runs, rankings, ties and cohorts are kept, as raw events when left out.");

    private readonly Option<string?> _reason = Options.Of<string?>(
        "--reason", "text", "Why runs are kept for longer than raw events may be without an agreement; goes on "
            + "record.");

    private readonly Option<string?> _by = Options.Of<string?>(
        "--entered-by", "text", "Who decides that; goes with --reason. Else it is this machine's user.");

    private readonly Option<bool> _sure = PastText.Sure();

    public IEnumerable<Option> All => [_profile, _rawDays, _aggregateDays, _reason, _by, _sure];

    /// <summary>Whether the deletion is meant.</summary>
    public bool IsSure(ParseResult parsed) => parsed.GetValue(_sure);

    /// <returns>What is asked for, and by whom; null where nothing is.</returns>
    /// <exception cref="UsageException">What is asked for does not go together.</exception>
    public (RetentionSetting Setting, string By)? Read(ParseResult parsed)
    {
        var setting = new RetentionSetting(
            parsed.GetValue(_profile) ?? "", parsed.GetValue(_rawDays), parsed.GetValue(_aggregateDays),
            parsed.GetValue(_reason));
        if (setting == new RetentionSetting("", null))
            return null;
        if (setting.Profile.Length == 0)
            throw new UsageException("--raw-days, --aggregate-days and --reason go with --profile.");
        if (setting.RawDays is < 2)
            throw new UsageException("--raw-days is below 2: a window of whole days needs two.");
        if (setting.AggregateDays is < 1 or > DaysMax)
            throw new UsageException($"--aggregate-days {setting.AggregateDays} is outside 1 … {DaysMax}.");
        if (setting.AggregateReason is not null && setting.AggregateDays is null)
            throw new UsageException("--reason goes with --aggregate-days.");
        var by = parsed.GetValue(_by);
        if (setting.AggregateReason is { } reason
            && (string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(by)))
            throw new UsageException("--reason wants words, and --entered-by who says so.");
        return (setting with { Profile = RetentionProfile.Named(setting.Profile).Name }, by ?? Environment.UserName);
    }
}
