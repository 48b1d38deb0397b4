using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Engine;

/// <summary>Says when a window is so long that the rule recency leaves most of it without weight.</summary>
public static class FadedWindow
{
    /// <summary>After so many half-lives an interaction counts a sixty-fourth of one of the last day.</summary>
    private const double HalfLives = 6;

    /// <summary>Below this share of faded interactions there is nothing to say.</summary>
    private const double ShareMin = 0.25;

    /// <summary>One line; null where enough of the window counts, or nothing fades.</summary>
    public static string? Hint(ReadOnlySpan<Interaction<PersonId>> kept, Period period, InfluenceOptions influence)
    {
        if (influence.Weighing is not { HalfLifeDays: { } halfLife, CountOnly: false })
            return null;
        var fadedAfter = HalfLives * halfLife;
        var fadedCount = 0;
        double weight = 0, fadedWeight = 0;
        foreach (ref readonly var interaction in kept)
        {
            var age = (period.To - interaction.At).TotalDays;
            var counts = Math.Pow(2, -age / halfLife);
            weight += counts;
            if (age <= fadedAfter)
                continue;
            fadedCount++;
            fadedWeight += counts;
        }
        if (fadedCount < ShareMin * kept.Length || fadedCount == 0)
            return null;
        return $"The window is {period.Days:N0} days long, but an interaction counts half as much every {halfLife:0.#} "
            + $"days (rule recency): {100.0 * fadedCount / kept.Length:0} % of the interactions are older than "
            + $"{fadedAfter:N0} days and give only {100 * fadedWeight / weight:0.#} % of the weight. To count all "
            + "of the "
            + "window alike: --rule recency=off; to halve it once a year: --rule halfLifeDays=365.";
    }
}
