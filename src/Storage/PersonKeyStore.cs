namespace InfluencerMap.Storage;

/// <summary>Everybody's pseudonymous key anew, when the customer's key behind them changes.</summary>
public sealed class PersonKeyStore
{
    private readonly Database _database;

    internal PersonKeyStore(Database database) => _database = database;

    /// <summary>Whether somebody has another key than this one gives them.</summary>
    /// <param name="keyOf">The pseudonymous key of a source id in normal spelling.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<bool> WouldRotateAsync(Func<string, string> keyOf, CancellationToken cancellation) =>
        _database.ReadAsync(async session => (await ChangesAsync(session, keyOf)).Length > 0, cancellation);

    /// <summary>
    /// Gives everybody the key that the customer's new key derives, in one transaction. History that is kept is theirs
    /// under the new keys, and the former keys stay on record, so that people find who was shown them. History that is
    /// cut is deleted, runs with places, ties and cohorts, and no former key leads to anybody: not even by comparing an
    /// earlier answer with a stored run. What people said of their own data stays theirs either way.
    /// </summary>
    /// <param name="keyOf">The pseudonymous key of a source id in normal spelling.</param>
    /// <param name="keepsHistory">Whether history is kept, else cut.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellation">Undoes all of it.</param>
    /// <returns>How many people have another key than before.</returns>
    public async Task<int> RotateAsync(
        Func<string, string> keyOf, bool keepsHistory, DateTime at, CancellationToken cancellation)
    {
        var changed = await _database.WriteAsync(
            async session =>
            {
                var changes = await ChangesAsync(session, keyOf);
                if (changes.Length == 0)
                    return 0;
                if (keepsHistory)
                    await session.ExecuteAsync(Query.RememberKeys);
                else
                    await CutAsync(session);
                await session.ExecuteAsync(Query.ChangePersonKey, changes);
                await session.ExecuteAsync(
                    Query.RecordKeyRotation, new { RotatedMs = Instant.ToMs(at), KeepsHistory = keepsHistory });
                return changes.Length;
            },
            cancellation);
        if (changed > 0 && !keepsHistory)
            await _database.WipeDeletedAsync(cancellation);
        return changed;
    }

    private static async Task CutAsync(Session session)
    {
        foreach (var step in RetentionStore.RunSteps)
            await session.ExecuteAsync(step, new { BeforeMs = long.MaxValue });
        await session.ExecuteAsync(Query.ForgetFormerKeys);
    }

    private static async Task<KeyRow[]> ChangesAsync(Session session, Func<string, string> keyOf)
    {
        var keys = (await session.QueryAsync<Graph.Influence.Person>(Query.ReadPeople))
            .ToDictionary(person => (long)person.Id, person => person.Key);
        return [.. (await session.QueryAsync<NameRow>(Query.ReadPersonNames))
            .Select(row => new KeyRow(row.PersonId, keyOf(row.SourceId)))
            .Where(row => keys[row.PersonId] != row.Key)];
    }

    private sealed record KeyRow(long PersonId, string Key);

    private sealed record NameRow(long PersonId, string SourceId, string Spelling, string? Name);
}
