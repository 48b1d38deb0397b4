using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Graph.Influence;

/// <summary>Why the first of a ranking stand where they do: prepared for whoever asks later.</summary>
public static class HeadExplanations
{
    /// <summary>People explained at most.</summary>
    public const int CountMax = 200;

    /// <summary>
    /// Default limit of the work: arcs passed over, two searches from each person that is searched from. Tens of
    /// seconds on two cores.
    /// </summary>
    public const double WorkMax = 5e9;

    /// <summary>Explanations in the order of the ranking; fewer, or none, where the limit ends them.</summary>
    /// <param name="network">
    /// What was ranked, along which influence goes; the chart gives the units where departments are not known.
    /// </param>
    /// <param name="ranking">The ranking.</param>
    /// <param name="threads">Workers at most; 0 for one per core. The words are the same for any number.</param>
    /// <param name="workMax">Decided by sizes alone, never by time.</param>
    /// <param name="progress">Gets how many people are done.</param>
    /// <param name="cancellation">Checked once per person searched from.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    public static IReadOnlyList<Explanation> Of(
        Network network, IReadOnlyList<RankedPerson> ranking, int threads = 0, double workMax = WorkMax,
        IProgress<MeasureProgress>? progress = null, CancellationToken cancellation = default)
    {
        var graph = network.Graph;
        var work = 2.0 * Departure.SourceCountOf(graph.NodeCount) * Math.Max(1, graph.ArcCount + graph.NodeCount);
        var ranked = ranking.TakeWhile(person => person.Rank is not null)
            .Take((int)Math.Min(CountMax, workMax / work)).ToArray();
        var explained = new Explanation[ranked.Length];
        var done = 0;
        Parallel.For(
            0, ranked.Length, Workers.Of(threads, cancellation),
            i =>
            {
                explained[i] = Explanation.For(network, ranking, ranked[i].PersonId, cancellation);
                progress?.Report(new(Interlocked.Increment(ref done), ranked.Length));
            });
        return explained;
    }
}
