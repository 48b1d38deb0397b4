namespace InfluencerMap.Graph.Cohorts;

/// <summary>Chooses by expected spread, on as many sampled sets as the error asked for needs.</summary>
/// <remarks>
/// OPIM-C (Tang, Tang, Xiao, Yuan 2018): the cohort is chosen and bounded from above on one sample, estimated on a
/// second that it was not chosen on, and both double until the two bounds are close. Here they are close when sampling
/// takes at most epsilon from what the choice itself is certified on the first sample, which asks for more than
/// 1 − 1/e − epsilon. Seed of the second sample: that of the first, mixed.
/// </remarks>
internal static class InfluenceChoice
{
    private const int SetsAtFirst = 4_096;
    private const int DoublingsMax = 12;
    private const double Delta = 0.05;

    public static (Coverage Coverage, int[] Members, CohortCertificate Certificate) Find(
        InteractionGraph graph, CohortWishes wishes, Feasibility feasibility, int[] previous,
        CancellationToken cancellation)
    {
        var options = wishes.Options;
        var transmission = new Transmission(graph, options.Reach.ToldMean);
        var logOfDelta = Math.Log(2 * DoublingsMax / Delta);
        var setCount = SetsAtFirst;
        for (var doubling = 1; ; doubling++, setCount *= 2)
        {
            var coverage = SampledCoverage.Draw(transmission, setCount, options.Seed, options.Threads, cancellation);
            var members = CohortSearch.Find(coverage, wishes, feasibility, previous, cancellation);
            var covered = new CohortState(coverage, members).CoveredCount;
            var ceiling = CoverageBound.Of(coverage, wishes, members, cancellation);
            var hit = ReverseSets.CountHit(
                transmission, setCount, SecondSeed(options.Seed), members, options.Threads, cancellation);
            var people = (double)graph.NodeCount / setCount;
            var atLeast = Math.Max(members.Length, people * AtLeast(hit, logOfDelta));
            var atMost = Math.Min(graph.NodeCount, people * AtMost(ceiling, logOfDelta));
            var isSettled = atLeast / atMost >= (1 - options.Reach.Epsilon) * covered / Math.Max(1, ceiling);
            if (isSettled || doubling == DoublingsMax || coverage.EntryCount > SampledCoverage.EntriesMax / 2)
                return (
                    CohortChoice.CoverageOf(graph, options, setCount, cancellation), members,
                    new(graph.NodeCount, people * hit, atLeast, atMost, Delta, setCount, isSettled));
        }
    }

    public static ulong SecondSeed(ulong seed) => Hash.Of(seed, 1, 0);

    /// <summary>What the expected count is above, but for a probability of exp(−log).</summary>
    private static double AtLeast(double count, double log)
    {
        var root = Math.Sqrt(count + 2 * log / 9) - Math.Sqrt(log / 2);
        return Math.Max(0, root * root - log / 18);
    }

    /// <summary>What the expected count is below, but for a probability of exp(−log).</summary>
    private static double AtMost(double count, double log)
    {
        var root = Math.Sqrt(count + log / 2) + Math.Sqrt(log / 2);
        return root * root;
    }
}
