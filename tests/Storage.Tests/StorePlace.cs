using System.Data.Common;
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

    /// <summary>One more place of this kind, empty.</summary>
    public abstract StorePlace Another();

    /// <summary>The statement by which another program's version is feigned.</summary>
    public abstract string SetVersion(int version);

    /// <summary>Past the store's own code.</summary>
    /// <returns>Every cell as text.</returns>
    public async Task<List<string>> ExecuteAsync(string sql)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = Connect();
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var cells = new List<string>();
        while (await reader.ReadAsync(cancellation))
            for (var i = 0; i < reader.FieldCount; i++)
                cells.Add(reader.GetValue(i).ToString()!);
        return cells;
    }

    public abstract void Dispose();

    protected abstract DbConnection Connect();
}

/// <summary>An SQLite file in a folder of its own.</summary>
public sealed class SqliteFile : StorePlace
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "store.db");

    public override string Connection => $"Data Source={Path};Default Timeout=1";

    public override string Impatient => Connection;

    public override string ListTables => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

    public override StorePlace Another() => new SqliteFile();

    public override string SetVersion(int version) => $"PRAGMA user_version = {version}";

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

    public override StorePlace Another() => new ServerDatabase();

    public override string SetVersion(int version) => $"UPDATE influencermap_schema SET version = {version}";

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
