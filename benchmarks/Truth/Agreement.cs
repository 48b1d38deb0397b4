using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>How well a column puts those first who are named most; equals share what their places would give.</summary>
internal static class Agreement
{
    /// <summary>Spearman's rank correlation; NaN where one of the two distinguishes nobody.</summary>
    public static double Spearman(double[] figures, double[] nominations) =>
        RankAgreement.Of(figures, nominations, 1).Spearman ?? double.NaN;

    /// <summary>Share of the k first who are among the k most named.</summary>
    public static double Precision(double[] figures, double[] nominations, int k) =>
        InFirst(figures, k).Zip(InFirst(nominations, k), (one, other) => one * other).Sum() / k;

    /// <summary>
    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) of the k first: nominations over
    /// log₂(1 + place), as a share of the most that an order can have.
    /// </summary>
    public static double Ndcg(double[] figures, double[] nominations, int k)
    {
        var ideal = Gain(nominations, nominations, k);
        return ideal > 0 ? Gain(figures, nominations, k) / ideal : double.NaN;
    }

    private static double Gain(double[] figures, double[] nominations, int k)
    {
        var (gain, place) = (0.0, 0);
        foreach (var equals in Equals(figures))
        {
            var mean = equals.Average(i => nominations[i]);
            for (var i = 0; i < equals.Length && place < k; i++)
                gain += mean / Math.Log2(1 + ++place);
        }
        return gain;
    }

    /// <summary>By person, the probability of being among the k first where chance orders equals.</summary>
    private static double[] InFirst(double[] figures, int k)
    {
        var inFirst = new double[figures.Length];
        var left = (double)k;
        foreach (var equals in Equals(figures))
        {
            foreach (var i in equals)
                inFirst[i] = Math.Min(1, left / equals.Length);
            left = Math.Max(0, left - equals.Length);
        }
        return inFirst;
    }

    private static IEnumerable<int[]> Equals(double[] figures) => Enumerable.Range(0, figures.Length)
        .GroupBy(i => figures[i]).OrderByDescending(group => group.Key).Select(group => group.ToArray());
}
