using System.Diagnostics;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public class TimeReachTests
{
    private static readonly DateTime End = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Channel[] Channels =
        [Channel.Mail, Channel.Meeting, Channel.Call, Channel.Chat, Channel.Nomination];

    [Fact]
    public void Reach_in_time_order_matches_the_earliest_arrivals_of_every_person_and_window()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var people = People(random.Next(1, 41));
            // From a second for all to months: in some companies nearly all times are equal.
            var span = (int)Math.Pow(10, random.Next(7)) * 6;
            var interactions = Enumerable.Range(0, random.Next(200)).Select(i => Mail(
                random.Next(people.Count) + 1, random.Next(people.Count + 1) + 1, -random.Next(-2, span) - 0.3)
                with { Channel = Channels[random.Next(5)] }).ToArray();
            foreach (var days in new[] { 1, 7, 14 })
            {
                var period = new Period(End.AddDays(-20), End);
                var found = Compute(interactions, people, period, days);
                Assert.Equal(20 / days, found.WindowCount);
                Assert.Equal(NaiveTimeReach.Mean(interactions, people, period, days), found.Mean);
            }
        }
    }

    [Fact]
    public void Reach_in_time_order_matches_over_several_blocks_of_people()
    {
        var random = new Random(1);
        var people = People(1_200);
        var interactions = Enumerable.Range(0, 12_000).Select(_ => Mail(
            random.Next(1_200) + 1, random.Next(1_200) + 1, -random.Next(1, 28 * 86_400))).ToArray();
        var period = new Period(End.AddDays(-28), End);
        var expected = NaiveTimeReach.Mean(interactions, people, period, 28);
        foreach (var threads in new[] { 1, 2, 3, 8 })
            Assert.Equal(expected, Compute(interactions, people, period, 28, threads).Mean);
        random.Shuffle(interactions);
        Assert.Equal(expected, Compute(interactions, people, period, 28).Mean);
        Assert.True(expected.Max() > 513);
    }

    [Fact]
    public void Later_interactions_pass_on_what_earlier_ones_brought_and_never_the_other_way_round()
    {
        var people = People(4);
        var period = new Period(End.AddDays(-7), End);
        var inOrder = Compute([Mail(1, 2, -30), Mail(2, 3, -20), Mail(3, 4, -10)], people, period, 7);
        Assert.Equal([3, 2, 1, 0], inOrder.Mean);
        var against = Compute([Mail(1, 2, -10), Mail(2, 3, -20), Mail(3, 4, -30)], people, period, 7);
        Assert.Equal([1, 1, 1, 0], against.Mean);
    }

    [Fact]
    public void Nobody_passes_on_within_the_second_in_which_it_came()
    {
        var people = People(3);
        var period = new Period(End.AddDays(-7), End);
        Assert.Equal([1, 1, 0], Compute([Mail(1, 2, -10), Mail(2, 3, -9.6)], people, period, 7).Mean);
        Assert.Equal([1, 1, 0], Compute([Mail(2, 3, -9.6), Mail(1, 2, -10)], people, period, 7).Mean);
        Assert.Equal([2, 1, 0], Compute([Mail(1, 2, -10), Mail(2, 3, -9)], people, period, 7).Mean);
        // A meeting is one moment: the guests meet the host and not each other.
        var meeting = new[] { Mail(1, 2, -5), Mail(1, 3, -5) }
            .Select(one => one with { Channel = Channel.Meeting }).ToArray();
        Assert.Equal([2, 1, 1], Compute(meeting, people, period, 7).Mean);
    }

    [Fact]
    public void Windows_end_with_the_period_and_nothing_is_passed_on_from_one_to_the_next()
    {
        var people = People(3);
        var period = new Period(End.AddDays(-17), End);
        var week = -7 * 86_400;
        // The first lies in the three days that no window of a week holds; the others in different windows.
        var found = Compute([Mail(3, 1, 2 * week - 1), Mail(1, 2, week - 1), Mail(2, 3, week)], people, period, 7);
        Assert.Equal(2, found.WindowCount);
        Assert.Equal([0.5, 0.5, 0], found.Mean);
    }

    [Fact]
    public void What_cannot_be_told_is_null_and_says_why()
    {
        var people = People(3);
        var found = Compute([Mail(1, 2, -10)], people, new(End.AddDays(-7), End), 7);
        Assert.Equal([1, 0, null], found.Mean);
        Assert.Equal((null, Absence.NoTies), (found.WhyAbsent(new(1)), found.WhyAbsent(new(2))));
        var brief = Compute([Mail(1, 2, -10)], people, new(End.AddDays(-6), End), 7);
        Assert.Equal((0, null, Absence.ShortHistory), (brief.WindowCount, brief.Mean[0], brief.WhyAbsent(new(0))));
        Assert.Empty(Compute([], People(0), new(End.AddDays(-7), End), 7).Mean);
    }

    [Fact]
    public void Senseless_calls_are_refused_and_cancelled_ones_give_nothing()
    {
        var period = new Period(End.AddDays(-7), End);
        Assert.Throws<ArgumentOutOfRangeException>(() => Compute([], People(1), period, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compute([], People(1), period, 7, threads: -1));
        Assert.Throws<OperationCanceledException>(() => TimeReach.Compute(
            [], People(1), period, 7, cancellation: new(canceled: true)));
    }

    [Fact]
    public void Ten_thousand_people_and_a_million_interactions_take_seconds()
    {
        var random = new Random(2);
        var people = People(10_000);
        var interactions = new Interaction<PersonId>[1_000_000];
        foreach (ref var interaction in interactions.AsSpan())
            interaction = Mail(random.Next(10_000) + 1, random.Next(10_000) + 1, -random.Next(1, 182 * 86_400))
                with { Channel = Channels[random.Next(4)] };
        var started = Stopwatch.GetTimestamp();
        var found = Compute(interactions, people, new(End.AddDays(-182), End), 28);
        var took = Stopwatch.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper?.WriteLine($"{took.TotalSeconds:0.00} s, {found.WindowCount} windows.");
        Assert.True(took.TotalSeconds < 30, $"{took.TotalSeconds:0.0} s");
    }

    private static TimeReachResult Compute(
        Interaction<PersonId>[] interactions, PersonIndex people, Period period, int days, int threads = 0) =>
        TimeReach.Compute(
            interactions, people, period, days, threads, cancellation: TestContext.Current.CancellationToken);

    private static PersonIndex People(int count) =>
        new(Enumerable.Range(1, count).Select(id => new Person { Id = new(id), Key = $"{id:x16}" }));

    private static Interaction<PersonId> Mail(int source, int target, double seconds) =>
        new(1, End.AddSeconds(seconds), new(source), new(target), Channel.Mail, RecipientRole.To, 1);
}
