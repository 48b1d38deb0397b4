using System.Collections.Concurrent;

namespace InfluencerMap.Storage;

/// <summary>Who was shown whom, when and why. Rows are added, never changed; each has a hash of those before.</summary>
/// <remarks>Beside an embedded store it is a file of its own, whose writers never wait for a night's.</remarks>
public sealed partial class AuditStore : IAsyncDisposable
{
    private const int KnownMax = 1_000;
    private const int PageRows = 1_000;

    private readonly Database _database;
    private readonly AuditChain _chain;

    /// <summary>The hash that people shown together are on record under, by their keys.</summary>
    private readonly ConcurrentDictionary<string, string> _known = [];

    /// <summary>Stands for a caller in the audit: a keyed hash, so that no row names anybody.</summary>
    public string CallerOf(string identity) => _chain.CallerHash(identity);

    /// <summary>Adds rows, all or none, and returns when they are committed.</summary>
    public async Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        try
        {
            await _database.WriteAsync(session => AppendAsync(session, entries), cancellation);
        }
        catch
        {
            // What was written of these is undone, and nobody knows which of the known it was.
            _known.Clear();
            throw;
        }
    }

    /// <summary>A page, the last row first.</summary>
    /// <param name="before">Only rows before this one; null = from the last.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<AuditLine[]> ListAsync(long? before, int take, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<AuditRow>(
                    Query.ListAuditRows, new { Before = before ?? long.MaxValue, Take = take });
                var lines = new List<AuditLine>(rows.Length);
                foreach (var row in rows)
                    lines.Add(Line(row, await KeysAsync(session, row.KeysHash)));
                return lines.ToArray();
            },
            cancellation);

    /// <summary>When something was last done; null where no line says so. Reads the table.</summary>
    public Task<DateTime?> LastAsync(string action, string detail, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session => await session.FirstAsync<long?>(
                Query.FindAuditLine, new { Action = action, Detail = detail }) is { } sequence
                ? Instant.FromMs((await session.QueryAsync<AuditRow>(
                    Query.ListAuditRows, new { Before = sequence + 1, Take = 1 }))[0].AtMs)
                : default(DateTime?),
            cancellation);

    /// <summary>Who was shown a person, by role, purpose and day, the last first.</summary>
    /// <param name="personKeys">The person's, and of everybody found to be one with them.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<PersonViews[]> ViewsOfAsync(
        IReadOnlyList<string> personKeys, int take, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var rows = new List<PersonViews>();
                foreach (var key in personKeys)
                    rows.AddRange(await session.QueryAsync<PersonViews>(
                        Query.ListViewsOfPerson, new { PersonKey = key, Take = take }));
                return rows.GroupBy(row => (row.Day, row.Roles, row.Purpose))
                    .OrderByDescending(views => views.Key.Day)
                    .ThenBy(views => views.Key.Roles, StringComparer.Ordinal)
                    .ThenBy(views => views.Key.Purpose, StringComparer.Ordinal).Take(take)
                    .Select(views => views.First() with { Views = views.Sum(row => row.Views) })
                    .ToArray();
            },
            cancellation);

    /// <summary>
    /// Adds the line of an erasure that is done, unless it is there, and forgets whose the lines were, all or nothing.
    /// That they were somebody's stays, and the chain holds.
    /// </summary>
    internal async Task FinishErasureAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await _database.WriteAsync(
            async session =>
            {
                var isThere = await session.FirstAsync<long?>(
                    Query.FindAuditLine, new { entry.Action, entry.Detail }) is not null;
                var added = isThere ? 0 : await AppendAsync(session, [entry]);
                foreach (var key in entry.Keys)
                {
                    _chain.Forget(key);
                    await session.ExecuteAsync(Query.ForgetAuditKey, new { PersonKey = key });
                }
                return added;
            },
            cancellation);
        _known.Clear();
    }

    public ValueTask DisposeAsync()
    {
        _database.Close();
        return ValueTask.CompletedTask;
    }

    private async Task<int> AppendAsync(Session session, IReadOnlyList<AuditEntry> entries)
    {
        var head = await session.FirstAsync<Head>(Query.ReadAuditHead) ?? new(0, "");
        await BeginEpochAsync(session);
        var rows = new List<AuditRow>(entries.Count);
        foreach (var entry in entries)
        {
            var row = Row(head.Sequence + 1, entry, await SaveKeysAsync(session, entry.Keys));
            row = row with { Hash = _chain.Next(head.Hash, row) };
            rows.Add(row);
            head = new(row.Sequence, row.Hash);
        }
        return await session.ExecuteAsync(Query.AddAuditRow, rows);
    }

    /// <summary>People shown together are written once, however often they are shown.</summary>
    private async Task<string> SaveKeysAsync(Session session, IReadOnlyCollection<string> keys)
    {
        string[] shown = [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (shown.Length == 0)
            return "";
        var together = string.Join(' ', shown);
        if (_known.TryGetValue(together, out var known))
            return known;
        var hashes = shown.ToDictionary(_chain.KeyHash, key => key);
        var keysHash = _chain.KeysHash(hashes.Keys);
        if (await session.FirstAsync<string>(Query.FindAuditKeys, new { KeysHash = keysHash }) is null)
            await session.ExecuteAsync(
                Query.AddAuditKey,
                hashes.Select(one => new { KeysHash = keysHash, KeyHash = one.Key, PersonKey = one.Value }));
        if (_known.Count >= KnownMax)
            _known.Clear();
        _known[together] = keysHash;
        return keysHash;
    }

    private static Task<KeyRow[]> KeysAsync(Session session, string keysHash) =>
        session.QueryAsync<KeyRow>(Query.ReadAuditKeys, new { KeysHash = keysHash });

    private static AuditRow Row(long sequence, AuditEntry entry, string keysHash) => new(
        sequence, Instant.ToMs(entry.At), entry.Caller, entry.Roles, entry.Action, entry.Purpose, entry.Detail,
        entry.TextVersion, keysHash, "");

    private static AuditLine Line(AuditRow row, KeyRow[] keys) => new(
        row.Sequence,
        new()
        {
            At = Instant.FromMs(row.AtMs),
            Caller = row.Caller,
            Roles = row.Roles,
            Action = row.Action,
            Purpose = row.Purpose,
            Detail = row.Detail,
            TextVersion = row.TextVersion,
            Keys = [.. keys.Select(key => key.PersonKey).OfType<string>().Order(StringComparer.Ordinal)],
        },
        keys.Count(key => key.PersonKey is null),
        row.Hash);

    private sealed record Head(long Sequence, string Hash);

    private sealed record KeyRow(string KeyHash, string? PersonKey);
}
