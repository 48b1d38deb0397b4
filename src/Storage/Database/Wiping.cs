namespace InfluencerMap.Storage;

/// <summary>
/// Makes deleted rows unreadable in the bytes of the files: at once when possible, else when the store is next opened
/// to write. What is due is recorded with the deletion, so that it is still known when the process ends.
/// </summary>
internal sealed class Wiping(Database store, Database audit)
{
    private const string OfStore = "store";
    private const string OfAudit = "audit";

    /// <summary>In the transaction of the deletion.</summary>
    /// <param name="session">A session on the store.</param>
    /// <param name="withAudit">Whether something of the audit goes too.</param>
    public static async Task MarkAsync(Session session, bool withAudit)
    {
        await session.ExecuteAsync(Query.MarkDueWipe, new { Place = OfStore, OnlyLog = false });
        // On a server the audit is in the store.
        if (withAudit && session.FilePath is not null)
            await session.ExecuteAsync(Query.MarkDueWipe, new { Place = OfAudit, OnlyLog = false });
    }

    /// <returns>Whether nothing is left to do.</returns>
    public async Task<bool> FinishAsync(CancellationToken cancellation)
    {
        var isDone = true;
        foreach (var due in await store.QueryAsync<DueRow>(Query.ReadDueWipes, null, cancellation))
        {
            var database = due.Place == OfAudit ? audit : store;
            var left = database.Exists
                ? await database.WipeDeletedAsync(due.OnlyLog, cancellation)
                : WipeLeft.Nothing;
            isDone &= left == WipeLeft.Nothing;
            if (database.FilePath is { } wiped)
                Leftovers.Remove(wiped);
            // Nobody else would: the store closes its own file.
            if (database == audit)
                database.Close();
            if (left != WipeLeft.All)
                await store.ExecuteAsync(
                    left == WipeLeft.Nothing ? Query.ForgetDueWipe : Query.MarkDueWipe, due with { OnlyLog = true },
                    cancellation);
        }
        return isDone;
    }

    private sealed record DueRow(string Place, bool OnlyLog);
}

/// <summary>What a wipe could not do yet.</summary>
internal enum WipeLeft
{
    Nothing,

    /// <summary>The file is written anew; a reader still needs its log.</summary>
    Log,

    /// <summary>Somebody writes, or the disk is full.</summary>
    All,
}
