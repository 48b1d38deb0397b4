using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public sealed class InfluenceTests
{
    [Fact]
    public void Told_on_average_is_what_was_asked()
    {
        var company = new RandomCompany(1, personCountMax: 200, personCountMin: 200);
        foreach (var told in new[] { 0.1, 0.5, 1 })
        {
            var beta = new Transmission(company.Graph, told).Beta;
            var sum = company.Graph.OutStrengths.ToArray().Sum(strength => 1 - Math.Exp(-beta * strength));
            Assert.Equal(told, sum / company.Graph.NodeCount, 1e-6);
        }
    }

    [Fact]
    public void Every_tie_is_drawn_as_often_as_its_chance_says()
    {
        const int Draws = 200_000;
        Tie[] ties = [.. Enumerable.Range(1, 30).Select(source => new Tie(source, 0, source * source))];
        var graph = GraphBuilder.Build(31, ties, directed: true);
        var transmission = new Transmission(graph, 0.2);
        var counts = new int[31];
        var sources = new Node[31];
        for (var draw = 0; draw < Draws; draw++)
        {
            var hash = new Hash(7, (ulong)draw);
            foreach (var source in sources.AsSpan(0, transmission.Draw(new(0), ref hash, sources)))
                counts[source]++;
        }
        foreach (var tie in ties)
        {
            var chance = 1 - Math.Exp(-transmission.Beta * tie.Strength);
            var deviation = Math.Sqrt(Draws * chance * (1 - chance));
            Assert.InRange(counts[tie.Source], Draws * chance - 5 * deviation - 1, Draws * chance + 5 * deviation + 1);
        }
    }

    [Fact]
    public void The_bounds_hold_against_every_cohort_and_every_drawing()
    {
        var misled = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var graph = SmallGraph(seed);
            var people = PeopleOf(graph);
            var told = 0.4 * graph.ArcCount / graph.NodeCount;
            var spread = NaiveSpread.Of(graph, new Transmission(graph, told).Beta);
            var best = NaiveSpread.Best(graph.NodeCount, 2, spread);
            for (ulong draw = 0; draw < 5; draw++)
            {
                var options = new CohortOptions
                {
                    Size = 2, Reach = CohortReach.Influence(told, 0.2), Seed = draw, Threads = 1,
                    From = [.. people.People.Select(person => person.Id)],
                };
                var cohort = CohortChoice.Choose(
                    new(graph, people, OrgChart.Build(people.People)), [], options,
                    TestContext.Current.CancellationToken);
                var truth = spread(
                    cohort.Members.Aggregate(0, (set, m) => set | 1 << people.NodeOf(m.PersonId)!.Value));
                var certificate = cohort.Certificate;
                misled += certificate.ReachedAtLeast > truth + 1e-9 || certificate.CeilingReached < best - 1e-9 ? 1 : 0;
                Assert.InRange(certificate.Reached, 0.9 * truth, 1.1 * truth);
                Assert.True(truth >= 0.9 * best, $"seed {seed}");
                Assert.True(certificate.IsSettled);
            }
        }
        // At 5 % each, more than 12 of 100 have a probability below 0.2 %.
        Assert.InRange(misled, 0, 12);
    }

    [Fact]
    public void The_cohort_is_the_same_for_any_number_of_threads_and_keeps_its_quotas()
    {
        var company = new RandomCompany(4, personCountMax: 300, personCountMin: 300);
        var options = new CohortOptions
        {
            Size = 8,
            Reach = CohortReach.Influence(1, 0.1),
            Quotas = [new(CohortTrait.Department, Min: 1, Max: 3), new(CohortTrait.Managers, Max: 5)],
            WaitListSize = 4,
        };

        Cohort[] cohorts = [.. new[] { 1, 2, 8 }.Select(threads => company.Choose(options with { Threads = threads }))];

        Assert.Single(cohorts.Select(CohortChoiceTests.Text).Distinct());
        Assert.True(NaiveCohorts.Holds(
            company, options, [.. cohorts[0].Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)]));
        Assert.InRange(cohorts[0].Certificate.Ratio, 0.8, 1);
        Assert.Equal(cohorts[0].Certificate.Reached, cohorts[0].Members.Sum(member => member.Added), 1e-6);
    }

    private static InteractionGraph SmallGraph(int seed)
    {
        var random = new Random(seed);
        var nodeCount = random.Next(4, 9);
        return GraphBuilder.Build(
            nodeCount,
            [.. Enumerable.Range(0, 11).Select(_ =>
                new Tie(random.Next(nodeCount), random.Next(nodeCount), random.Next(1, 5)))],
            directed: true);
    }

    private static PersonIndex PeopleOf(InteractionGraph graph) => new(
        Enumerable.Range(0, graph.NodeCount).Select(node => new Person { Id = new(node + 1), Key = $"{node:x4}" }));
}
