using System.Diagnostics;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>The least of several repetitions, which other programs on the machine disturb least.</summary>
internal static class Least
{
    /// <summary>Processor seconds of the whole process: the time of one thread where only one works.</summary>
    public static double ProcessorSeconds(int repeats, Action action) => Of(repeats, action, Processor);

    public static double WallSeconds(int repeats, Action action) =>
        Of(repeats, action, () => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);

    private static double Of(int repeats, Action action, Func<double> clock)
    {
        var least = double.MaxValue;
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var start = clock();
            action();
            least = Math.Min(least, clock() - start);
        }
        return least;
    }

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
