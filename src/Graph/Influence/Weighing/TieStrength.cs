using System.Collections;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>The ties of one period, with what they were computed from.</summary>
/// <param name="Ties">
/// Between nodes, in ascending order. Undirected: each pair once, smaller node first, to be built with
/// <c>directed: false</c>.
/// </param>
/// <param name="Amounts">
/// Parallel to <paramref name="Ties"/>: decayed and diluted interactions, twice the smaller direction, or one of them
/// where ties are directed.
/// </param>
/// <param name="Activity">How much was seen of each person.</param>
/// <param name="Counts">Interactions and pairs that rules weighed otherwise, and pairs that gave no tie.</param>
/// <param name="Directed">Whether ties keep their direction.</param>
public sealed record TieStrengthResult(
    Tie[] Ties, double[] Amounts, Activity Activity, IReadOnlyList<HygieneCount> Counts, bool Directed);

/// <summary>How much was seen: decides who can be measured at all.</summary>
/// <param name="InteractionCountByNode">Interactions kept by hygiene that the person sent or received.</param>
/// <param name="DayCount">UTC days from the first interaction to the last, both included; 0 without any.</param>
/// <param name="ActiveWeekCountByNode">Weeks, from the first interaction of all, in which the person had any.</param>
public sealed record Activity(
    IReadOnlyList<int> InteractionCountByNode, int DayCount, IReadOnlyList<int> ActiveWeekCountByNode);

/// <summary>Many events, one weight per pair.</summary>
/// <remarks>
/// With x the amount of one direction, every interaction adding channel weight × role weight × heard / audience ×
/// 2^(−age / half-life), a meeting of known length minutes / 30 of it, age seen from the end of the period, heard the
/// share of the sender's round mail that goes to people who write back (1 for a message to one):
/// <c>strength = log(1 + 2 · min(x(u,v), x(v,u))) · (1 − balance + balance · reciprocity)</c>, balance 0.5 by default,
/// <c>reciprocity = 2 · min(x(u,v), x(v,u)) / (x(u,v) + x(v,u))</c>: what one writes beyond what the other does adds
/// nothing. Where ties need not go both ways, the log holds the sum; where they are directed, the one direction.
/// Amounts are rates: multiplied up for the days on which the two were not both there.
/// With <see cref="WeighingOptions.CountOnly"/> a strength is the number of interactions.
/// </remarks>
public static class TieStrength
{
    /// <summary>Weighs what hygiene kept.</summary>
    /// <param name="kept">In any order; the same result to the bit for each.</param>
    /// <param name="people">The people of the graph; everyone in <paramref name="kept"/> is among them.</param>
    /// <param name="period">Its end is the instant that ages are counted from.</param>
    /// <param name="options">The rules.</param>
    /// <exception cref="ArgumentException">An interaction names someone outside the index.</exception>
    /// <remarks>
    /// Cost: O(n) for n interactions in the order of <see cref="HygieneResult.Kept"/>; else one sort and one copy.
    /// </remarks>
    public static TieStrengthResult Weigh(
        ReadOnlySpan<Interaction<PersonId>> kept, PersonIndex people, Period period, WeighingOptions options)
    {
        var ordered = kept;
        if (!PairOrder.IsInOrder(kept, people))
        {
            var copy = kept.ToArray();
            PairOrder.Sort(copy, people);
            ordered = copy;
        }
        var presence = options.CountOnly ? null : new Presence(
            people, period, options.HalfLifeDays, WorkingDays.Learn(ordered, people, period));
        var weigher = new PairWeigher(
            period, options, presence, options.Dilution ? Heard.By(ordered, people) : null);
        var ties = new TieList(options, presence, DaysOf(ordered).Count);
        for (int start = 0, end; start < ordered.Length; start = end)
        {
            end = PairOrder.EndOf(ordered, start);
            var pair = PairOrder.PairOf(ordered[start], people);
            if (pair == PairOrder.NoPair)
                Throw.PersonNotInIndex(PairOrder.IndexOfNoPair(kept, people));
            Node u = new((int)(pair >> 32)), v = new((int)pair);
            ties.Add(u, v, weigher.Add(ordered[start..end], u, v, people[u].Id));
        }
        var (sorted, amounts) = ties.Sorted();
        return new(
            sorted, amounts, ActivityOf(ordered, people), [.. weigher.Counts, .. ties.Counts],
            options.Directed);
    }

    private static Activity ActivityOf(ReadOnlySpan<Interaction<PersonId>> kept, PersonIndex people)
    {
        var countByNode = new int[people.Count];
        foreach (ref readonly var interaction in kept)
        {
            countByNode[people.KnownNodeOf(interaction.Source)]++;
            countByNode[people.KnownNodeOf(interaction.Target)]++;
        }
        var (first, dayCount) = DaysOf(kept);
        return new(countByNode, dayCount, ActiveWeeks(kept, people, first, dayCount));
    }

    /// <summary>The first day and how many there are from it to the last.</summary>
    private static (long First, int Count) DaysOf(ReadOnlySpan<Interaction<PersonId>> kept)
    {
        long first = long.MaxValue, last = long.MinValue;
        foreach (ref readonly var interaction in kept)
        {
            first = Math.Min(first, PairOrder.DayOf(interaction));
            last = Math.Max(last, PairOrder.DayOf(interaction));
        }
        return (first, kept.IsEmpty ? 0 : (int)(last - first + 1));
    }

    private static int[] ActiveWeeks(
        ReadOnlySpan<Interaction<PersonId>> kept, PersonIndex people, long first, int dayCount)
    {
        var weekCount = (dayCount + 6) / 7;
        var active = new BitArray(people.Count * weekCount);
        foreach (ref readonly var interaction in kept)
        {
            var week = (int)(PairOrder.DayOf(interaction) - first) / 7;
            active[people.KnownNodeOf(interaction.Source) * weekCount + week] = true;
            active[people.KnownNodeOf(interaction.Target) * weekCount + week] = true;
        }
        var weeksByNode = new int[people.Count];
        for (var i = 0; i < active.Length; i++)
            weeksByNode[i / weekCount] += active[i] ? 1 : 0;
        return weeksByNode;
    }
}
