using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Graph.Tests;

namespace InfluencerMap.Tests.Influence;

public sealed class HeadExplanationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_first_places_are_explained_as_each_by_itself_on_any_number_of_threads(int threads)
    {
        var (network, ranking) = Made();
        var explained = HeadExplanations.Of(
            network, ranking, threads, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(HeadExplanations.CountMax, explained.Count);
        foreach (var (place, one) in explained.Index().Where(one => one.Index % 20 == 0))
        {
            Assert.Equal(place + 1, one.Ranked.Rank);
            var alone = Explanation.For(
                network, ranking, one.Ranked.PersonId, TestContext.Current.CancellationToken);
            Assert.Equal(alone.Words.InFull(), one.Words.InFull());
        }
    }

    [Fact]
    public void The_limit_of_work_ends_them_by_sizes_alone()
    {
        var (network, ranking) = Made();
        var each = 2.0 * network.Graph.NodeCount * (network.Graph.ArcCount + network.Graph.NodeCount);

        Assert.Equal(7, Within(7.5).Count);
        Assert.Empty(Within(0.5));

        IReadOnlyList<Explanation> Within(double times) => HeadExplanations.Of(
            network, ranking, workMax: times * each,
            cancellation: TestContext.Current.CancellationToken);
    }

    private static (Network, IReadOnlyList<RankedPerson>) Made()
    {
        const int Count = 230;
        var people = new PersonIndex(Enumerable.Range(1, Count).Select(id => new Person
        {
            Id = new(id), Key = $"{id:x16}", Department = $"Unit {id % 5}",
        }));
        var random = new Random(3);
        Tie[] ties =
        [
            .. Enumerable.Range(0, 3 * Count)
                .Select(_ => new Tie(random.Next(Count), random.Next(Count), random.Next(1, 9)))
                .Where(tie => tie.Source != tie.Target).DistinctBy(tie => (tie.Source, tie.Target)),
        ];
        var graph = GraphBuilder.Build(Count, ties, directed: false);
        var network = new Network(graph, people, OrgChart.Build(people.People));
        var seen = new Activity(
            [.. Enumerable.Repeat(50, Count)], 60, [.. Enumerable.Repeat(9, Count)]);
        var ranking = new InfluenceModel(people, MadeCompany.Period, InfluenceOptions.Default)
            .Rank(network, seen, TestContext.Current.CancellationToken);
        return (network, ranking);
    }
}
