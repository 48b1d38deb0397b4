using InfluencerMap.Cli.Tests.Collect;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>Collections that are killed again and again, 50 times in all, and go on until complete.</summary>
public sealed class KilledCollectionTests
{
    private const int StartsMax = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(8, "directory", "message-trace")]
    [InlineData(42, "directory", "groups", "communities", "sent-items", "meetings", "chats", "channels", "calls")]
    public async Task Killed_collection_loses_and_doubles_nothing(int killCount, params string[] sources)
    {
        await using var collected = await CollectedTenant.StartAsync(people: 60, sources);
        await collected.CollectAsync("whole.db");
        var whole = await StoredState.ReadAsync(collected.PathOf("whole.db"));
        var asked = sources.ToDictionary(
            source => source, source => collected.Tenant.Requests.Count(r => r.Path.Contains(SourcePaths.Of[source])));
        var random = new Random(50);
        var (kills, stores) = (0, 1);
        // Points lie in each source in turn, counted in its requests. A store that is complete gives way to a new one.
        for (var start = 0; kills < killCount && start < StartsMax; start++)
        {
            var source = sources[kills % sources.Length];
            var killAt = random.Next(1, 2 + asked[source] / 2);
            if (await IsKilledAsync(collected, $"killed{stores}.db", SourcePaths.Of[source], killAt, random.Next(15)))
                kills++;
            else
                stores++;
        }
        Assert.Equal(killCount, kills);
        await collected.CollectAsync($"killed{stores}.db");
        for (var store = 1; store <= stores; store++)
            StoredState.AssertSame(whole, await StoredState.ReadAsync(collected.PathOf($"killed{store}.db")));
    }

    /// <summary>Collects, and kills the process soon after a request; false where it ended before.</summary>
    private static async Task<bool> IsKilledAsync(
        CollectedTenant collected, string store, string path, int killAt, int delayMs)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        collected.Tenant.Arrived += Count;
        using var process = collected.Cli.Start(collected.CollectArguments(store));
        var ended = process.WaitForExitAsync(Cancellation);
        await Task.WhenAny(reached.Task, ended);
        await Task.WhenAny(Task.Delay(delayMs, Cancellation), ended);
        collected.Tenant.Arrived -= Count;
        var isKilled = !process.HasExited;
        if (isKilled)
            process.Kill();
        await ended;
        Assert.True(isKilled || process.ExitCode == 0, $"Collecting ended with {process.ExitCode}.");
        return isKilled;

        void Count(AskedRequest request)
        {
            if (request.Path.Contains(path) && Interlocked.Increment(ref asked) == killAt)
                reached.TrySetResult();
        }
    }
}
