namespace InfluencerMap.Graph;

/// <summary>How many workers share a loop: as many as asked for, or one per core where 0 are.</summary>
internal static class Workers
{
    public static int CountOf(int threads) => threads > 0 ? threads : Environment.ProcessorCount;

    public static ParallelOptions Of(int threads, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = CountOf(threads), CancellationToken = cancellation };
}
