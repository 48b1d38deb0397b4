using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>A run's graph as it was scored, with its people, chart and ranking: what an explanation rests on.</summary>
/// <param name="Run">The run.</param>
/// <param name="Network">
/// The network along which influence goes: the people of the run who may be shown today, and their chart of today.
/// </param>
/// <param name="Ranking">In order, the unmeasurable last.</param>
public sealed record RunNetwork(Run Run, Network Network, IReadOnlyList<RankedPerson> Ranking)
{
    /// <summary>The graph along which influence goes.</summary>
    public InteractionGraph Graph => Network.Graph;

    /// <summary>Gives nodes to people.</summary>
    public PersonIndex People => Network.People;

    /// <summary>The same ties as they were seen or said: of nominations, from whoever names to the named.</summary>
    public required InteractionGraph Ties { get; init; }

    public static async Task<RunNetwork> ReadAsync(Store store, Run run, CancellationToken cancellation) =>
        await ReadAsync(store, await RankedRun.ReadAsync(store, run, cancellation), cancellation);

    /// <summary>The graph of a ranking that is read already.</summary>
    public static async Task<RunNetwork> ReadAsync(Store store, RankedRun ranked, CancellationToken cancellation)
    {
        var (run, people) = (ranked.Run, ranked.People);
        var stored = await store.Rankings.TiesAsync(run.Id, cancellation);
        if (stored.Length == 0 && run.TieCount > 0)
            throw new StoreException(
                $"The ties of run {run.Id} are no longer kept, only its ranking. Take a later run, or let nights keep "
                + "more: influencermap nightly --keep-ties N");
        Tie[] ties =
        [
            .. from tie in stored
               let source = people.NodeOf(tie.Source)
               let target = people.NodeOf(tie.Target)
               where source is not null && target is not null
               select new Tie(source.Value, target.Value, tie.Strength),
        ];
        var network = new InfluenceModel(people, run.Period, run.Options).Build(ties);
        return new(run, run.Options.AlongInfluence(network), ranked.Ranking) { Ties = network.Graph };
    }
}
