using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class RankIntervalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Intervals_are_those_of_ranking_each_replicate_by_itself()
    {
        var company = new MadeCompany(seed: 41, personCount: 30);
        var ranked = MadeCompany.Ranked(company.People, company.Interactions, threads: 3);
        var kept = ranked.Clean.Kept;
        var places = ranked.People.ToDictionary(person => person.PersonId, _ => new List<int>());
        var last = ranked.People.Count(person => person.Rank is not null);
        for (var replicate = 0; replicate < RankIntervals.ReplicateCount; replicate++)
        {
            var drawn = from one in kept.Reverse()
                        let nodes = (ranked.Model.People.NodeOf(one.Target), ranked.Model.People.NodeOf(one.Source))
                        let day = one.At.Date.Ticks / TimeSpan.TicksPerDay
                        from copy in Enumerable.Range(
                            0, RankIntervals.TimesTaken(nodes.Item1!.Value, nodes.Item2!.Value, day, replicate))
                        select one;
            foreach (var person in NaiveRanking(ranked, [.. drawn]))
                places[person.PersonId].Add(person.Rank ?? last);
        }

        var intervals = RankIntervals.Of(ranked, cancellation: Cancellation);

        Assert.Equal(last, intervals.Count);
        Assert.All(intervals, interval =>
        {
            var ordered = places[interval.PersonId].Order().ToArray();
            Assert.Equal(
                (Math.Min(interval.Rank, ordered[1]), Math.Max(interval.Rank, ordered[30])),
                (interval.Low, interval.High));
        });
        Assert.Contains(intervals, interval => interval.Low < interval.High);
        Assert.Equal(intervals, RankIntervals.Of(
            ranked with { Model = ranked.Model with { Threads = 1 } }, cancellation: Cancellation));
    }

    [Fact]
    public void Days_are_taken_as_often_as_a_poisson_law_of_mean_one_says()
    {
        const int Days = 20_000;
        var taken = Enumerable.Range(0, Days).Select(day => RankIntervals.TimesTaken(new(3), new(7), day, 5)).ToArray();
        var probability = Math.Exp(-1);
        for (var times = 0; times < 5; probability /= ++times)
        {
            // Five standard errors.
            var error = 5 * Math.Sqrt(probability * (1 - probability) / Days);
            Assert.InRange(taken.Count(t => t == times) / (double)Days, probability - error, probability + error);
        }
        Assert.Equal(RankIntervals.TimesTaken(new(7), new(3), 1, 5), RankIntervals.TimesTaken(new(3), new(7), 1, 5));
    }

    [Fact]
    public void Sizes_alone_decide_whether_intervals_are_told()
    {
        var company = new MadeCompany(seed: 42, personCount: 20);
        var ranked = MadeCompany.Ranked(company.People, company.Interactions);
        Assert.Empty(RankIntervals.Of(ranked, workMax: 1000, cancellation: Cancellation));
        Assert.Empty(RankIntervals.Of(ranked, workMax: -1, cancellation: Cancellation));
        Assert.NotEmpty(RankIntervals.Of(ranked, workMax: double.PositiveInfinity, cancellation: Cancellation));
    }

    [Fact]
    public void Contacts_in_bursts_over_less_than_eight_weeks_have_no_intervals_and_the_reason_is_said()
    {
        var people = new MadeCompany(seed: 42, personCount: 20).People;
        Assert.Null(RankIntervals.AbsentFor(MadeCompany.Ranked(people, InBursts(weeks: 10))));
        var ranked = MadeCompany.Ranked(people, InBursts(weeks: 7));
        Assert.Equal(Absence.FewWeeks, RankIntervals.AbsentFor(ranked));
        Assert.Empty(RankIntervals.Of(ranked, cancellation: Cancellation));
        Assert.Equal(Absence.TooLarge, RankIntervals.AbsentFor(ranked, workMax: 1));

        // As a night has it, which lets go of what was kept once it is weighed.
        var lean = ranked with { Clean = ranked.Clean with { Kept = default } };
        Assert.Equal(Absence.FewWeeks, RankIntervals.AbsentFor(lean));
        Assert.Empty(RankIntervals.Of(lean, cancellation: Cancellation));

        // Everybody and their neighbour, on all days of every third week.
        static Interaction<PersonId>[] InBursts(int weeks) =>
        [
            .. from one in Enumerable.Range(1, 19)
               from week in Enumerable.Range(0, weeks)
               where week == weeks - 1 || (week + one) % 3 == 0
               from day in Enumerable.Range(0, 7)
               from mail in BothWays(one, one + 1, 7 * week + day + 1)
               select mail,
        ];
    }

    /// <summary>Two windows drawn from one company: whatever moves is noise, and intervals must say so.</summary>
    [Fact]
    public void Intervals_of_two_draws_from_one_company_part_for_few_and_for_who_changed()
    {
        var (compared, parted) = (0, 0);
        for (var seed = 1; seed <= 4; seed++)
        {
            var one = Intervals(Draw(seed, secondDraw: false));
            var other = Intervals(Draw(seed, secondDraw: true));
            compared += one.Count;
            parted += one.Count(pair => Part(pair.Value, other[pair.Key]));
        }
        Assert.Equal(160, compared);
        Assert.InRange(parted, 0, compared / 20);

        // Who was the last begins to talk with everybody.
        var before = Intervals(Draw(9, secondDraw: false));
        var last = before.Values.MaxBy(interval => interval.Rank).PersonId;
        var everyDay = from day in Enumerable.Range(1, 80)
                       from person in Enumerable.Range(1, 40).Where(id => id != last.Value && (id + day) % 4 == 0)
                       from mail in BothWays(last.Value, person, day)
                       select mail;
        var after = Intervals([.. Draw(9, secondDraw: true), .. everyDay]);
        Assert.True(Part(before[new(last.Value)], after[new(last.Value)]));

        static bool Part(RankInterval a, RankInterval b) => a.High < b.Low || b.High < a.Low;
    }

    /// <summary>Forty people in teams of eight; each pair has a rate of its own, and every day draws anew.</summary>
    private static Interaction<PersonId>[] Draw(int seed, bool secondDraw)
    {
        var (rates, days) = (new Random(seed), new Random(1000 * seed + (secondDraw ? 1 : 0)));
        var talks = from one in Enumerable.Range(1, 40)
                    from other in Enumerable.Range(1, one - 1)
                    let isTeam = (one - 1) / 8 == (other - 1) / 8
                    let rate = rates.NextDouble() < (isTeam ? 0.7 : 0.08) ? 0.15 + 0.4 * rates.NextDouble() : 0
                    from day in Enumerable.Range(1, 80)
                    where days.NextDouble() < rate
                    from mail in BothWays(one, other, day)
                    select mail;
        return [.. talks];
    }

    private static Interaction<PersonId>[] BothWays(int one, int other, int day) =>
    [
        MadeCompany.Mail(one, other, day, eventId: (one * 100 + other) * 1000 + day),
        MadeCompany.Mail(other, one, day - 0.1, eventId: (other * 100 + one) * 1000 + day),
    ];

    private static Dictionary<PersonId, RankInterval> Intervals(Interaction<PersonId>[] interactions) =>
        RankIntervals.Of(
            MadeCompany.Ranked(new MadeCompany(seed: 43, personCount: 40).People, interactions),
            cancellation: Cancellation).ToDictionary(interval => interval.PersonId);

    private static RankedPerson[] NaiveRanking(Ranking ranked, Interaction<PersonId>[] drawn)
    {
        var weighed = ranked.Model.Weigh(drawn);
        var network = ranked.Model.Build(ranked.Model.Extract(weighed).Ties);
        return ranked.Model.Rank(network, weighed.Activity, Cancellation);
    }
}
