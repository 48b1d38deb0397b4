using System.Data.Common;
using System.Runtime.CompilerServices;
using InfluencerMap.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>Where the stores of one test lie. The contract tests run on any kind of store through this.</summary>
public abstract class StorePlace : IDisposable
{
    public abstract string Connection { get; }

    /// <summary>The same, but waiting few seconds at most for a lock.</summary>
    public abstract string Impatient { get; }

    /// <summary>Names of all tables.</summary>
    public abstract string ListTables { get; }

    public Task<Store> OpenAsync() => Store.OpenAsync(Connection, TestContext.Current.CancellationToken);

    /// <summary>The folder of its statements and migrations.</summary>
    public abstract string Dialect { get; }

    /// <summary>One more place of this kind, empty.</summary>
    public abstract StorePlace Another();

    /// <summary>The statement by which another program's version is feigned.</summary>
    public abstract string SetVersion(int version);

    /// <summary>Past the store's own code.</summary>
    /// <returns>Every cell as text.</returns>
    public async Task<List<string>> ExecuteAsync(string sql) =>
        [.. (await CellsAsync(Connect(), sql)).Select(cell => cell.Text)];

    /// <summary>Past the store's own code.</summary>
    public Task<List<(string Column, string Text)>> CellsAsync(string sql) => CellsAsync(Connect(), sql);

    /// <summary>As whoever has the audit's file or database can, past the rules that keep its rows.</summary>
    public abstract Task ChangeAuditAsync(string sql);

    public abstract void Dispose();

    protected abstract DbConnection Connect();

    protected static async Task<List<(string Column, string Text)>> CellsAsync(DbConnection connection, string sql)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var owned = connection;
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var cells = new List<(string, string)>();
        do
        {
            while (await reader.ReadAsync(cancellation))
                for (var i = 0; i < reader.FieldCount; i++)
                    cells.Add((reader.GetName(i), reader.GetValue(i).ToString()!));
        }
        while (await reader.NextResultAsync(cancellation));
        return cells;
    }
}

/// <summary>An SQLite file in a folder of its own.</summary>
public sealed class SqliteFile : StorePlace
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "store.db");

    public override string Connection => $"Data Source={Path};Default Timeout=1";

    public override string Impatient => Connection;

    public override string ListTables => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

    public override string Dialect => "sqlite";

    public override StorePlace Another() => new SqliteFile();

    public override string SetVersion(int version) => $"PRAGMA user_version = {version}";

    public override Task ChangeAuditAsync(string sql) => CellsAsync(
        new SqliteConnection($"Data Source={System.IO.Path.ChangeExtension(Path, ".audit.db")};Pooling=False"),
        "DROP TRIGGER audit_rows_stay; DROP TRIGGER audit_rows_are_kept; " + sql);

    public override void Dispose() => _folder.Delete(recursive: true);

    protected override DbConnection Connect() => new SqliteConnection(Connection + ";Pooling=False");
}

/// <summary>
/// A database of its own on the server that INFLUENCERMAP_TEST_SQLSERVER names, dropped in the end. Without a server
/// the test is skipped and says so.
/// </summary>
public sealed class ServerDatabase : StorePlace
{
    private const string Variable = "INFLUENCERMAP_TEST_SQLSERVER";

    private readonly SqlConnectionStringBuilder _settings;

    /// <summary>On a server the audit's key is never made beside it. Set before any test reads it.</summary>
    [ModuleInitializer]
    internal static void SetAuditKey()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
            && Environment.GetEnvironmentVariable(AuditKey.Variable) is not { Length: > 0 })
            Environment.SetEnvironmentVariable(AuditKey.Variable, "the key of these tests' audits");
    }

    public ServerDatabase()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"no SQL Server: {Variable} holds no connection string.");
        _settings = new(server) { InitialCatalog = $"influencermap_{Guid.NewGuid():N}", ApplicationName = "tests" };
        OnServer($"CREATE DATABASE {_settings.InitialCatalog}");
    }

    public override string Connection => _settings.ConnectionString;

    public override string Impatient =>
        new SqlConnectionStringBuilder(Connection) { CommandTimeout = 3, Pooling = false }.ConnectionString;

    public override string ListTables => "SELECT name FROM sys.tables ORDER BY name";

    public override string Dialect => "sqlserver";

    public override StorePlace Another() => new ServerDatabase();

    public override string SetVersion(int version) => $"UPDATE influencermap_schema SET version = {version}";

    public override Task ChangeAuditAsync(string sql) => ExecuteAsync(sql);

    public override void Dispose()
    {
        using (var connection = new SqlConnection(Connection))
            SqlConnection.ClearPool(connection);
        // The server takes a moment to see that a connection has gone.
        for (var attempt = 1; ; attempt++)
            try
            {
                OnServer($"DROP DATABASE {_settings.InitialCatalog}");
                return;
            }
            catch (SqlException) when (attempt < 20)
            {
                Thread.Sleep(250);
            }
    }

    protected override DbConnection Connect() =>
        new SqlConnection(new SqlConnectionStringBuilder(Connection) { Pooling = false }.ConnectionString);

    private void OnServer(string sql)
    {
        using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(Connection) { InitialCatalog = "master" }.ConnectionString);
        connection.Open();
        using var command = new SqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
