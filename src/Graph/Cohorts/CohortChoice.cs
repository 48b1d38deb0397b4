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
    /// <exception cref="InfeasibleCohortException">The constraints conflict; names the fewest that do.</exception>
    /// <exception cref="ArgumentException">Somebody included is not in the graph.</exception>
    /// <remarks>
    /// The same graph, ranking, options and seed give the same cohort for any number of threads. Cost for steps: about
    /// n² / 64 word operations a pass, some dozens of passes; n² / 8 bytes. The cohort is at least
    /// <see cref="CohortCertificate.Ratio"/> of the best possible, however it was chosen.
    /// </remarks>
    public static Cohort Choose(
        Network network, IReadOnlyList<RankedPerson> ranking, CohortOptions options,
        CancellationToken cancellation = default)
    {
        var constraints = new CohortConstraints(network, ranking, options);
        if (CohortConflict.Find(constraints) is { } conflict)
            throw new InfeasibleCohortException(conflict);
        var feasibility = CohortConflict.Ask(constraints);
        Node[] previous = [.. options.Previous.Select(network.People.NodeOf).OfType<Node>().Distinct()];
        var (coverage, members, certificate) = options.Reach.IsSampled
            ? InfluenceChoice.Find(network.Graph, constraints, feasibility, previous, cancellation)
            : FindExact(network.Graph, constraints, feasibility, previous, cancellation);
        var ordered = CohortState.InGreedyOrder(coverage, members, constraints.Standing);
        return CohortFindings.Of(
            coverage, constraints, feasibility, network.People, ordered, certificate, cancellation);
    }

    /// <summary>Whether any cohort holds to what is asked.</summary>
    public static bool Exists(Network network, IReadOnlyList<RankedPerson> ranking, CohortOptions options) =>
        CohortConflict.Ask(new(network, ranking, options)).Exists() is true;

    /// <summary>What each person covers; for influence, by the sample that no cohort was chosen on.</summary>
    internal static Coverage CoverageOf(
        InteractionGraph graph, CohortConstraints constraints, int sampleCount, CancellationToken cancellation) =>
        constraints.Options.Reach.IsSampled
            ? SampledCoverage.Draw(
                new(graph, constraints.Options.Reach.ToldMean), constraints.Reachable, sampleCount,
                InfluenceChoice.SecondSeed(constraints.Options.Seed), constraints.Options.Threads, cancellation)
            : StepCoverage.Of(
                graph, constraints.Options.Reach.StepsMax, constraints.Reachable, constraints.Options.Threads,
                cancellation);

    private static (Coverage Coverage, Node[] Members, CohortCertificate Certificate) FindExact(
        InteractionGraph graph, CohortConstraints constraints, Feasibility feasibility, Node[] previous,
        CancellationToken cancellation)
    {
        var coverage = CoverageOf(graph, constraints, 0, cancellation);
        var (members, ceiling) = EveryCohort.Best(
                coverage, constraints, constraints.Options.Size, previous, cancellation)
            ?? Search();
        var reached = new CohortState(coverage, members).CoveredCount;
        return (
            coverage, members,
            new(graph.NodeCount, reached, reached, ceiling, 0, 0, true,
                graph.NodeCount - constraints.Reachable.TiedCount));

        (Node[] Members, int Ceiling) Search()
        {
            var start = previous.Length == 0 ? EveryCohort.BestSmaller(coverage, constraints, cancellation) : [];
            var found = CohortSearch.Find(coverage, constraints, feasibility, previous, cancellation, start);
            return (found, CoverageBound.Of(coverage, constraints, found, cancellation));
        }
    }
}
