using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Changes everybody's pseudonymous key when the customer's key behind them changes.</summary>
public sealed class PersonKeyStore
{
    private const string Purpose = "pseudonyms";

    private readonly Database _database;
    private readonly Wiping _wiping;

    internal PersonKeyStore(Database database, Wiping wiping) => (_database, _wiping) = (database, wiping);

    /// <summary>Whether somebody has a pseudonym: then the key behind it is there, and none may be made.</summary>
    public async Task<bool> AreUsedAsync(CancellationToken cancellation) =>
        await _database.FirstAsync<long>(Query.ReadPersonIdMax, null, cancellation) > 0;

    /// <summary>
    /// Whether a customer's key is the one behind the pseudonyms, or there are none yet: by what the store keeps of it,
    /// else by making everybody's pseudonym with it.
    /// </summary>
    /// <param name="customerKey">The key.</param>
    /// <param name="keyOf">The pseudonymous key that it gives a source id in normal spelling.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<bool> FitAsync(byte[] customerKey, Func<string, string> keyOf, CancellationToken cancellation) =>
        _database.ReadAsync(session => FitAsync(session, CheckOf(customerKey), keyOf), cancellation);

    /// <summary>The same, and the store knows the key again from now on.</summary>
    public async Task<bool> TakeAsync(
        byte[] customerKey, Func<string, string> keyOf, CancellationToken cancellation)
    {
        var check = CheckOf(customerKey);
        if (await _database.ReadAsync(session => IsKnownAsync(session, check), cancellation))
            return true;
        return await _database.WriteAsync(
            async session =>
            {
                if (!await FitAsync(session, check, keyOf))
                    return false;
                await session.ExecuteAsync(Query.SaveStoreKey, new { Purpose, KeyCheck = check, Sealed = "" });
                await session.ExecuteAsync(Query.ForgetStoreKeys, new { Purpose, Kept = check });
                return true;
            },
            cancellation);
    }

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
                {
                    await RetentionStore.DeleteRunsAsync(session, long.MaxValue);
                    await session.ExecuteAsync(Query.ForgetFormerKeys);
                    await Wiping.MarkAsync(session, withAudit: false);
                }
                await session.ExecuteAsync(Query.ChangePersonKey, changes);
                // Of the new key the store learns when it is used: it fits everybody's pseudonym then.
                await session.ExecuteAsync(Query.ForgetStoreKeys, new { Purpose, Kept = "" });
                await session.ExecuteAsync(Query.RecordKeyRotation, new { At = at, KeepsHistory = keepsHistory });
                return changes.Length;
            },
            cancellation);
        if (changed > 0 && !keepsHistory)
            await _wiping.FinishAsync(cancellation);
        return changed;
    }

    private static string CheckOf(byte[] customerKey) => SealedKey.CheckOf(customerKey, Purpose);

    private static async Task<bool> IsKnownAsync(Session session, string check) =>
        (await session.QueryAsync<StoreKeyRow>(Query.ReadStoreKeys, new { Purpose })).Any(row => row.KeyCheck == check);

    private static async Task<bool> FitAsync(Session session, string check, Func<string, string> keyOf) =>
        await IsKnownAsync(session, check) || (await ChangesAsync(session, keyOf)).Length == 0;

    private static async Task<KeyRow[]> ChangesAsync(Session session, Func<string, string> keyOf)
    {
        var keys = (await session.QueryAsync<Graph.Company.Person>(Query.ReadPeople))
            .ToDictionary(person => person.Id, person => person.Key);
        return [.. (await NamedPerson.ReadAsync(session))
            .Select(row => new KeyRow(row.PersonId, keyOf(row.SourceId)))
            .Where(row => keys[row.PersonId] != row.Key)];
    }

    private sealed record KeyRow(PersonId PersonId, string Key);
}
