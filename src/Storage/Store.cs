using InfluencerMap.Storage.Identities;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>Everything kept between nights, in one SQLite file. May be used from several threads.</summary>
public sealed class Store : IAsyncDisposable
{
    private const string Remedy = "Write it as --store \"Data Source=influencermap.db\".";

    private readonly Database _database;

    private Store(Database database)
    {
        _database = database;
        People = new(database);
        Identities = new(database);
        Interactions = new(database);
        Cursors = new(database);
        Groups = new(database);
        Rankings = new(database);
        Cohorts = new(database);
        Consents = new(database);
        ApiKeys = new(database);
    }

    /// <summary>Path of the database file.</summary>
    public string FilePath => _database.Place;

    public PeopleStore People { get; }

    public IdentityStore Identities { get; }

    public InteractionStore Interactions { get; }

    public CursorStore Cursors { get; }

    public GroupStore Groups { get; }

    public RankingStore Rankings { get; }

    public CohortStore Cohorts { get; }

    public ConsentStore Consents { get; }

    public ApiKeyStore ApiKeys { get; }

    /// <summary>Opens to write; creates the file where there is none and brings its schema up to date.</summary>
    /// <param name="connectionString"><c>Data Source=influencermap.db</c>, or the path of the file alone.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The file is none of ours, newer, locked or cannot be opened.</exception>
    public static async Task<Store> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var database = new Database(Settings(connectionString, SqliteOpenMode.ReadWriteCreate));
        await database.ExplainedAsync(async () =>
        {
            await Schema.MigrateAsync(database, cancellation);
            return true;
        });
        return new(database);
    }

    /// <summary>Opens to write a store that is there, and brings its schema up to date.</summary>
    /// <param name="connectionString"><c>Data Source=influencermap.db</c>, or the path of the file alone.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store is missing, not ours, newer, locked or cannot be opened.</exception>
    public static Task<Store> OpenToWriteAsync(string connectionString, CancellationToken cancellation)
    {
        RequireFile(Settings(connectionString, SqliteOpenMode.ReadWrite));
        return OpenAsync(connectionString, cancellation);
    }

    /// <summary>Opens to read a store that is there; writing through it fails.</summary>
    /// <param name="connectionString"><c>Data Source=influencermap.db</c>, or the path of the file alone.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreException">The store is missing, not ours, older, newer or cannot be opened.</exception>
    public static async Task<Store> OpenExistingAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = Settings(connectionString, SqliteOpenMode.ReadOnly);
        RequireFile(settings);
        var database = new Database(settings);
        await database.ExplainedAsync(async () =>
        {
            await Schema.RequireAsync(database, cancellation);
            return true;
        });
        return new(database);
    }

    public ValueTask DisposeAsync()
    {
        _database.Close();
        return ValueTask.CompletedTask;
    }

    private static void RequireFile(SqliteConnectionStringBuilder settings)
    {
        if (!File.Exists(settings.DataSource))
            throw new StoreException(
                $"There is no store at {settings.DataSource}. Begin with influencermap demo or import people.");
    }

    private static SqliteConnectionStringBuilder Settings(string connectionString, SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings;
        try
        {
            var text = connectionString.Contains('=') ? connectionString : $"Data Source={connectionString}";
            settings = new(text) { Mode = mode, ForeignKeys = true };
        }
        catch (ArgumentException e)
        {
            throw new StoreException($"The store's connection is not understood. {Remedy}", e);
        }
        if (settings.DataSource is "" or ":memory:")
            throw new StoreException($"The store's connection names no file. {Remedy}");
        return settings;
    }
}
