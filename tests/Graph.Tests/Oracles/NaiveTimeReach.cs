using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Reach in time order by the earliest arrival at everybody, from one person and one window at a time, forwards.
/// </summary>
internal static class NaiveTimeReach
{
    public static double?[] Mean(Interaction<PersonId>[] interactions, PersonIndex people, Period period, int days)
    {
        var windowCount = (int)Math.Floor(period.Days / days);
        var passes = interactions
            .Concat(interactions.Where(one => one.Channel is Channel.Meeting or Channel.Call)
                .Select(one => one with { Source = one.Target, Target = one.Source }))
            .Where(one => one.Source != one.Target && one.Role != RecipientRole.SentFor
                && one.Channel != Channel.Nomination && people.NodeOf(one.Source) is { }
                && people.NodeOf(one.Target) is { }
                && one.At >= period.To.AddDays(-days * windowCount) && one.At < period.To)
            .OrderBy(one => one.At).ToArray();
        var means = new double?[people.Count];
        foreach (var person in people.People)
            if (windowCount > 0 && passes.Any(one => one.Source == person.Id || one.Target == person.Id))
                means[people.KnownNodeOf(person.Id)] = Enumerable.Range(1, windowCount).Average(window =>
                    ReachedFrom(person.Id, passes, new(
                        period.To.AddDays(-days * window), period.To.AddDays(-days * (window - 1)))));
        return means;
    }

    private static int ReachedFrom(PersonId start, Interaction<PersonId>[] passes, Period window)
    {
        var arrival = new Dictionary<PersonId, DateTime> { [start] = DateTime.MinValue };
        foreach (var one in passes.Where(one => window.Contains(one.At)))
        {
            var second = new DateTime(one.At.Ticks - one.At.Ticks % TimeSpan.TicksPerSecond);
            if (arrival.TryGetValue(one.Source, out var came) && came < second)
                arrival.TryAdd(one.Target, second);
        }
        return arrival.Count - 1;
    }
}
