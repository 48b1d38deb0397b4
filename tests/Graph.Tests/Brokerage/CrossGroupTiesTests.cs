using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public class CrossGroupTiesTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void Shares_are_those_of_the_list_of_ties(bool directed)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var ties = RandomGraphs.Ties(seed, nodeCountMax: 20, out var nodeCount);
            string?[] names = [.. Enumerable.Range(0, nodeCount).Select(i => i % 6 == 5 ? null : $"{i % 3}")];
            var found = CrossGroupTies.Compute(GraphBuilder.Build(nodeCount, ties, directed), Grouping.By(names));
            foreach (var node in Node.Each(nodeCount))
            {
                var own = ties.Where(tie => tie.Source == node || tie.Target == node)
                    .Where(tie => names[tie.Source] is not null && names[tie.Target] is not null).ToArray();
                var across = own.Where(tie => names[tie.Source] != names[tie.Target]).ToArray();
                Assert.Equal(own.Length == 0, found.EiIndex[node] is null);
                Assert.Equal(
                    names[node] is null ? Absence.NoUnit : own.Length == 0 ? Absence.NoTies : null,
                    found.Absences[node]);
                if (own.Length == 0)
                    continue;
                Assert.Equal((double)across.Length / own.Length, found.ShareOfTies[node]);
                Assert.Equal(
                    across.Sum(tie => tie.Strength) / own.Sum(tie => tie.Strength),
                    found.ShareOfStrength[node]!.Value, 1e-12);
                Assert.Equal((2.0 * across.Length - own.Length) / own.Length, found.EiIndex[node]);
            }
        }
    }

    [Fact]
    public void Index_runs_from_minus_one_within_a_group_to_one_across()
    {
        var path = KnownGraphs.Path(4);
        Assert.Equal([-1, -1, -1, -1], CrossGroupTies.Compute(path, Grouping.By(["a", "a", "a", "a"])).EiIndex);
        Assert.Equal([1, 1, 1, 1], CrossGroupTies.Compute(path, Grouping.By(["a", "b", "a", "b"])).EiIndex);
        Assert.Equal([-1, 0, 0, -1], CrossGroupTies.Compute(path, Grouping.By(["a", "a", "b", "b"])).EiIndex);
        Assert.Equal(-1 / 3.0, CrossGroupTies.Compute(path, Grouping.By(["a", "a", "b", "b"])).EiIndexOfAll);
    }

    [Fact]
    public void Strengths_of_any_size_give_a_share()
    {
        var graph = GraphBuilder.Build(
            4, [new(0, 1, double.MaxValue), new(0, 2, double.MaxValue), new(3, 1, double.Epsilon)], directed: false);
        var shares = CrossGroupTies.Compute(graph, Grouping.By(["a", "a", "b", "b"])).ShareOfStrength;
        Assert.Equal([0.5, 0, 1, 1], shares);
    }
}
