using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class InfluenceRankingTests
{
    [Fact]
    public void One_mass_mail_changes_no_rank_and_no_score()
    {
        var company = new MadeCompany(seed: 11);
        var before = MadeCompany.Rank(company.People, company.Interactions);
        var after = MadeCompany.Rank(company.People, [.. company.Interactions, .. company.Broadcast(7, 1, 3.5)]);
        Assert.Equal(before.Select(Unheard), after.Select(Unheard));

        static RankedPerson Unheard(RankedPerson person) => person with { BroadcastCount = 0, BroadcastReach = 0 };
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void More_broadcasts_never_raise_a_rank(int seed)
    {
        var random = new Random(seed);
        var company = new MadeCompany(seed, personCount: 30 + random.Next(40));
        var sender = random.Next(company.People.Length) + 1;
        var interactions = company.Interactions.ToList();
        var rank = RankOf(sender, MadeCompany.Rank(company.People, [.. interactions]));
        for (var volume = 1; volume <= 3; volume++)
        {
            for (var mail = 0; mail < 20; mail++)
                interactions.AddRange(company.Broadcast(sender, -random.Next(), 100 * random.NextDouble()));
            var louder = RankOf(sender, MadeCompany.Rank(company.People, [.. interactions]));
            Assert.True(louder >= rank, $"Volume {volume} moved rank {rank} to {louder}.");
            rank = louder;
        }
    }

    [Fact]
    public void Broadcasts_alone_do_not_make_anybody_measurable()
    {
        var company = new MadeCompany(seed: 12, personCount: 20);
        var loud = new Person { Id = new(500), Key = "loud" };
        var mails = Enumerable.Range(0, 50).SelectMany(mail => company.Broadcast(loud.Id.Value, -mail, mail + 0.5));
        var ranking = MadeCompany.Rank([.. company.People, loud], [.. company.Interactions, .. mails]);
        Assert.Null(ranking.Single(p => p.PersonId == loud.Id).Rank);
        Assert.Equal(loud.Id, ranking[^1].PersonId);
    }

    [Fact]
    public void The_ranking_is_the_same_for_any_threads_and_any_order_of_people_and_events()
    {
        var company = new MadeCompany(seed: 13, personCount: 150);
        var expected = MadeCompany.Rank(company.People, company.Interactions, threads: 1);
        Assert.Equal(expected, MadeCompany.Rank(company.People, company.Interactions, threads: 8));
        new Random(1).Shuffle(company.People);
        new Random(2).Shuffle(company.Interactions);
        Assert.Equal(expected, MadeCompany.Rank(company.People, company.Interactions, threads: 3));
    }

    [Fact]
    public void Shares_add_up_to_the_score_and_ranks_run_without_gaps()
    {
        var company = new MadeCompany(seed: 14);
        var quiet = new Person { Id = new(500), Key = "0", ManagerId = new(1) };
        var ranking = MadeCompany.Rank([.. company.People, quiet], company.Interactions);
        Assert.All(ranking, p => Assert.Equal(p.Score, p.BetweennessShare + p.ReachShare + p.PageRankShare));
        Assert.Equal([.. Enumerable.Range(1, 60).Select(rank => (int?)rank), null], ranking.Select(p => p.Rank));
        Assert.Equal(ranking[..60].Select(p => p.Score).OrderDescending(), ranking[..60].Select(p => p.Score));
        Assert.Equal((0.0, 500), (ranking[60].Score, ranking[60].PersonId.Value));
    }

    [Fact]
    public void Whom_the_chart_cannot_tell_apart_share_the_first_of_their_places()
    {
        // The head; 6 leads of 7 others and 1 of 3; the head's own 7; everybody else.
        var company = new MadeCompany(seed: 14);
        var places = MadeCompany.Rank(company.People, company.Interactions)
            .ToDictionary(person => person.PersonId, person => person.ChartPlace);

        Assert.Equal(1, places[new(1)]);
        Assert.All((int[])[9, 17, 25, 33, 41, 49], lead => Assert.Equal(2, places[new(lead)]));
        Assert.Equal(8, places[new(57)]);
        Assert.All(Enumerable.Range(2, 7), person => Assert.Equal(9, places[new(person)]));
        Assert.All(Enumerable.Range(58, 3), person => Assert.Equal(16, places[new(person)]));
    }

    [Fact]
    public void A_chart_that_tells_nobody_apart_gives_no_level_no_place_and_no_surprise()
    {
        var company = new MadeCompany(seed: 14);
        Person[] flat = [.. company.People.Select(person => person with { ManagerId = null, Level = null })];

        var (withChart, without) = (MadeCompany.Rank(company.People, company.Interactions),
            MadeCompany.Rank(flat, company.Interactions));

        Assert.Contains(withChart, person => person.Surprise is not null);
        Assert.All(without, person => Assert.Equal(
            (null, null, null, null),
            (person.Level, person.ChartPlace, person.PlacesAboveChart, person.Surprise)));
        Assert.Equal(withChart.Select(person => person.Score), without.Select(person => person.Score));
    }

    [Fact]
    public void Percentiles_count_the_others_strictly_below_and_rounding_wins_no_place()
    {
        double[] values = [5, 1, 1 + 1e-13, 0, 9, 0, 7];
        var taking = Numbered.Nodes(0, 1, 2, 3, 4, 5);
        Assert.Equal([0.8, 0.4, 0.4, 0, 1, 0, 0], Percentiles.Of(values, taking));
    }

    [Fact]
    public void A_standing_falls_with_the_logarithm_of_the_place_and_equals_share_the_last_of_theirs()
    {
        double[] values = [8, 7, 7, 5, 4, 3, 2, 1];
        var standings = Percentiles.Standings(Percentiles.Of(values, Numbered.Nodes(Enumerable.Range(0, 8))), 8);
        double[] places = [1, 3, 3, 4, 5, 6, 7, 8];
        Assert.All(
            places.Zip(standings), pair => Assert.Equal(1 - Math.Log(pair.First) / Math.Log(8), pair.Second, 1e-12));
        Assert.Equal((1.0, 0.0), (standings[0], standings[7]));
    }

    [Fact]
    public void Equal_scores_go_by_key()
    {
        // A ring: everybody is placed alike.
        var people = Enumerable.Range(1, 12)
            .Select(id => new Person { Id = new(id), Key = $"{id * 7 % 12:00}" }).ToArray();
        var ring = people.SelectMany(p => Enumerable.Range(0, 10).SelectMany(day => new[]
        {
            MadeCompany.Mail(p.Id.Value, p.Id.Value % 12 + 1, day + 0.5, 100 * p.Id.Value + day),
            MadeCompany.Mail(p.Id.Value % 12 + 1, p.Id.Value, day + 0.5, 50 + 100 * p.Id.Value + day),
        })).ToArray();
        var ranking = MadeCompany.Rank(people, ring);
        Assert.Equal(people.OrderBy(p => p.Key).Select(p => p.Id), ranking.Select(p => p.PersonId));
        Assert.Single(ranking.Select(p => p.Score).Distinct());
    }

    [Fact]
    public void Half_the_weeks_of_the_same_behaviour_keep_the_position()
    {
        var company = new MadeCompany(seed: 15);
        var back = MadeCompany.Period.From.AddDays(7 * MadeCompany.WeekCount / 2);
        var away = company.People[9] with { AbsentFrom = new(2020, 1, 1), AbsentTo = DateOnly.FromDateTime(back) };
        var ranking = MadeCompany.Rank(
            [.. company.People.Select(p => p.Id == away.Id ? away : p)],
            [.. company.Interactions.Where(i => (i.Source != away.Id && i.Target != away.Id) || i.At >= back)]);
        Assert.Equal(
            MadeCompany.Rank(company.People, company.Interactions).Select(p => (p.PersonId, p.Rank)),
            ranking.Select(p => (p.PersonId, p.Rank)));
    }

    [Fact]
    public void Leavers_are_out_of_the_ranking_the_next_night()
    {
        var company = new MadeCompany(seed: 16);
        var left = company.People[0] with { Leave = DateOnly.FromDateTime(MadeCompany.End) };
        var ranking = MadeCompany.Rank([left, .. company.People[1..]], company.Interactions);
        Assert.DoesNotContain(ranking, p => p.PersonId == left.Id);
        Assert.Equal(59, ranking.Length);
    }

    [Fact]
    public void The_plain_preset_ranks_everybody_and_keeps_directions()
    {
        var people = Enumerable.Range(1, 5).Select(id => new Person { Id = new(id), Key = $"{id}" }).ToArray();
        var ranking = MadeCompany.Rank(
            people, [MadeCompany.Mail(1, 2), MadeCompany.Mail(2, 3), MadeCompany.Mail(3, 4)], InfluenceOptions.Plain);
        Assert.Equal([1, 2, 3, 4, 5], ranking.Select(p => p.Rank).OfType<int>());
        Assert.Equal([0, 2, 2, 0, 0], ranking.OrderBy(p => p.PersonId).Select(p => p.Betweenness));
        Assert.Equal([2, 2, 1, 0, 0], ranking.OrderBy(p => p.PersonId).Select(p => p.ReachTwoSteps));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(1024)]
    public void A_constant_times_every_strength_changes_neither_lengths_nor_betweenness(double factor)
    {
        var random = new Random(17);
        var ties = Enumerable.Range(0, 400)
            .Select(_ => new Tie(random.Next(60), random.Next(60), Math.Exp(4 * random.NextDouble()))).ToArray();
        var graph = GraphBuilder.Build(60, ties, directed: false);
        var scaled = GraphBuilder.Build(
            60, Array.ConvertAll(ties, tie => tie with { Strength = tie.Strength * factor }), directed: false);
        var (lengths, scaledLengths) = (TieLengths.FromStrengths(graph), TieLengths.FromStrengths(scaled));
        Assert.Equal(lengths.OutLengths.ToArray(), scaledLengths.OutLengths.ToArray());
        Assert.Equal(Measured.Betweenness(graph), Measured.Betweenness(scaled));
        Assert.Equal(Measured.Betweenness(graph, null, lengths), Measured.Betweenness(scaled, null, scaledLengths));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_are_refused()
    {
        var company = new MadeCompany(seed: 18, personCount: 10);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            MadeCompany.Rank(
                company.People, company.Interactions, new() { Blending = new() { Blend = new(0.5, 0.5, 0.5) } }));
        Assert.Contains("Blend 1.5 is out of bounds", error.Message);
    }

    private static int RankOf(int personId, RankedPerson[] ranking) =>
        ranking.Single(p => p.PersonId.Value == personId).Rank ?? int.MaxValue;
}
