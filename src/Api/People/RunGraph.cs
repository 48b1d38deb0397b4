using InfluencerMap.Graph;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api.People;

/// <summary>The graph that a run was computed on, put together again from the ties it stored.</summary>
/// <param name="Run">The run.</param>
/// <param name="Graph">Its graph.</param>
/// <param name="People">The people of the graph, as the directory says today.</param>
/// <param name="Chart">The org chart of the whole directory.</param>
/// <param name="Ranking">The run's ranking.</param>
public sealed record RunGraph(
    Run Run, InteractionGraph Graph, PersonIndex People, OrgChart Chart, RankedPerson[] Ranking)
{
    public static async Task<RunGraph> ReadAsync(Store store, Run run, CancellationToken cancellation)
    {
        var directory = await store.People.ReadAsync(cancellation);
        var ranking = await store.Rankings.RankingAsync(run.Id, cancellation);
        var inRun = ranking.Select(ranked => ranked.PersonId).ToHashSet();
        var people = new PersonIndex(directory.Where(person => inRun.Contains(person.Id)));
        var ties = Array.ConvertAll(
            await store.Rankings.TiesAsync(run.Id, cancellation),
            tie => new Tie(people.NodeOf(tie.Source), people.NodeOf(tie.Target), tie.Strength));
        var graph = GraphBuilder.Build(people.Count, ties, run.Options.Directed);
        return new(run, graph, people, OrgChart.Build(directory), ranking);
    }
}

/// <summary>Keeps the graph last asked about: a run lasts a day, and people are asked about one by one.</summary>
public sealed class RunGraphs
{
    private volatile RunGraph? _kept;

    public async Task<RunGraph> OfAsync(Run run, Store store, CancellationToken cancellation)
    {
        if (_kept is not { } graph || graph.Run.Id != run.Id)
            _kept = graph = await RunGraph.ReadAsync(store, run, cancellation);
        return graph;
    }
}
