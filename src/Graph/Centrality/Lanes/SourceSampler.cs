using System.Numerics.Tensors;

namespace InfluencerMap.Graph.Kernels;

/// <summary>What was found from a sample of sources, on the scale of ordered pairs.</summary>
/// <param name="Means">Estimates in the caller's order.</param>
/// <param name="Radii">How far each may be from the truth, all of them together with probability 1 − delta.</param>
/// <param name="SourceCount">Sources drawn.</param>
/// <param name="LastRadius">
/// The largest radius that the largest sample allowed would leave, judged by the variances seen so far.
/// </param>
internal sealed record SourceSample(double[] Means, double[] Radii, int SourceCount, double LastRadius);

/// <summary>What to do after a check.</summary>
internal enum SampleVerdict
{
    GoOn,
    Enough,

    /// <summary>No sample allowed will be enough.</summary>
    Hopeless,
}

/// <summary>
/// Draws sources with replacement, twice as many each time, until the bounds are good enough.
/// </summary>
/// <remarks>
/// A source's dependency of v divided by n − 1 lies in 0 … 1, and its mean over all sources is v's share of ordered
/// pairs. Empirical Bernstein bounds (Maurer and Pontil 2009), united over nodes and checks: with k draws of variance V
/// and L = ln(4 n / delta_j), the error is at most √(2 V L / k) + 7 L / (3 (k − 1)); check j has delta / 2^j.
/// </remarks>
internal sealed class SourceSampler(LaneBrandes engine, ulong seed, double delta)
{
    // What lanes of floats may lose of a sum of squares, as a share of it.
    private const double RoundingShare = 1e-6;

    private readonly int[] _places = engine.Lanes.Places;
    private readonly double[] _sums = new double[engine.SumCount];

    /// <summary>Samples until enough; null where that would take, or surely will, more than so many sources.</summary>
    public SourceSample? Sample(
        int firstCount, int sourcesMax, Func<SourceSample, SampleVerdict> judge, int threads,
        IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var drawnCount = 0;
        var checksMax = (int)Math.Log2(sourcesMax / (double)firstCount) + 1;
        for (var check = 1; check <= checksMax; check++)
        {
            var wantedCount = firstCount << (check - 1);
            var sources = new int[wantedCount - drawnCount];
            for (var i = 0; i < sources.Length; i++)
                sources[i] = _places[Draw((ulong)(drawnCount + i))];
            // Neighbours in one block; the order of independent draws is free.
            Array.Sort(sources);
            var drawnBefore = drawnCount;
            var found = SourceBlocks.Sum(
                sources.Length, engine.SumCount, threads, () => engine.NewWorker(sources),
                progress is null ? null : new Shifted(progress, drawnBefore, wantedCount), cancellation);
            TensorPrimitives.Add<double>(_sums, found, _sums);
            drawnCount = wantedCount;
            var last = (Count: firstCount << (checksMax - 1), LogTerm: LogTerm(checksMax));
            var sample = Bound(drawnCount, LogTerm(check), last.Count, last.LogTerm);
            if (judge(sample) is not SampleVerdict.GoOn and var verdict)
                return verdict == SampleVerdict.Enough ? sample : null;
        }
        return null;
    }

    private double LogTerm(int check) => Math.Log(4 * _places.Length / Math.ScaleB(delta, -check));

    private SourceSample Bound(int drawnCount, double logTerm, int lastCount, double lastLogTerm)
    {
        var nodeCount = _places.Length;
        var (means, radii) = (new double[nodeCount], new double[nodeCount]);
        var largestVariance = 0.0;
        double others = nodeCount - 1;
        for (var node = 0; node < nodeCount; node++)
        {
            var mean = _sums[_places[node]] / others / drawnCount;
            var meanSquare = _sums[nodeCount + _places[node]] / (others * others) / drawnCount;
            var variance = Math.Max(meanSquare - mean * mean, 0) + RoundingShare * meanSquare;
            variance *= drawnCount / (drawnCount - 1.0);
            means[node] = mean;
            radii[node] = Radius(variance, logTerm, drawnCount);
            largestVariance = Math.Max(largestVariance, variance);
        }
        return new(means, radii, drawnCount, Radius(largestVariance, lastLogTerm, lastCount));
    }

    private static double Radius(double variance, double logTerm, double count) =>
        Math.Sqrt(2 * variance * logTerm / count) + 7 * logTerm / (3 * (count - 1));

    /// <summary>The node of a draw: a hash of seed and number, without state.</summary>
    private int Draw(ulong number) => (int)Math.BigMul(
        Hash.Mix(seed * Hash.Step + (number + 1) * 0xD1B54A32D192ED03), (ulong)_places.Length, out _);

    private sealed class Shifted(IProgress<MeasureProgress> progress, int done, int count) : IProgress<MeasureProgress>
    {
        public void Report(MeasureProgress value) => progress.Report(new(done + value.SourcesDone, count));
    }
}
