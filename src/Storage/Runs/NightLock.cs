namespace InfluencerMap.Storage;

/// <summary>One night at a time for a store: held until it is disposed, or its process ends in whatever way.</summary>
public sealed class NightLock : IAsyncDisposable
{
    private readonly IAsyncDisposable _lock;

    private NightLock(IAsyncDisposable held) => _lock = held;

    /// <exception cref="StoreException">Another holds it: which process, where and since when.</exception>
    internal static async Task<NightLock> TakeAsync(
        Database database, TimeProvider clock, CancellationToken cancellation)
    {
        var held = await database.ExplainedAsync(() => database.TryLockNightAsync(cancellation), cancellation)
            ?? throw await HeldAsync(database, cancellation);
        var since = Instant.ToMs(clock.GetUtcNow().UtcDateTime);
        try
        {
            await database.WriteAsync(
                session => session.ExecuteAsync(
                    Query.HoldNight, new Holder(Environment.ProcessId, Environment.MachineName, since)),
                cancellation);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
        return new(held);
    }

    public ValueTask DisposeAsync() => _lock.DisposeAsync();

    private static async Task<StoreException> HeldAsync(Database database, CancellationToken cancellation)
    {
        var holder = (await database.ReadAsync(
            session => session.FirstAsync<Holder>(Query.ReadNightHolder), cancellation))!;
        return new(
            $"A night of the store {database.Place} is at work: process {holder.ProcessId} on {holder.Host} "
            + $"since {Instant.FromMs(holder.SinceMs):yyyy-MM-dd HH:mm:ss} UTC. Wait until it is done; its lock ends "
            + "with it.");
    }

    private sealed record Holder(long ProcessId, string Host, long SinceMs);
}
