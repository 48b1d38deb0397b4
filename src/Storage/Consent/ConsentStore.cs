using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>What people said of their own data. Acts are never changed: a later one overrides an earlier one.</summary>
public sealed class ConsentStore
{
    private readonly Database _database;

    internal ConsentStore(Database database) => _database = database;

    /// <summary>Writes acts down, all or none of them. One that is on record already stays as it is.</summary>
    /// <returns>Acts that were not on record.</returns>
    public Task<int> RecordAsync(IReadOnlyList<ConsentRecord> acts, CancellationToken cancellation)
    {
        // An act of tomorrow would override every withdrawal until then.
        var early = acts.Count(act => act.At > act.RecordedAt);
        if (early > 0)
            throw new StoreException(
                $"{early} consents are dated after now; nothing was stored. Give the instant at which each was said.");
        return _database.WriteAsync(session => session.ExecuteAsync(Query.AddConsent, acts), cancellation);
    }

    /// <summary>What holds for everybody today.</summary>
    public Task<Consents> ReadAsync(CancellationToken cancellation) =>
        _database.ReadAsync(ReadAsync, cancellation);

    /// <summary>Every act of a person, the last first.</summary>
    public Task<ConsentRecord[]> HistoryAsync(PersonId personId, CancellationToken cancellation) =>
        _database.QueryAsync<ConsentRecord>(Query.ReadPersonConsents, new { PersonId = personId }, cancellation);

    internal static async Task<Consents> ReadAsync(Session session) =>
        new(await session.QueryAsync<ConsentAct>(Query.ReadConsents));
}
