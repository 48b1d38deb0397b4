using InfluencerMap.Graph;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>A run's graph as it was scored, with its people, chart and ranking: what an explanation rests on.</summary>
/// <param name="Run">The run.</param>
/// <param name="Graph">Nodes are the people of the run whom the directory still holds as present at its end.</param>
/// <param name="People">Gives nodes to people.</param>
/// <param name="Chart">Over the people of the run, as the directory says today.</param>
/// <param name="Ranking">In order, the unmeasurable last.</param>
public sealed record RunNetwork(
    Run Run, InteractionGraph Graph, PersonIndex People, OrgChart Chart, IReadOnlyList<RankedPerson> Ranking)
{
    public static async Task<RunNetwork> ReadAsync(Store store, Run run, CancellationToken cancellation)
    {
        var directory = await store.People.ReadAsync(cancellation);
        var ranking = await store.Rankings.RankingAsync(run.Id, cancellation);
        var ranked = ranking.Select(person => person.PersonId).ToHashSet();
        var people = new PersonIndex(
            PersonIndex.AtEndOf(run.Period, directory).People.Where(person => ranked.Contains(person.Id)));
        var ties = (await store.Rankings.TiesAsync(run.Id, cancellation))
            .Select(tie => new Tie(people.NodeOf(tie.Source), people.NodeOf(tie.Target), tie.Strength))
            .Where(tie => tie is { Source: >= 0, Target: >= 0 })
            .ToArray();
        var graph = GraphBuilder.Build(people.Count, ties, run.Options.Directed);
        return new(
            run, graph, people, OrgChart.Build(people.People),
            [.. ranking.Where(person => people.NodeOf(person.PersonId) >= 0)]);
    }
}
