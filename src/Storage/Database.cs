using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>One SQLite file: opens sessions on it, and says in one line for people what SQLite refuses.</summary>
internal sealed class Database(SqliteConnectionStringBuilder settings)
{
    private readonly string _connectionString = settings.ConnectionString;

    static Database() => SqlMapper.AddTypeHandler(new DayText());

    public Queries Queries { get; } = new("sqlite");

    public string Place => settings.DataSource;

    /// <summary>Reads from one state of the store, whatever is written meanwhile.</summary>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation) =>
        ExplainedAsync(async () =>
        {
            await using var session = await BeginReadAsync(cancellation);
            return await read(session);
        });

    /// <summary>Holds the write lock during the work, then commits; any exception undoes it all.</summary>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation) =>
        ExplainedAsync(async () =>
        {
            await using var connection = await OpenAsync(cancellation);
            await connection.ExecuteAsync(Queries[Query.UseNormalSynchronous]);
            await using var session =
                new Session(connection, connection.BeginTransaction(deferred: false), Queries, cancellation);
            var result = await write(session);
            cancellation.ThrowIfCancellationRequested();
            await session.CommitAsync();
            return result;
        });

    /// <summary>For readers that stream; the others use <see cref="ReadAsync"/>.</summary>
    public async Task<Session> BeginReadAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(cancellation);
        return new(connection, connection.BeginTransaction(deferred: true), Queries, cancellation);
    }

    /// <summary>A connection of its own, for what cannot run inside a transaction.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>Lets go of the file.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    public async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e)
        {
            throw new StoreException(Explain(e), e);
        }
    }

    private string Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"The store {Place} is locked by another process. Wait until it is done, then try again.",
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"The store {Place} cannot be opened. Does its folder exist, and may this user write there?",
        SQLitePCL.raw.SQLITE_READONLY =>
            $"The store {Place} is open for reading only. Give this user the right to write.",
        SQLitePCL.raw.SQLITE_FULL =>
            $"The disk of the store {Place} is full; nothing was stored. Make room, then try again.",
        SQLitePCL.raw.SQLITE_NOTADB => $"{Place} is no SQLite file. Name another file with --store.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"The store {Place} is damaged. Restore it from a backup.",
        _ => $"The store {Place} failed: {e.Message}",
    };

    /// <summary>Days are kept as ISO text: legible, and in order.</summary>
    private sealed class DayText : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) =>
            DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override void SetValue(System.Data.IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
