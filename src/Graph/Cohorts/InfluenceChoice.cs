using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Chooses by expected spread, on as many sampled sets as the error asked for needs.</summary>
/// <remarks>
/// OPIM-C (Tang, Tang, Xiao, Yuan 2018): the cohort is chosen and bounded from above on one sample, estimated on a
/// second that it was not chosen on, and both double until the two bounds are close. Here they are close when sampling
/// takes at most epsilon from what the choice itself is certified on the first sample, which asks for more than
/// 1 − 1/e − epsilon. Where samples are cheap they double further, until sampling takes at most
/// <see cref="FineEpsilon"/>: a small company then gets a certificate that describes the choice and not the sample.
/// Seed of the second sample: that of the first, mixed.
/// </remarks>
internal static class InfluenceChoice
{
    private const int SetsAtFirst = 4_096;
    private const int DoublingsMax = 11;
    private const double Delta = 0.05;
    private const double FineEpsilon = 0.03;

    /// <summary>Memberships up to which another doubling takes about a second.</summary>
    private const int EntriesCheap = 4_000_000;

    public static (Coverage Coverage, Node[] Members, CohortCertificate Certificate) Find(
        InteractionGraph graph, CohortConstraints constraints, Feasibility feasibility, Node[] previous,
        CancellationToken cancellation)
    {
        var (options, reachable) = (constraints.Options, constraints.Reachable);
        if (reachable.Count == 0)
        {
            var nothing = CohortChoice.CoverageOf(graph, constraints, 0, cancellation);
            return (
                nothing, CohortSearch.Find(nothing, constraints, feasibility, previous, cancellation),
                new(graph.NodeCount, 0, 0, 0, 0, 0, true, graph.NodeCount - reachable.TiedCount));
        }
        var transmission = new Transmission(graph, options.Reach.ToldMean);
        for (var doubling = 0; ;)
        {
            var setCount = SetsAtFirst << doubling;
            var coverage = SampledCoverage.Draw(
                transmission, reachable, setCount, options.Seed, options.Threads, cancellation);
            var members = CohortSearch.Find(coverage, constraints, feasibility, previous, cancellation);
            var sample = new Sample(
                new CohortState(coverage, members).CoveredCount,
                CoverageBound.Of(coverage, constraints, members, cancellation),
                ReverseSets.CountHit(
                    transmission, reachable, setCount, SecondSeed(options.Seed), members, options.Threads,
                    cancellation),
                coverage.EntryCount);
            var more = Math.Min(sample.DoublingsWanted(options.Reach.Epsilon), DoublingsMax - doubling);
            if (more > 0)
            {
                doubling += more;
                continue;
            }
            var people = (double)reachable.Count / setCount;
            return (
                CohortChoice.CoverageOf(graph, constraints, setCount, cancellation), members,
                new(
                    graph.NodeCount, people * sample.Hit,
                    Math.Max(members.Count(member => reachable.Counts[member]), people * sample.HitAtLeast()),
                    Math.Min(reachable.Count, people * sample.CeilingAtMost()), Delta, setCount,
                    sample.Taken() <= options.Reach.Epsilon, graph.NodeCount - reachable.TiedCount));
        }
    }

    public static ulong SecondSeed(ulong seed) => Hash.Of(seed, 1, 0);

    /// <summary>Counts of sets: covered and the ceiling of the first sample, hit of the second; memberships.</summary>
    private readonly record struct Sample(double Covered, double Ceiling, double Hit, double Entries)
    {
        private static readonly double LogOfDelta = Math.Log(2 * (DoublingsMax + 1) / Delta);

        /// <summary>What the expected hits are above, but for a probability of exp(−log).</summary>
        public double HitAtLeast()
        {
            var root = Math.Sqrt(Hit + 2 * LogOfDelta / 9) - Math.Sqrt(LogOfDelta / 2);
            return Math.Max(0, root * root - LogOfDelta / 18);
        }

        /// <summary>What the expected ceiling is below, but for a probability of exp(−log).</summary>
        public double CeilingAtMost()
        {
            var root = Math.Sqrt(Ceiling + LogOfDelta / 2) + Math.Sqrt(LogOfDelta / 2);
            return root * root;
        }

        /// <summary>What sampling takes from what the choice is certified on the first sample, as a share.</summary>
        public double Taken() => 1 - HitAtLeast() / CeilingAtMost() * Ceiling / Math.Max(1, Covered);

        /// <summary>Doublings after which sampling likely takes little enough; 0 where it does.</summary>
        public int DoublingsWanted(double epsilon)
        {
            var toFine = DoublingsTo(FineEpsilon);
            return Entries * Math.Pow(2, toFine) <= EntriesCheap ? toFine : DoublingsTo(epsilon);
        }

        private int DoublingsTo(double epsilon)
        {
            if (Taken() <= epsilon)
                return 0;
            // A choice fits its own sample less and less as samples grow: what it covers there stands for the hits.
            var (doublings, grown) = (0, this with { Hit = Covered });
            do
            {
                if (grown.Entries * 2 > SampledCoverage.EntriesMax)
                    return doublings;
                doublings++;
                grown = new(2 * grown.Covered, 2 * grown.Ceiling, 2 * grown.Hit, 2 * grown.Entries);
            }
            while (grown.Taken() > epsilon);
            return doublings;
        }
    }
}
