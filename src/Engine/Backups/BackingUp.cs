using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Backups of a store, each with its line in the audit.</summary>
public static class BackingUp
{
    /// <summary>Copies store and audit into one file, while the API and a night go on.</summary>
    /// <exception cref="StoreException">The store is on a server, or cannot be read.</exception>
    public static async Task<BackupManifest> WriteAsync(
        string connection, string file, Steps progress, CancellationToken cancellation)
    {
        StoreBackup.RequireFile(connection);
        await using (var store = await Store.OpenExistingAsync(connection, cancellation))
            await OperatorAudit.WriteAsync(store, OperatorAudit.Backup, OperatorAudit.WholeBackup, [], cancellation);
        return await progress.StepAsync(
            "Copy the store and its audit",
            () => StoreBackup.WriteAsync(
                connection, file, TimeProvider.System.GetUtcNow().UtcDateTime, progress, cancellation),
            made => $"{made.Counts.People:N0} people, {made.Counts.Interactions:N0} interactions, "
                + $"{made.Counts.Runs:N0} runs, {made.Audit.Sequence:N0} lines of the audit");
    }

    /// <summary>Writes what outlives a restore: who was erased, what people said, which keys were revoked.</summary>
    public static async Task<Withdrawals> WriteWithdrawalsAsync(
        string connection, string file, CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(connection, cancellation);
        await OperatorAudit.WriteAsync(store, OperatorAudit.Backup, "withdrawals", [], cancellation);
        var read = await store.Withdrawals.ReadAsync(TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);
        await read.WriteAsync(file, cancellation);
        return read;
    }
}
