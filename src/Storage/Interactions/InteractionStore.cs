using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>The events of the raw retention, by account; people are joined when they are read.</summary>
public sealed class InteractionStore
{
    private readonly Database _database;

    static InteractionStore() => Cells.KeepJson(ImportJson.Default.IReadOnlyDictionaryStringInt64);

    internal InteractionStore(Database database) => _database = database;

    /// <summary>Every account with its handle, for the collectors that turn handles into account ids.</summary>
    public Task<Account[]> AccountsAsync(CancellationToken cancellation) =>
        _database.QueryAsync<Account>(Query.ReadAccounts, null, cancellation);

    /// <summary>
    /// Appends in one transaction: a row that is there already stays as it is, and any exception undoes all of it.
    /// </summary>
    /// <param name="interactions">In any order.</param>
    /// <param name="newAccounts">Asked after the last interaction: the accounts named that the store lacks.</param>
    /// <param name="describe">Asked last: the record of the import, stored with its rows; null stores none.</param>
    /// <param name="cancellation">Undoes the append.</param>
    public Task<AppendResult> AppendAsync(
        IAsyncEnumerable<Interaction<AccountId>> interactions, Func<IReadOnlyList<Account>> newAccounts,
        Func<AppendResult, Task<ImportRecord>>? describe, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                await using var append = await InteractionAppend.BeginAsync(session);
                await foreach (var interaction in interactions.WithCancellation(cancellation))
                    await append.AddAsync(interaction);
                var result = await append.EndAsync(newAccounts());
                if (describe is not null)
                {
                    var import = await describe(result);
                    var tombstones = await Tombstones.ReadAsync(session);
                    await session.ExecuteAsync(
                        Query.RecordImport, import with { FileName = tombstones.Redact(import.FileName) });
                }
                return result;
            },
            cancellation);

    /// <summary>
    /// The interactions of the period between people, ordered by instant, event, source and target, so that the order
    /// of imports does not show. An account is whose it was then; accounts that belong to nobody read as
    /// <see cref="PersonId.Nobody"/>; the audience is what the source stated or the rows of the event, whichever is
    /// larger, in people. Rows of people who are excluded by their own word are left out; they still count as audience
    /// of an event, like anybody unknown.
    /// </summary>
    /// <param name="period">The window.</param>
    /// <param name="listMembersMax">
    /// Most members of a list who stand for it (<see cref="InfluenceOptions.ListMembersMax"/>), as they are now.
    /// </param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<ArraySegment<Interaction<PersonId>>> ReadAsync(
        Period period, int listMembersMax, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var gate = await RetentionStore.ReadGateAsync(session, session.Now);
                gate.RequireReadable(period);
                var owners = await Ownership.ReadAsync(session);
                var rows = new EventRows(await MailLists.ReadAsync(session, owners, listMembersMax));
                var window = new { FromMs = Instant.ToMs(period.From), ToMs = Instant.ToMs(period.To) };
                // One array, never copied: at twenty million rows a list that doubles would hold three times as much.
                // It is as long as needed but for a few excluded rows, or too short by the members of lists.
                var read = new Interaction<PersonId>[await session.FirstAsync<long>(Query.CountInteractions, window)];
                var count = 0;
                await using var reader = await session.ReadAsync(Query.ReadInteractions, window);
                while (reader.Read())
                {
                    var row = new InteractionRow(reader);
                    var interaction = row.Between(owners);
                    if (gate.IsPast(interaction))
                        continue;
                    if (rows.Ends(interaction))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        Take(rows.Settle());
                    }
                    rows.Add(interaction, row.SourceAccount, row.TargetAccount);
                }
                Take(rows.Settle());
                return new ArraySegment<Interaction<PersonId>>(read, 0, count);

                void Take(ReadOnlySpan<Interaction<PersonId>> settled)
                {
                    if (count + settled.Length > read.Length)
                        Array.Resize(ref read, count + settled.Length + read.Length / 8);
                    settled.CopyTo(read.AsSpan(count));
                    count += settled.Length;
                }
            },
            cancellation);

    /// <summary>The shortest period that holds everything stored; null where nothing is.</summary>
    public async Task<Period?> SpanAsync(CancellationToken cancellation) =>
        await _database.FirstAsync<SpanRow>(Query.ReadInteractionSpan, null, cancellation) is { } span
            ? new(Instant.FromMs(span.FirstMs), Instant.FromMs(span.LastMs + 1))
            : null;

    /// <summary>Accounts with interactions in the period that belong to nobody, the busiest first.</summary>
    public Task<NobodyAccount[]> NobodyAccountsAsync(Period period, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var window = new { FromMs = Instant.ToMs(period.From), ToMs = Instant.ToMs(period.To) };
                var domains = await InternalDomains.ReadAsync(session, window.FromMs, window.ToMs);
                return await session.QueryAsync(
                    Query.ReadNobodyAccounts,
                    (NobodyAccount one) => one with { ForeignDomain = domains.ForeignDomainOf(one.Handle) }, window);
            },
            cancellation);

    /// <summary>Handles that interactions name and that are nobody's, no source saying what they are.</summary>
    public Task<string[]> UnownedHandlesAsync(CancellationToken cancellation) =>
        _database.QueryAsync<string>(Query.ReadUnownedHandles, null, cancellation);

    /// <summary>Handles of accounts in the latest interactions, and whether they are a person's.</summary>
    public Task<SeenAccount[]> SeenAccountsAsync(CancellationToken cancellation) =>
        _database.QueryAsync<SeenAccount>(Query.ReadSeenAccounts, new { Rows = SeenRows }, cancellation);

    /// <summary>Every import, the latest first.</summary>
    public Task<ImportRecord[]> ImportsAsync(CancellationToken cancellation) =>
        _database.QueryAsync<ImportRecord>(Query.ReadImports, null, cancellation);

    /// <summary>Interactions that are read to see whether the directory fits them.</summary>
    private const int SeenRows = 100_000;

    private sealed record SpanRow(long FirstMs, long LastMs);
}

/// <summary>An account that interactions name.</summary>
/// <param name="Handle">Its address: a naming datum.</param>
/// <param name="IsOwned">Whether it is a person's.</param>
public sealed record SeenAccount(string Handle, bool IsOwned);

/// <summary>An account that belongs to nobody.</summary>
/// <param name="Handle">Its address: a naming datum, for operators only.</param>
/// <param name="Kind">What the directory says it is.</param>
/// <param name="Interactions">Rows in which it is source or target.</param>
public sealed record NobodyAccount(string Handle, AccountKind Kind, long Interactions)
{
    /// <summary>The other company's domain; null inside, and where it is no address.</summary>
    public string? ForeignDomain { get; init; }
}
