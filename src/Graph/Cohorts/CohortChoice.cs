using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Chooses who together reach most people, under real constraints, with a proof of how good that is.</summary>
public static class CohortChoice
{
    internal const int AlternatesShown = 3;

    /// <summary>Chooses a cohort.</summary>
    /// <param name="graph">Who is tied to whom; a member reaches along the ties.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="chart">Who reports to whom: gives managers, teams and levels.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="cancellation">Ends the search without a result.</param>
    /// <exception cref="InfeasibleCohortException">The wishes exclude each other; says the fewest that do.</exception>
    /// <exception cref="ArgumentException">Somebody included or excluded is not in the graph.</exception>
    /// <remarks>
    /// The same graph, options and seed give the same cohort for any number of threads. Cost for steps: about
    /// n² / 64 word operations a pass, some dozens of passes; n² / 8 bytes. The cohort is at least
    /// <see cref="CohortCertificate.Ratio"/> of the best possible, whatever made it.
    /// </remarks>
    public static Cohort Choose(
        InteractionGraph graph, PersonIndex people, OrgChart chart, CohortOptions options,
        CancellationToken cancellation = default)
    {
        var wishes = new CohortWishes(people, chart, options);
        if (CohortConflict.Find(wishes) is { } conflict)
            Throw.NoSuchCohort(conflict);
        var feasibility = CohortConflict.Ask(wishes);
        int[] previous = [.. options.Previous.Select(people.NodeOf).Where(node => node >= 0).Distinct()];
        var (coverage, members, certificate) = options.Reach.IsSampled
            ? InfluenceChoice.Find(graph, wishes, feasibility, previous, cancellation)
            : FindExact(graph, wishes, feasibility, previous, cancellation);
        var ordered = CohortState.InGreedyOrder(coverage, members);
        return CohortFindings.Of(coverage, wishes, feasibility, people, ordered, certificate, cancellation);
    }

    /// <summary>Whether any cohort holds to what is asked.</summary>
    /// <param name="people">The people of the graph.</param>
    /// <param name="chart">Who reports to whom.</param>
    /// <param name="options">What is asked.</param>
    public static bool Exists(PersonIndex people, OrgChart chart, CohortOptions options) =>
        CohortConflict.Ask(new(people, chart, options)).Exists();

    /// <summary>What each person covers; for influence, by the sample that no cohort was chosen on.</summary>
    internal static Coverage CoverageOf(
        InteractionGraph graph, CohortOptions options, int sampleCount, CancellationToken cancellation) =>
        options.Reach.IsSampled
            ? SampledCoverage.Draw(
                new(graph, options.Reach.ToldMean), sampleCount, InfluenceChoice.SecondSeed(options.Seed),
                options.Threads, cancellation)
            : StepCoverage.Of(graph, options.Reach.StepsMax, options.Threads, cancellation);

    private static (Coverage Coverage, int[] Members, CohortCertificate Certificate) FindExact(
        InteractionGraph graph, CohortWishes wishes, Feasibility feasibility, int[] previous,
        CancellationToken cancellation)
    {
        var coverage = CoverageOf(graph, wishes.Options, 0, cancellation);
        var members = CohortSearch.Find(coverage, wishes, feasibility, previous, cancellation);
        var reached = new CohortState(coverage, members).CoveredCount;
        var ceiling = CoverageBound.Of(coverage, wishes, members, cancellation);
        return (coverage, members, new(graph.NodeCount, reached, reached, ceiling, 0, 0, true));
    }
}
