using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>Everything kept between nights, in an SQLite file or in SQL Server. Several threads may use it.</summary>
public sealed partial class Store : IAsyncDisposable
{
    private readonly Database _database;
    private readonly string _connectionString;
    private readonly Wiping _wiping;

    private Store(Database database, string connectionString, Schema.State state)
    {
        (_database, _connectionString) = (database, connectionString);
        _wiping = new(database, Connection.ParseAudit(connectionString, readOnly: false));
        ReadersWait = state.ReadersWait != 0;
    }

    /// <summary>Where it lies, for messages: the path of its file, or database and server.</summary>
    public string Place => _database.Place;

    /// <summary>Path of the database file; null where the store is on a server.</summary>
    public string? FilePath => _database.FilePath;

    /// <summary>
    /// Bytes that stand in the log beside an embedded store and not yet in its file: another process has it open, or
    /// was killed. A copy of the file alone lacks them.
    /// </summary>
    public long LogBytes =>
        FilePath is { } path && new FileInfo(path + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>
    /// The files of store, audit and their keys, by name, that other users of this machine may read or write.
    /// </summary>
    public IReadOnlyList<string> FilesOpenToOthers => FilePath is not { } path
        ? []
        : [.. new[]
            {
                path, path + "-wal", Path.ChangeExtension(path, ".audit.db"), Path.ChangeExtension(path, ".key"),
                Path.ChangeExtension(path, ".audit.key"),
            }.Where(PrivateFile.IsOpenToOthers).Select(file => Path.GetFileName(file))];

    /// <summary>
    /// Whether readers wait while a night is written: SQLite without its write-ahead log, or a database without
    /// READ_COMMITTED_SNAPSHOT.
    /// </summary>
    public bool ReadersWait { get; }

    public PeopleStore People => new(_database);

    public IdentityStore Identities => new(_database);

    public InteractionStore Interactions => new(_database);

    public CursorStore Cursors => new(_database);

    public CollectionStore Collections => new(_database);

    public RankingStore Rankings => new(_database);

    public CohortStore Cohorts => new(_database);

    public ConsentStore Consents => new(_database);

    public ApiKeyStore ApiKeys => new(_database);

    public NamedViewStore NamedViews => new(_database);

    public MappingStore Mappings => new(_database);

    public ErasureStore Erasures => new(_database, _wiping);

    public AccessStore Access => new(_database);

    public PersonKeyStore PersonKeys => new(_database, _wiping);

    public RetentionStore Retention => new(_database, _wiping);

    public WithdrawalStore Withdrawals => new(_database, ApiKeys, Consents, Erasures);

    /// <summary>The clock by which events age; the system's unless another is set.</summary>
    public TimeProvider Clock
    {
        get => _database.Clock;
        set => _database.Clock = value;
    }

    /// <summary>Whether it holds a password, as no argument may: every user of a machine can read those.</summary>
    public static bool HoldsPassword(string connectionString) => Connection.HoldsPassword(connectionString);

    /// <summary>The file of the store that a connection string means; null on a server. Nothing is opened.</summary>
    /// <exception cref="StoreException">The text is not a connection string.</exception>
    public static string? FileOf(string connectionString) =>
        Connection.Parse(connectionString, readOnly: true).FilePath is { } file ? Path.GetFullPath(file) : null;

    /// <summary>Opens to write; makes the store where there is none and brings its schema up to date.</summary>
    /// <param name="connectionString">
    /// <c>Data Source=influencermap.db</c>, or the path of the file alone; SQL Server where it names a server:
    /// <c>Server=sql.example.org;Database=influencermap;…</c>. The database must be there.
    /// </param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store is foreign, newer, locked or unreadable.</exception>
    public static Task<Store> OpenAsync(string connectionString, CancellationToken cancellation) =>
        OpenAsync(connectionString, readOnly: false, Schema.MigrateAsync, cancellation);

    /// <summary>Opens to write a store that is there, and brings its schema up to date.</summary>
    /// <param name="connectionString">As for <see cref="OpenAsync(string, CancellationToken)"/>.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store is missing, foreign, newer, locked or unreadable.</exception>
    public static Task<Store> OpenToWriteAsync(string connectionString, CancellationToken cancellation) =>
        OpenAsync(connectionString, readOnly: false, MigrateAsync, cancellation);

    /// <summary>
    /// As <see cref="OpenToWriteAsync"/>, to change the key of the audit: what a process left undone needs the audit,
    /// and is done once the key is changed.
    /// </summary>
    /// <param name="connectionString">As for <see cref="OpenAsync(string, CancellationToken)"/>.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store is missing, foreign, newer, locked or unreadable.</exception>
    public static Task<Store> OpenToRekeyAsync(string connectionString, CancellationToken cancellation) =>
        OpenAsync(connectionString, readOnly: false, MigrateAsync, cancellation, finishes: false);

    /// <summary>Opens to read a store that is there; writing through it fails.</summary>
    /// <param name="connectionString">As for <see cref="OpenAsync(string, CancellationToken)"/>.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store is missing, foreign, older, newer or unreadable.</exception>
    public static Task<Store> OpenExistingAsync(string connectionString, CancellationToken cancellation) =>
        OpenAsync(connectionString, readOnly: true, Schema.RequireAsync, cancellation);

    /// <summary>Begins a night: no other process can, until this is disposed or its process ends.</summary>
    /// <exception cref="StoreException">Another night is at work.</exception>
    public Task<IAsyncDisposable> LockNightAsync(TimeProvider clock, CancellationToken cancellation) =>
        NightLock.TakeAsync(_database, clock, cancellation);

    /// <inheritdoc cref="AuditStore.OpenAsync(string, CancellationToken)"/>
    public Task<AuditStore> OpenAuditAsync(CancellationToken cancellation) =>
        AuditStore.OpenAsync(_connectionString, cancellation);

    /// <summary>Does what an ended process left undone: missing lines of erasures, bytes of what is deleted.</summary>
    private async Task FinishAsync(CancellationToken cancellation)
    {
        var left = (await _database.FirstAsync<UnfinishedRow>(Query.ReadUnfinished, null, cancellation))!;
        if (left.Erasures > 0)
        {
            await using var audit = await OpenAuditAsync(cancellation);
            await Erasures.FinishAsync(audit, cancellation);
        }
        else if (left.Wipes > 0)
            await _wiping.FinishAsync(cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _database.Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>For the end of a process: closes what is open of embedded stores, so that each file is whole.</summary>
    public static void CloseAll() => SqliteConnection.ClearAllPools();

    private static async Task<Schema.State> MigrateAsync(Database database, CancellationToken cancellation)
    {
        await Schema.FindAsync(database, cancellation);
        return await Schema.MigrateAsync(database, cancellation);
    }

    /// <summary>One that cannot be opened is let go of as well.</summary>
    private static async Task<Store> OpenAsync(
        string connectionString, bool readOnly, Func<Database, CancellationToken, Task<Schema.State>> open,
        CancellationToken cancellation, bool finishes = true)
    {
        var database = Connection.Parse(connectionString, readOnly);
        try
        {
            var store = new Store(database, connectionString, await open(database, cancellation));
            if (!readOnly && finishes)
                await store.FinishAsync(cancellation);
            return store;
        }
        catch
        {
            database.Close();
            throw;
        }
    }

    private sealed record UnfinishedRow(long Erasures, long Wipes);
}
