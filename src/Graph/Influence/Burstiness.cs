using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Whether the contacts of a pair come singly or in bursts.</summary>
/// <remarks>
/// The Fano factor of active days: over the pairs who are in touch at least once in five weeks, the mean of variance
/// over mean of the days per week on which they were. Contacts that come singly give below 1 (two on one day count as
/// one day): 0.76 to 0.8; real mail 0.8 to 1.1, real chat 2.4.
/// </remarks>
internal static class Burstiness
{
    /// <summary>Above it, contacts come in bursts.</summary>
    public const double Limit = 0.9;

    private const double PerWeekMin = 0.2;

    /// <param name="kept">In the order of pairs and days, as hygiene leaves them.</param>
    /// <returns>0 where no pair is in touch often enough.</returns>
    public static double Of(ReadOnlySpan<Interaction<PersonId>> kept)
    {
        if (kept.IsEmpty)
            return 0;
        long first = long.MaxValue, last = long.MinValue;
        foreach (ref readonly var interaction in kept)
        {
            first = Math.Min(first, PairOrder.DayOf(interaction));
            last = Math.Max(last, PairOrder.DayOf(interaction));
        }
        // Whole weeks only: a part of one has fewer days for another reason.
        var days = new int[(last - first + 1) / 7];
        var (sum, pairCount) = (0.0, 0);
        for (int start = 0, end; days.Length > 1 && start < kept.Length; start = end)
        {
            end = PairOrder.EndOf(kept, start);
            if (FanoOf(kept[start..end], first, days) is { } fano)
                (sum, pairCount) = (sum + fano, pairCount + 1);
        }
        return pairCount == 0 ? 0 : sum / pairCount;
    }

    private static double? FanoOf(ReadOnlySpan<Interaction<PersonId>> pair, long first, int[] days)
    {
        Array.Clear(days);
        long before = -1;
        foreach (ref readonly var interaction in pair)
        {
            var day = PairOrder.DayOf(interaction);
            if (day != before && (day - first) / 7 < days.Length)
                days[(day - first) / 7]++;
            before = day;
        }
        var mean = days.Average();
        return mean < PerWeekMin ? null : days.Sum(count => (count - mean) * (count - mean)) / (days.Length - 1) / mean;
    }
}
