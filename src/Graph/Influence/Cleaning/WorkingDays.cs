using System.Collections;
using System.Numerics;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// On which weekdays people work, as the people file says or as their own mail shows, so that part time costs no tie.
/// </summary>
/// <remarks>
/// Each weekday weighs what it weighs in the company: its share of all days on which anybody wrote. A person who wrote
/// on a tenth or less of the days that this leads to expect, of at least 7, does not work on that weekday: by chance
/// that happens to about one in a thousand.
/// </remarks>
internal sealed class WorkingDays
{
    private const double ExpectedMin = 7, SeenShareMax = 0.1;
    private const int DaysAWeek = 7, FullWeek = 5;

    private readonly double[] _weights;
    private readonly Weekdays[] _days;
    private readonly double[] _hours;

    private WorkingDays(double[] weights, Weekdays[] days, double[] hours) =>
        (_weights, _days, _hours) = (weights, days, hours);

    /// <summary>Share of the working time on which both are there, 0 … 1.</summary>
    public double ShareTogether(Node u, Node v)
    {
        if (_days[u] == Weekdays.All && _days[v] == Weekdays.All)
            return _hours[u] * _hours[v];
        double share = 0;
        for (var day = 0; day < DaysAWeek; day++)
            if (_days[u].HasFlag(DayAt(day)) && _days[v].HasFlag(DayAt(day)))
                share += _weights[day];
        return share * _hours[u] * _hours[v];
    }

    /// <summary>Learns them from what each person sent; stated days and hours come first.</summary>
    /// <param name="kept">In any order.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="period">What lies outside is left out.</param>
    public static WorkingDays Learn(
        ReadOnlySpan<Interaction<PersonId>> kept, PersonIndex people, Period period)
    {
        var counts = DaysSent(kept, people, period);
        var weights = new double[DaysAWeek];
        for (var i = 0; i < counts.Length; i++)
            weights[i % DaysAWeek] += counts[i];
        var total = Math.Max(1, weights.Sum());
        weights = Array.ConvertAll(weights, weight => weight / total);
        var days = new Weekdays[people.Count];
        var hours = new double[people.Count];
        foreach (var node in people.Nodes)
        {
            var person = people[node];
            days[node] = person.WorkingDays ?? Seen(counts.AsSpan(node * DaysAWeek, DaysAWeek), weights);
            hours[node] = HoursOf(person, days[node]);
        }
        return new(weights, days, hours);
    }

    /// <summary>
    /// Share of a full day that is worked on a day of work: what days off do not account for already. Days that were
    /// learnt account for all of it.
    /// </summary>
    private static double HoursOf(Person person, Weekdays days)
    {
        if (person.Fte is not { } fte || (person.WorkingDays is null && days != Weekdays.All))
            return 1;
        return Math.Min(1, fte * FullWeek / Math.Clamp(BitOperations.PopCount((uint)days), 1, FullWeek));
    }

    private static Weekdays Seen(ReadOnlySpan<int> counts, double[] weights)
    {
        var sent = 0;
        foreach (var count in counts)
            sent += count;
        var seen = Weekdays.All;
        for (var day = 0; day < DaysAWeek; day++)
            if (sent * weights[day] >= ExpectedMin && counts[day] <= SeenShareMax * sent * weights[day])
                seen &= ~DayAt(day);
        return seen;
    }

    /// <summary>By node and weekday: UTC days on which the person sent something.</summary>
    private static int[] DaysSent(ReadOnlySpan<Interaction<PersonId>> kept, PersonIndex people, Period period)
    {
        var first = period.From.Ticks / TimeSpan.TicksPerDay;
        var dayCount = (int)Math.Ceiling(period.Days) + 1;
        var seen = new BitArray(checked(people.Count * dayCount));
        var counts = new int[people.Count * DaysAWeek];
        foreach (ref readonly var interaction in kept)
        {
            var day = PairOrder.DayOf(interaction) - first;
            if (people.NodeOf(interaction.Source) is not { } node || day < 0 || day >= dayCount
                || seen[node * dayCount + (int)day])
                continue;
            seen[node * dayCount + (int)day] = true;
            counts[node * DaysAWeek + (int)interaction.At.DayOfWeek]++;
        }
        return counts;
    }

    private static Weekdays DayAt(int day) => (Weekdays)(1 << day);
}
