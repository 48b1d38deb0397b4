using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Keeps the last run when a new one would rest on missing data, or on a clock that was set back.</summary>
public static class RunGuard
{
    /// <summary>For nights that end with today: a window before the last one is a clock set back.</summary>
    public static void RequireClock(NightlyOptions options, Run? last)
    {
        var to = options.Period.To;
        if (options.EndsToday && last is not null && to < last.Period.To)
            throw new FailedException(
                $"The clock says {to:yyyy-MM-dd}, but the last run covers up to {last.Period.To:yyyy-MM-dd}. "
                + "The last run is kept. Set the clock right, or give the day with --as-of.");
    }

    /// <summary>Compares with the last run, which a look back into earlier windows does not follow on from.</summary>
    public static void RequireNoDrop(NightlyOptions options, int personCount, int interactionCount, Run? last)
    {
        if (options.AcceptDrop || last is null || options.Period.To < last.Period.To)
            return;
        Require("people", personCount, last.PersonCount);
        if (LengthOf(options.Period) == LengthOf(last.Period))
            Require("interactions", interactionCount, last.InteractionCount);

        void Require(string what, long now, long before)
        {
            var drop = before == 0 ? 0 : 1 - (double)now / before;
            if (drop > options.DropShareMax)
                throw new FailedException(
                    $"{now:N0} {what}, {100 * drop:0} % fewer than the {before:N0} of run {last.Id}; a night may lose "
                    + $"{100 * options.DropShareMax:0} % at most. The last run is kept. Look at what was imported or "
                    + "collected; if it is right, repeat with --accept-drop.");
        }
    }

    private static TimeSpan LengthOf(Period period) => period.To - period.From;
}
