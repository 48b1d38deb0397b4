using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Graph.Tests;

public sealed class DepartureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_lost_is_what_a_search_without_the_leavers_does_not_find()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 20, directed: seed % 3 == 0);
            PersonId[] leaving = [.. company.People.People.Take(1 + seed % 3).Select(person => person.Id).Distinct()];
            var gone = leaving.Select(company.People.NodeOf).OfType<Node>().ToHashSet();
            var result = WhatIf.Leave(
                company.Network, leaving, cancellation: Cancellation);

            var (before, after) = (Steps(company.Graph, []), Steps(company.Graph, gone));
            var pairs =
                (from one in Enumerable.Range(0, company.People.Count)
                 from other in Enumerable.Range(0, company.People.Count)
                 where one != other && !gone.Contains(new(one)) && !gone.Contains(new(other))
                     && before(one, other) is not null
                 select (Before: before(one, other)!.Value, After: after(one, other))).ToArray();
            var scale = company.Graph.IsDirected ? 1 : 0.5;
            var longer = pairs.Where(pair => pair.After > pair.Before).ToArray();
            Assert.Equal(scale * pairs.Length, result.PairsConnected);
            Assert.Equal(scale * pairs.Count(pair => pair.After is null), result.PairsCutOff);
            Assert.Equal(scale * longer.Length, result.PairsLonger);
            Assert.Equal(
                longer.Select(pair => pair.After!.Value - (double)pair.Before).DefaultIfEmpty(0).Average(),
                result.ExtraStepsMean, 1e-9);
            Assert.DoesNotContain(
                result.Backups.SelectMany(backup => backup.Candidates), b => leaving.Contains(b.PersonId));
        }
    }

    [Fact]
    public void Cut_people_and_cut_ties_are_those_without_whom_pairs_fall_apart()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 20);
            var result = Fragility.Of(company.Network);
            var cut = result.CutPeople.ToDictionary(person => person.PersonId, person => person.PairsCutOff);
            foreach (var person in company.People.People)
                Assert.Equal(
                    WhatIf.Leave(company.Network, [person.Id], cancellation: Cancellation)
                        .PairsCutOff,
                    cut.GetValueOrDefault(person.Id));
            var cutTies = result.CutTies.Select(tie => (
                Math.Min(company.People.NodeOf(tie.OneId)!.Value, company.People.NodeOf(tie.OtherId)!.Value),
                Math.Max(company.People.NodeOf(tie.OneId)!.Value,
                    company.People.NodeOf(tie.OtherId)!.Value))).ToHashSet();
            var ties = Symmetric.Ties(company.Graph, _ => true);
            var parts = PartCount(company.Graph.NodeCount, ties);
            foreach (var tie in ties)
                Assert.Equal(
                    PartCount(company.Graph.NodeCount, [.. ties.Where(other => other != tie)]) > parts,
                    cutTies.Contains((tie.Source, tie.Target)));
        }
    }

    [Fact]
    public void The_removal_curve_is_the_largest_part_after_every_removal()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 120, personCountMin: 80);
            var count = company.Graph.NodeCount;
            foreach (var order in new[] { RemovalOrder.Random(count, (ulong)seed), RemovalOrder.CoreHd(company.Graph) })
            {
                Assert.Equal(Node.Each(count), order.Order());
                var points = RemovalCurve.Of(company.Graph, order, count, Cancellation);
                foreach (var point in points.Where((_, percent) => percent % 10 == 0))
                {
                    var gone = order[..(int)Math.Floor(point.RemovedShare * count + 1e-9)].ToHashSet();
                    var steps = Steps(company.Graph, gone);
                    var reached = Enumerable.Range(0, count).Where(node => !gone.Contains(new(node)))
                        .Select(node => Enumerable.Range(0, count).Count(other => steps(node, other) is not null));
                    Assert.Equal((double)reached.DefaultIfEmpty(0).Max() / count, point.LargestShare, 1e-12);
                    var efficiency =
                        (from one in Enumerable.Range(0, count)
                         from other in Enumerable.Range(0, count)
                         where one != other && !gone.Contains(new(one))
                         select steps(one, other) is { } far ? 1.0 / far : 0).Sum() / (count * (count - 1.0));
                    Assert.Equal(efficiency, point.Efficiency!.Value, 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Core_first_takes_a_hub_before_its_leaves_and_does_less_work_than_chance()
    {
        Tie[] star = [.. Enumerable.Range(1, 8).Select(leaf => new Tie(0, leaf)), new(1, 2), new(3, 4)];
        Assert.Equal(0, RemovalOrder.CoreHd(GraphBuilder.Build(9, star, directed: false))[0].Index);

        var company = new RandomCompany(11, personCountMax: 400, personCountMin: 400);
        double Robustness(Node[] order) =>
            RemovalCurve.Of(company.Graph, order, cancellation: Cancellation).Average(point => point.LargestShare);
        Assert.True(
            Robustness(RemovalOrder.CoreHd(company.Graph)) < 0.8 * Robustness(RemovalOrder.Random(400, 1)));
    }

    [Fact]
    public void A_chain_of_a_million_does_not_overflow_the_stack()
    {
        const int Count = 1_000_000;
        Tie[] chain = [.. Enumerable.Range(0, Count - 1).Select(node => new Tie(node, node + 1))];
        var cuts = new CutPoints(GraphBuilder.Build(Count, chain, directed: false));
        Assert.Equal(Count - 1, cuts.Bridges.Count);
        Assert.Equal((Count - 2L) * 1, cuts.PairsCut[1]);
    }

    [Fact]
    public void A_pair_of_units_that_hangs_on_one_person_is_named_with_the_shares()
    {
        Person Make(int id, string department) => new() { Id = new(id), Key = $"{id:x4}", Department = department };
        var people = new PersonIndex([Make(1, "A"), Make(2, "A"), Make(3, "A"), Make(4, "B"), Make(5, "B")]);
        Tie[] ties = [new(0, 3, 3), new(0, 4, 3), new(1, 3, 2), new(1, 2, 9)];
        var graph = GraphBuilder.Build(5, ties, directed: false);
        var chart = OrgChart.Build(people.People);

        var pair = Assert.Single(Fragility.Of(new(graph, people, chart)).UnitPairs);
        Assert.Equal((1, 3, 8.0, 0.75), (pair.BrokerId.Value, pair.TieCount, pair.Strength, pair.BrokerShare));
        Assert.Equal(0.75 * 0.75 + 0.25 * 0.25, pair.Herfindahl, 1e-12);

        var without = WhatIf.Leave(new(graph, people, chart), [new(1)], cancellation: Cancellation);
        Assert.Equal([2, 4], without.OnlyBridges.Select(bridge => bridge.PersonId.Value));
        Assert.Equal([0.75, 0.75], without.Units.Select(loss => loss.LostShare));
        Assert.Equal(0.4, Fragility.Of(new(graph, people, chart)).KeyPlayerIndex);
    }

    /// <summary>Floyd and Warshall's steps along the ties; null where there is no way.</summary>
    private static Func<int, int, int?> Steps(InteractionGraph graph, HashSet<Node> gone)
    {
        const int Far = 1_000_000;
        var count = graph.NodeCount;
        var steps = new int[count, count];
        for (var one = 0; one < count; one++)
            for (var other = 0; other < count; other++)
                steps[one, other] = gone.Contains(new(one)) || gone.Contains(new(other)) ? Far
                    : one == other ? 0
                    : graph.OutNeighbours(one).Contains(other) ? 1 : Far;
        for (var via = 0; via < count; via++)
            for (var one = 0; one < count; one++)
                for (var other = 0; other < count; other++)
                    steps[one, other] = Math.Min(steps[one, other], steps[one, via] + steps[via, other]);
        return (one, other) => steps[one, other] < Far ? steps[one, other] : null;
    }

    private static int PartCount(int nodeCount, Tie[] ties)
    {
        var parts = Enumerable.Range(0, nodeCount).ToArray();
        foreach (var tie in ties)
        {
            var (kept, gone) = (parts[tie.Source], parts[tie.Target]);
            for (var node = 0; node < nodeCount; node++)
                parts[node] = parts[node] == gone ? kept : parts[node];
        }
        return parts.Distinct().Count();
    }
}
