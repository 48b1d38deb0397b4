using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Chooses who together reach most people, under real constraints, with a proof of how good that is.</summary>
public static class CohortChoice
{
    internal const int AlternatesShown = 3;

    /// <summary>Chooses a cohort.</summary>
    /// <param name="network">
    /// Who is tied to whom: a member reaches along the ties; the chart gives managers, teams and levels.
    /// </param>
    /// <param name="ranking">
    /// Scores decide between equal gains; who has no rank or no tie is chosen only where the options name them.
    /// </param>
    /// <param name="options">What is asked.</param>
    /// <param name="cancellation">Ends the search without a result.</param>
    /// <exception cref="InfeasibleCohortException">The wishes exclude each other; says the fewest that do.</exception>
    /// <exception cref="ArgumentException">Somebody included is not in the graph.</exception>
    /// <remarks>
    /// The same graph, ranking, options and seed give the same cohort for any number of threads. Cost for steps: about
    /// n² / 64 word operations a pass, some dozens of passes; n² / 8 bytes. The cohort is at least
    /// <see cref="CohortCertificate.Ratio"/> of the best possible, whatever made it.
    /// </remarks>
    public static Cohort Choose(
        Network network, IReadOnlyList<RankedPerson> ranking, CohortOptions options,
        CancellationToken cancellation = default)
    {
        var wishes = new CohortWishes(network, ranking, options);
        if (CohortConflict.Find(wishes) is { } conflict)
            throw new InfeasibleCohortException(conflict);
        var feasibility = CohortConflict.Ask(wishes);
        int[] previous = [.. options.Previous.Select(network.People.NodeOf).Where(node => node >= 0).Distinct()];
        var (coverage, members, certificate) = options.Reach.IsSampled
            ? InfluenceChoice.Find(network.Graph, wishes, feasibility, previous, cancellation)
            : FindExact(network.Graph, wishes, feasibility, previous, cancellation);
        var ordered = CohortState.InGreedyOrder(coverage, members, wishes.Standing);
        return CohortFindings.Of(coverage, wishes, feasibility, network.People, ordered, certificate, cancellation);
    }

    /// <summary>Whether any cohort holds to what is asked.</summary>
    public static bool Exists(Network network, IReadOnlyList<RankedPerson> ranking, CohortOptions options) =>
        CohortConflict.Ask(new(network, ranking, options)).Exists() is true;

    /// <summary>What each person covers; for influence, by the sample that no cohort was chosen on.</summary>
    internal static Coverage CoverageOf(
        InteractionGraph graph, CohortWishes wishes, int sampleCount, CancellationToken cancellation) =>
        wishes.Options.Reach.IsSampled
            ? SampledCoverage.Draw(
                new(graph, wishes.Options.Reach.ToldMean), wishes.Reachable, sampleCount,
                InfluenceChoice.SecondSeed(wishes.Options.Seed), wishes.Options.Threads, cancellation)
            : StepCoverage.Of(
                graph, wishes.Options.Reach.StepsMax, wishes.Reachable, wishes.Options.Threads, cancellation);

    private static (Coverage Coverage, int[] Members, CohortCertificate Certificate) FindExact(
        InteractionGraph graph, CohortWishes wishes, Feasibility feasibility, int[] previous,
        CancellationToken cancellation)
    {
        var coverage = CoverageOf(graph, wishes, 0, cancellation);
        var (members, ceiling) = EveryCohort.Best(coverage, wishes, wishes.Options.Size, previous, cancellation)
            ?? Search();
        var reached = new CohortState(coverage, members).CoveredCount;
        return (
            coverage, members,
            new(graph.NodeCount, reached, reached, ceiling, 0, 0, true,
                graph.NodeCount - wishes.Reachable.TiedCount));

        (int[] Members, int Ceiling) Search()
        {
            var start = previous.Length == 0 ? EveryCohort.BestSmaller(coverage, wishes, cancellation) : [];
            var found = CohortSearch.Find(coverage, wishes, feasibility, previous, cancellation, start);
            return (found, CoverageBound.Of(coverage, wishes, found, cancellation));
        }
    }
}
