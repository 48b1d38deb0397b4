using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>What no cohort within the constraints can cover more than.</summary>
/// <remarks>
/// Give every element a price from 0 to 1. A cohort's coverage is at most the sum over all elements of (1 − price),
/// plus the sum over its members of the prices of what they cover: an element covered brings at most
/// (1 − price) + price. The second sum is at most that of the best members within the quotas of one attribute, which is
/// found exactly. So any prices give a bound (Lagrangian duality); price 1 for what the cohort leaves out and 0 for the
/// rest gives the familiar one, coverage + best marginal gains. Better prices are sought by fictitious play: price what
/// the best answers so far cover seldom, answer the prices, mix. Prices are sixteenths, so all sums are whole numbers.
/// </remarks>
internal static class CoverageBound
{
    private const int PriceUnit = 16;
    private const int RoundsMax = 300;
    private const int RoundsMin = 10;
    private const long CostMax = 200_000_000;

    /// <summary>
    /// How far around "covered once" a price falls from 1 to 0, in the first round and in the last: the sharper, the
    /// nearer to the best prices, and the longer the way there.
    /// </summary>
    private const double SoftnessAtFirst = 0.5;
    private const double SoftnessAtLast = 0.1;

    public static int Of(
        Coverage coverage, CohortConstraints constraints, IReadOnlyCollection<Node> members,
        CancellationToken cancellation)
    {
        var counts = coverage.CountsOf(members);
        var covered = counts.Count(count => count > 0);
        var ceiling = coverage.CoverableCount;
        var mix = Array.ConvertAll(counts, count => (double)count);
        var prices = new ElementWeights(coverage.ElementCount);
        var rounds = (int)Math.Clamp(CostMax / coverage.SweepCost, RoundsMin, RoundsMax);
        for (var round = 0; round < rounds && ceiling > covered; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var softness = SoftnessAtFirst + (SoftnessAtLast - SoftnessAtFirst) * round / rounds;
            for (var element = 0; element < mix.Length; element++)
                prices.Values[element] = round == 0
                    ? (byte)(counts[element] == 0 ? PriceUnit : 0)
                    : PriceOf(mix[element], softness);
            prices.Slice();
            var (sum, best) = BestMembers.Of(
                coverage.WeighAll(prices, constraints.Options.Threads, cancellation), constraints);
            var unpriced = prices.Values.Sum(price => (long)(PriceUnit - price));
            ceiling = (int)Math.Min(ceiling, (unpriced + sum) / PriceUnit);
            var step = 2.0 / (round + 4);
            var answer = coverage.CountsOf(best);
            for (var element = 0; element < mix.Length; element++)
                mix[element] += step * (answer[element] - mix[element]);
        }
        return ceiling;
    }

    private static byte PriceOf(double timesCovered, double softness) =>
        (byte)Math.Round(PriceUnit * Math.Clamp((1 + softness - timesCovered) / (2 * softness), 0, 1));
}
