namespace InfluencerMap.Storage;

/// <summary>
/// The store's part when the key of its audit changes: what stays of erased people passes to the new key.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="finish">Does what a process that ended left undone; it needs the audit under its new key.</param>
internal sealed class KeySuccession(Database store, Func<Task> finish)
{
    /// <summary>A new key of the audit opens what the former does; who asked for names asks again.</summary>
    public Task TakeOverAsync(byte[] former, byte[] next, DateTime at, CancellationToken cancellation) =>
        store.WriteAsync(
            async session =>
            {
                await Tombstones.TakeOverAsync(session, former, next);
                return await EndNamedViewsAsync(session, at);
            },
            cancellation);

    /// <summary>
    /// The present key of the audit opens what a backup kept under an earlier one. Requests to see names end wherever
    /// there was an earlier one: a caller is another hash since, and could approve what they asked for.
    /// </summary>
    public Task TakeOverAsync(AuditEpochs epochs, DateTime at, CancellationToken cancellation) =>
        store.WriteAsync(
            async session =>
            {
                await Tombstones.TakeOverAsync(session, epochs.Keys);
                return epochs.Keys.Count > 1 ? await EndNamedViewsAsync(session, at) : 0;
            },
            cancellation);

    /// <summary>The former key of the audit opens nothing any more.</summary>
    public Task LeaveAsync(byte[] next, CancellationToken cancellation) =>
        store.WriteAsync(session => Tombstones.LeaveAsync(session, next), cancellation);

    public Task FinishAsync() => finish();

    private static Task<int> EndNamedViewsAsync(Session session, DateTime at) =>
        session.ExecuteAsync(Query.EndNamedViews, new { At = at });
}
