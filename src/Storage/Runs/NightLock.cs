namespace InfluencerMap.Storage;

/// <summary>One night at a time for a store: held until it is disposed, or its process ends.</summary>
internal static class NightLock
{
    /// <exception cref="StoreException">Another holds it: which process, where and since when.</exception>
    public static async Task<IAsyncDisposable> TakeAsync(
        Database database, TimeProvider clock, CancellationToken cancellation)
    {
        var held = await database.ExplainedAsync(() => database.TryLockNightAsync(cancellation), cancellation)
            ?? throw await HeldAsync(database, cancellation);
        var since = clock.GetUtcNow().UtcDateTime;
        try
        {
            await database.ExecuteAsync(
                Query.HoldNight, new Holder(Environment.ProcessId, Environment.MachineName, since), cancellation);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
        return held;
    }

    private static async Task<StoreException> HeldAsync(Database database, CancellationToken cancellation)
    {
        var holder = (await database.FirstAsync<Holder>(Query.ReadNightHolder, null, cancellation))!;
        return new(
            $"A night of the store {database.Place} is at work: process {holder.ProcessId} on {holder.Host} "
            + $"since {holder.Since:yyyy-MM-dd HH:mm:ss} UTC. Wait until it is done; its lock ends "
            + "with it.");
    }

    private sealed record Holder(long ProcessId, string Host, DateTime Since);
}
