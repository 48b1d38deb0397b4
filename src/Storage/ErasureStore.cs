using InfluencerMap.Storage.Identities;

namespace InfluencerMap.Storage;

/// <summary>Takes a person out of the store for good.</summary>
public sealed class ErasureStore
{
    /// <summary>In an order in which nothing refers to what is gone.</summary>
    private static readonly Query[] Steps =
    [
        Query.EraseInteractions, Query.EraseGroupMembers, Query.EraseClaims, Query.EraseTenures, Query.FreeAccounts,
        Query.EraseFromIdentityLog, Query.CloseMoves, Query.CloseRanks, Query.LessenRuns, Query.EraseRankings, Query.EraseRunTies, Query.EraseRuleMoves,
        Query.EraseCohortMembers, Query.EraseConsents, Query.EraseApiKeys, Query.EraseFormerKeys, Query.MoveReportsUp,
        Query.EraseName, Query.ErasePerson,
    ];

    private readonly Database _database;

    internal ErasureStore(Database database) => _database = database;

    /// <summary>
    /// Erases events, ties, scores, history, mapping and everything said, in one transaction. Of each handle a keyed
    /// hash stays, by which files read again leave the person out; the next night computes without them. The keys of
    /// the audit are apart: <see cref="AuditStore.ForgetAsync"/>.
    /// </summary>
    /// <param name="personId">Whom, with everybody found to be one with them.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellation">Undoes all of it.</param>
    public Task EraseAsync(int personId, DateTime at, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var tombstones = await Tombstones.ReadAsync(session);
                foreach (var self in (await Merges.ReadAsync(session)).SelvesOf(personId))
                    await EraseOneAsync(session, tombstones, new { PersonId = self });
                return await session.ExecuteAsync(Query.RecordErasure, new { ErasedMs = Instant.ToMs(at) });
            },
            cancellation);

    private static async Task EraseOneAsync(Session session, Tombstones tombstones, object person)
    {
        var handles = await session.QueryAsync<HandleRow>(Query.ReadHandlesOfPerson, person);
        foreach (var handle in handles)
            await session.ExecuteAsync(
                Query.BuryHandle, new { handle.AccountId, Tombstone = tombstones.Of(handle.Handle) });
        foreach (var step in Steps)
            await session.ExecuteAsync(step, person);
    }

    private sealed record HandleRow(long AccountId, string Handle);
}
