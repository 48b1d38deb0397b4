using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Where each of some nodes stands among them: the share of the others with a smaller value, 0 … 1.</summary>
internal static class Percentiles
{
    /// <summary>Values closer than this, relative to the smaller, are equal: no place is won by rounding.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Percentiles of <paramref name="nodes"/>, by node; 0 for nodes that do not take part.</summary>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<Node> nodes)
    {
        var percentiles = new double[values.Length];
        var sorted = nodes.ToArray();
        var keys = new double[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
            keys[i] = values[sorted[i]];
        Array.Sort(keys, sorted);
        var groupStart = 0;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (keys[i] > keys[groupStart] * (1 + Tolerance))
                groupStart = i;
            percentiles[sorted[i]] = groupStart / (sorted.Length - 1.0);
        }
        return percentiles;
    }

    /// <summary>
    /// Standings from percentiles among <paramref name="count"/>: 1 for the first alone, 0 for the last,
    /// <c>1 − ln(place) / ln(count)</c> between, places count by ratio. Equals share the last of theirs.
    /// </summary>
    public static double[] Standings(double[] percentiles, int count) =>
        Array.ConvertAll(
            percentiles,
            percentile => count > 1 ? 1 - Math.Log(count - percentile * (count - 1)) / Math.Log(count) : 0);
}
