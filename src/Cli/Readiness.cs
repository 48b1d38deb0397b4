using InfluencerMap.Graph.Identities;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Whether what was read suffices to be relied on. It changes no rank; people are told.</summary>
internal sealed class Readiness
{
    private readonly HygieneCount _history, _mapping;

    /// <param name="options">The gates.</param>
    /// <param name="activity">How long the data goes back.</param>
    /// <param name="interactionCount">Interactions read from the period; each names two accounts.</param>
    /// <param name="nobodies">The accounts among them that belong to nobody.</param>
    public Readiness(
        InfluenceOptions options, Activity activity, long interactionCount, IReadOnlyList<NobodyAccount> nobodies)
    {
        var unknown = nobodies
            .Where(account => account is { Kind: AccountKind.Unknown, ForeignDomain: null }).ToArray();
        var named = 2 * interactionCount - nobodies.Sum(account => account.Interactions);
        var unmapped = unknown.Sum(account => account.Interactions);
        MappedShare = named + unmapped > 0 ? (double)named / (named + unmapped) : 1;
        _history = Count(
            "short-history", "days missing", Math.Max(0, options.HistoryDaysMin - activity.DayCount));
        _mapping = Count(
            "low-mapping", "accounts unmapped", MappedShare < options.MappedShareMin ? unknown.Length : 0);
        DayCount = activity.DayCount;
    }

    /// <summary>Of the times that interactions name an account of a person, the share whose person is known.</summary>
    public double MappedShare { get; }

    public int DayCount { get; }

    public IReadOnlyList<HygieneCount> Counts => [_history, _mapping];

    /// <summary>One line for each gate that is not met.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (_history.Count > 0)
                yield return $"Short history: {DayCount} days of data, {DayCount + _history.Count} wanted. "
                    + "Take places as provisional.";
            if (_mapping.Count > 0)
                yield return $"Low mapping: {100 * MappedShare:0} % of what interactions name is somebody of the "
                    + "directory. Import the people or a mapping of their accounts before relying on places: "
                    + "influencermap hygiene lists the accounts.";
        }
    }

    private static HygieneCount Count(string rule, string unit, long count) =>
        new(rule, unit, count, InfluenceRules.Named(rule).Reason);
}
