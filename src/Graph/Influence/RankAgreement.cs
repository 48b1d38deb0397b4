namespace InfluencerMap.Graph.Influence;

/// <summary>How far two orders of the same people agree.</summary>
/// <param name="PeopleCount">People whom both orders place; the correlations are over these.</param>
/// <param name="Spearman">
/// Spearman's rho, −1 … 1: Pearson's correlation of the places, equals sharing the mean of theirs. Null where an order
/// does not distinguish anybody.
/// </param>
/// <param name="Kendall">
/// Kendall's tau-b, −1 … 1: pairs of people in the same order in both less pairs in opposite order, as a share, equals
/// taken out. Null as above.
/// </param>
/// <param name="TopCount">How many of each are compared as the first: fewer where an order is shorter.</param>
/// <param name="SharedTopCount">Of the first of one, how many are among the first of the other.</param>
/// <param name="SharedByChance">
/// Probability that as many or more would be shared if one order were drawn at random (hypergeometric).
/// </param>
public sealed record RankAgreement(
    int PeopleCount, double? Spearman, double? Kendall, int TopCount, int SharedTopCount, double SharedByChance)
{
    /// <summary>Compares two orders.</summary>
    /// <param name="one">A value per person, larger is higher; NaN where the order does not place them.</param>
    /// <param name="other">The same people in the other order.</param>
    /// <param name="top">How many first to compare, at least 1. Of equals the earlier in the list is first.</param>
    /// <remarks>
    /// Spearman 1904; Kendall 1945, counted in O(n log n) by merging (Knight 1966). Exact, no sampling. The first are
    /// compared over everybody listed, so that whom one order does not place counts as disagreement.
    /// </remarks>
    /// <exception cref="ArgumentException">The lists are not of one length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is below 1.</exception>
    public static RankAgreement Of(IReadOnlyList<double> one, IReadOnlyList<double> other, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (one.Count != other.Count)
            throw new ArgumentException($"Two orders of {one.Count} and {other.Count} people: give both the same.");
        var both = Enumerable.Range(0, one.Count).Where(i => !double.IsNaN(one[i]) && !double.IsNaN(other[i]));
        var pairs = both.Select(i => (One: one[i], Other: other[i])).ToArray();
        var (first, second) = (First(one, top), First(other, top));
        var topCount = Math.Min(first.Count, second.Count);
        var shared = first.Take(topCount).Intersect(second.Take(topCount)).Count();
        return new(
            pairs.Length, Pearson(MeanPlaces(pairs.Select(p => p.One)), MeanPlaces(pairs.Select(p => p.Other))),
            TauB(pairs), topCount, shared, AtLeast(shared, topCount, one.Count));
    }

    private static List<int> First(IReadOnlyList<double> order, int top) =>
    [
        .. Enumerable.Range(0, order.Count).Where(i => !double.IsNaN(order[i]))
            .OrderByDescending(i => order[i]).Take(top),
    ];

    private static double[] MeanPlaces(IEnumerable<double> ofEach)
    {
        double[] values = [.. ofEach];
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var places = new double[values.Length];
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            for (var i = start; i < end; i++)
                places[order[i]] = (start + end - 1) / 2.0;
        }
        return places;
    }

    private static double? Pearson(double[] a, double[] b)
    {
        var mean = (a.Length - 1) / 2.0;
        double product = 0, ofA = 0, ofB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            ofA += (a[i] - mean) * (a[i] - mean);
            ofB += (b[i] - mean) * (b[i] - mean);
        }
        return ofA > 0 && ofB > 0 ? product / Math.Sqrt(ofA * ofB) : null;
    }

    private static double? TauB((double One, double Other)[] pairs)
    {
        Array.Sort(pairs);
        var all = Pairs(pairs.Length);
        var equalInOne = EqualPairs(pairs, (a, b) => a.One == b.One);
        var equalInBoth = EqualPairs(pairs, (a, b) => a == b);
        var others = Array.ConvertAll(pairs, pair => pair.Other);
        // Merging counts each pair that stands the other way round; it leaves the values in order.
        var opposite = Inversions(others, new double[others.Length]);
        var equalInOther = EqualPairs(others, (a, b) => a == b);
        var (apartInOne, apartInOther) = (all - equalInOne, all - equalInOther);
        var same = all - equalInOne - equalInOther + equalInBoth - opposite;
        return apartInOne > 0 && apartInOther > 0
            ? (same - opposite) / Math.Sqrt((double)apartInOne * apartInOther)
            : null;
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    private static long EqualPairs<T>(T[] ordered, Func<T, T, bool> areEqual)
    {
        long pairs = 0, run = 0;
        for (var i = 1; i < ordered.Length; i++)
        {
            run = areEqual(ordered[i - 1], ordered[i]) ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }

    private static long Inversions(Span<double> values, Span<double> merged)
    {
        if (values.Length < 2)
            return 0;
        var half = values.Length / 2;
        var count = Inversions(values[..half], merged) + Inversions(values[half..], merged);
        for (int left = 0, right = half, i = 0; i < values.Length; i++)
            if (right == values.Length || (left < half && values[left] <= values[right]))
                merged[i] = values[left++];
            else
            {
                count += half - left;
                merged[i] = values[right++];
            }
        merged[..values.Length].CopyTo(values);
        return count;
    }

    /// <summary>Probability that a random choice of so many shares at least so many with a fixed one.</summary>
    private static double AtLeast(int shared, int chosen, int all)
    {
        double probability = 0;
        for (var i = shared; i <= chosen; i++)
            if (chosen - i <= all - chosen)
                probability += Math.Exp(
                    LogChoose(chosen, i) + LogChoose(all - chosen, chosen - i) - LogChoose(all, chosen));
        return Math.Min(1, probability);
    }

    private static double LogChoose(int n, int k)
    {
        double log = 0;
        for (var i = 1; i <= k; i++)
            log += Math.Log((double)(n - k + i) / i);
        return log;
    }
}
