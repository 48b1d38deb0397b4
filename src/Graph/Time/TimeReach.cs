using System.Collections.Concurrent;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Graph;

/// <summary>
/// Reach in time order: how many people something that a person starts can get to within some days, if it is passed on
/// only with interactions that come later. Ties without times promise more than that.
/// </summary>
public static class TimeReach
{
    /// <summary>People whom each person reaches within so many days, on average over the windows of a period.</summary>
    /// <param name="interactions">
    /// Cleaned, in any order; mass mail and lists reach all in one step. Each passes from its source to its target at
    /// its time, meetings and calls both ways. Nominations, rows that say who pressed send, people outside the index
    /// and times outside the windows are left out.
    /// </param>
    /// <param name="people">The people, by node.</param>
    /// <param name="period">
    /// Cut into windows, one after the other, the last of which ends with it; a rest at its beginning is unused.
    /// </param>
    /// <param name="days">Length of a window, at least 1. Nothing is passed on from one window to the next.</param>
    /// <param name="threads">Workers at most; 0 for one per core. The result is the same for any number.</param>
    /// <param name="progress">Gets a report every 512 people, in order, from a worker's thread.</param>
    /// <param name="cancellation">Checked once per 512 people.</param>
    /// <exception cref="ArgumentOutOfRangeException">No day at all, or a negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Times increase along a chain (Kempe, Kleinberg and Kumar 2002, strict), in steps of a second: nobody passes on
    /// within the second in which it came. One sweep from the last second to the first for every 512 people that may
    /// be reached: O(people / 512 · (interactions + windows · people)). 64 bytes per person and worker, 12 to 20 per
    /// interaction. Exact. It follows how much a person sends: a figure beside reach, and in no score.
    /// </remarks>
    public static TimeReachResult Compute(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, Period period, int days, int threads = 0,
        IProgress<MeasureProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (threads < 0)
            Throw.ThreadsNegative(threads);
        var passes = TimedPasses.Of(interactions, people, period, days);
        var sweeps = new ConcurrentBag<TimeSweep>();
        var sums = SourceBlocks.Sum(
            people.Count, people.Count, threads, NewWorker, progress, cancellation, TimeSweep.BlockSize);
        foreach (var sweep in sweeps)
            sweep.Dispose();
        var mean = new double?[people.Count];
        if (passes.WindowCount > 0)
            foreach (var node in people.Nodes)
                mean[node] = passes.IsSeen[node] ? sums[node] / passes.WindowCount : null;
        return new() { Days = days, WindowCount = passes.WindowCount, Mean = mean };

        BlockKernel NewWorker()
        {
            var sweep = new TimeSweep(passes);
            sweeps.Add(sweep);
            return sweep.AddBlock;
        }
    }
}

/// <summary>Reach in time order, by node.</summary>
public sealed record TimeReachResult
{
    /// <summary>Length of a window.</summary>
    public required int Days { get; init; }

    /// <summary>How many whole windows the period has.</summary>
    public required int WindowCount { get; init; }

    /// <summary>
    /// By node, the mean over the windows of the people reached, without the person: 0 … n − 1; 0 for who only
    /// receives. Null where it cannot be told.
    /// </summary>
    public required IReadOnlyList<double?> Mean { get; init; }

    /// <summary>
    /// Why the mean is null: the period is shorter than a window, or the person has no interaction in any. Else null.
    /// </summary>
    /// <param name="node">The person.</param>
    public Absence? WhyAbsent(Node node) =>
        WindowCount == 0 ? Absence.ShortHistory : Mean[node] is null ? Absence.NoTies : null;
}
