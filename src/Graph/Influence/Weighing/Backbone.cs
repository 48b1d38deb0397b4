namespace InfluencerMap.Graph.Influence;

/// <summary>The ties that stay, and what was set aside.</summary>
/// <param name="Ties">In the order given, strengths unchanged.</param>
/// <param name="Counts">What the backbone removed, in ties.</param>
public sealed record BackboneResult(Tie[] Ties, IReadOnlyList<HygieneCount> Counts);

/// <summary>Removes ties that the two people's volumes explain by themselves.</summary>
/// <remarks>
/// Noise-corrected backbone, Coscia and Neffke 2017 (arXiv:1701.07336), on the amounts of interaction. With n(i)
/// everything that i exchanged and N the sum of all n(i), a tie's amount a is compared with what chance gives,
/// n(i) n(j) / N, as <c>score = (κ a − 1) / (κ a + 1)</c>, κ = N / (n(i) n(j)). The tie stays when the score exceeds
/// <see cref="ExtractingOptions.Backbone"/> standard deviations of itself, whose variance comes from a binomial amount
/// with a Beta prior that has the mean and variance of a hypergeometric draw.
/// An undirected tie counts in both people's sums; a directed one in the source's out and the target's in.
/// Cost: O(ties log ties).
/// </remarks>
public static class Backbone
{
    /// <summary>
    /// Keeps ties above the limit, and each person's strongest <see cref="ExtractingOptions.BackboneKeep"/> ties
    /// whatever the limit; equally strong ones by the other person's key.
    /// </summary>
    /// <param name="weighed">Ties with their amounts.</param>
    /// <param name="nodeCount">Number of nodes that the ties are between.</param>
    /// <param name="options">Limit, and how many to keep; a null limit keeps every tie.</param>
    public static BackboneResult Extract(TieStrengthResult weighed, int nodeCount, ExtractingOptions options)
    {
        if (options.Backbone is not { } limit)
            return new(weighed.Ties, []);
        var keep = StrongestOf(weighed.Ties, nodeCount, options.BackboneKeep);
        MarkSignificant(weighed, nodeCount, limit, keep);
        var ties = weighed.Ties.Where((_, tie) => keep[tie]).ToArray();
        var removed = new RuleCount("backbone", "ties");
        for (var tie = 0; tie < keep.Length; tie++)
            if (!keep[tie])
                removed.Add(weighed.Ties[tie].Source, weighed.Ties[tie].Target);
        return new(ties, [removed.Count]);
    }

    private static void MarkSignificant(
        TieStrengthResult weighed, int nodeCount, double limit, bool[] keep)
    {
        var outSums = new double[nodeCount];
        var inSums = weighed.Directed ? new double[nodeCount] : outSums;
        for (var i = 0; i < weighed.Ties.Length; i++)
        {
            outSums[weighed.Ties[i].Source] += weighed.Amounts[i];
            inSums[weighed.Ties[i].Target] += weighed.Amounts[i];
        }
        var total = outSums.Sum();
        for (var i = 0; i < weighed.Ties.Length; i++)
            keep[i] |= IsSignificant(
                weighed.Amounts[i], outSums[weighed.Ties[i].Source], inSums[weighed.Ties[i].Target], total, limit);
    }

    /// <summary>
    /// False as well where the sums are too small for the prior to exist: then only the strongest ties stay.
    /// </summary>
    private static bool IsSignificant(double amount, double from, double to, double total, double limit)
    {
        var lift = total / (from * to);
        var score = (lift * amount - 1) / (lift * amount + 1);

        var mean = from * to / (total * total);
        var variance = mean * (total - from) * (total - to) / (total * total * (total - 1));
        var certainty = mean * (1 - mean) / variance - 1;
        var posterior = (mean * certainty + amount) / (certainty + total);
        var amountVariance = posterior * (1 - posterior) * total;

        var liftSlope = 1 / (from * to) - total * (from + to) / (from * to * from * to);
        var scoreSlope = 2 * (lift + amount * liftSlope) / ((lift * amount + 1) * (lift * amount + 1));
        return certainty > 0 && score > limit * Math.Abs(scoreSlope) * Math.Sqrt(amountVariance);
    }

    private static bool[] StrongestOf(Tie[] ties, int nodeCount, int keepCount)
    {
        var byStrength = Enumerable.Range(0, ties.Length).ToArray();
        Array.Sort(byStrength, (a, b) =>
            ties[a].Strength != ties[b].Strength ? ties[b].Strength.CompareTo(ties[a].Strength) : a.CompareTo(b));
        var keep = new bool[ties.Length];
        var keptByNode = new int[nodeCount];
        foreach (var tie in byStrength)
        {
            keep[tie] |= keptByNode[ties[tie].Source]++ < keepCount;
            keep[tie] |= keptByNode[ties[tie].Target]++ < keepCount;
        }
        return keep;
    }
}
