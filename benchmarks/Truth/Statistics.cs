namespace InfluencerMap.Benchmarks.Truth;

/// <summary>A mean and the 95 % interval that resampling gives it.</summary>
internal readonly record struct Estimate(double Value, double Low, double High)
{
    public string Text(string format) => $"{Value.ToString(format)} [{Low.ToString(format)}, {High.ToString(format)}]";
}

/// <summary>Medians and the bootstrap (Efron 1979), with random numbers of a fixed seed.</summary>
internal static class Statistics
{
    private const int Seed = 1979;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The mean of values that are independent of each other, such as one per company.</summary>
    public static Estimate Mean(IReadOnlyList<double> values, int resamples) => Bootstrap(
        values.Average(), values.Count, resamples, (drawn, _) => drawn.Average(i => values[i]));

    /// <summary>Any figure of <paramref name="count"/> units that are drawn with replacement.</summary>
    /// <param name="value">Of the units as they are.</param>
    /// <param name="count">Units.</param>
    /// <param name="resamples">How often they are drawn.</param>
    /// <param name="figure">Of the units drawn, and the number of the resample; NaN counts for nothing.</param>
    public static Estimate Bootstrap(double value, int count, int resamples, Func<int[], int, double> figure)
    {
        var random = new Random(Seed);
        var drawn = new int[count];
        var figures = new List<double>();
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var i = 0; i < count; i++)
                drawn[i] = random.Next(count);
            if (figure(drawn, resample) is var one && !double.IsNaN(one))
                figures.Add(one);
        }
        figures.Sort();
        return figures.Count == 0
            ? new(value, double.NaN, double.NaN)
            : new(value, figures[figures.Count / 40], figures[^(figures.Count / 40 + 1)]);
    }
}
