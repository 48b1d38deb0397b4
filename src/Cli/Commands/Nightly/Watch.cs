namespace InfluencerMap.Cli;

/// <summary>Keeps running where no scheduler starts the nights: one per day, whatever became of the last.</summary>
internal static class Watch
{
    /// <summary>So often that a clock that is set, or a machine that sleeps, shifts no night.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <param name="night">Runs a night and gives its exit code.</param>
    /// <returns>The exit code of the last night; done where there was none.</returns>
    public static async Task<int> RunAsync(
        NightlyTime time, Func<Task<int>> night, TimeProvider clock, CancellationToken cancellation)
    {
        var last = CommandLine.Done;
        while (true)
        {
            var next = time.After(clock.GetUtcNow());
            Progress.Say($"The next night begins at {next:yyyy-MM-dd HH:mm} UTC.");
            if (!await WaitAsync(next, clock, cancellation))
                return last;
            try
            {
                last = await night();
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                Progress.Fail(CommandLine.Explain(e));
                last = CommandLine.Failed;
            }
        }
    }

    /// <returns>False where it was cancelled.</returns>
    private static async Task<bool> WaitAsync(
        DateTimeOffset until, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            for (var left = until - clock.GetUtcNow(); left > TimeSpan.Zero; left = until - clock.GetUtcNow())
                await Task.Delay(left < Look ? left : Look, clock, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
