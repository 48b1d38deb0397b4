using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>
/// Whether what was read suffices to be relied on. It changes no rank; it is kept with the run, so that whoever reads
/// its places is warned.
/// </summary>
public sealed class Readiness
{
    /// <param name="options">The gates.</param>
    /// <param name="period">The window.</param>
    /// <param name="gate">What retention allows.</param>
    /// <param name="activity">How long the data goes back.</param>
    /// <param name="interactionCount">Interactions read from the period; each names two accounts.</param>
    /// <param name="nobodies">The accounts among them that belong to nobody.</param>
    public Readiness(
        InfluenceOptions options, Period period, RetentionGate gate, Activity activity, long interactionCount,
        IReadOnlyList<NobodyAccount> nobodies)
    {
        var unknown = nobodies
            .Where(account => account is { Kind: AccountKind.Unknown, ForeignDomain: null }).ToArray();
        var named = 2 * interactionCount - nobodies.Sum(account => account.Interactions);
        var unmapped = unknown.Sum(account => account.Interactions);
        var mappedShare = named + unmapped > 0 ? (double)named / (named + unmapped) : 1;
        // What colleagues say is said at once: only what is seen needs weeks.
        var missing = options.Nominations ? 0 : Math.Max(0, options.Blending.HistoryDaysMin - activity.DayCount);
        Counts =
        [
            Count("short-history", "days missing", missing,
                $"Short history: {activity.DayCount} days of data, {options.Blending.HistoryDaysMin} wanted. Take "
                + "places as provisional." + WhenItEnds(options.Blending.HistoryDaysMin, period, gate)),
            Count("low-mapping", "accounts unmapped", mappedShare < options.MappedShareMin ? unknown.Length : 0,
                $"Low mapping: {100 * mappedShare:0} % of what interactions name is somebody of the directory. Import "
                + "the people or a mapping of their accounts before relying on places."),
        ];
    }

    /// <summary>By gate, what is missing; 0 where it is met.</summary>
    public IReadOnlyList<HygieneCount> Counts { get; }

    /// <summary>One line for each gate that is not met.</summary>
    public IEnumerable<string> Warnings => Provisional.In(Counts).Select(found => found.Rule == "low-mapping"
        ? found.Reason + " influencermap hygiene lists the accounts."
        : found.Reason);

    /// <summary>A window that is shorter than the history wanted never has it, whatever comes in.</summary>
    private static string WhenItEnds(int daysMin, Period period, RetentionGate gate)
    {
        if (gate.WindowDaysMax < daysMin)
            return $" This stays so: profile {gate.Profile} keeps raw events for {gate.DaysMax} days here, which makes "
                + $"a window of {gate.WindowDaysMax} at most. An agreement on record can allow more; nominations need "
                + "no history.";
        var days = (period.To - period.From).Days;
        return days < daysMin ? $" This stays so as long as the window has {days} days: --window-days." : "";
    }

    private static HygieneCount Count(string rule, string unit, long count, string found) =>
        new(rule, unit, count, count > 0 ? found : InfluenceRules.Named(rule).Reason);
}
