using Microsoft.Data.SqlClient;

namespace InfluencerMap.Benchmarks;

/// <summary>A database of its own on the SQL Server that the tests run on, dropped in the end.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    public const string Variable = "INFLUENCERMAP_TEST_SQLSERVER";

    private readonly SqlConnectionStringBuilder _settings;

    private BenchmarkDatabase(string server) =>
        _settings = new(server) { InitialCatalog = $"influencermap_{Guid.NewGuid():N}" };

    public string Connection => _settings.ConnectionString;

    /// <returns>Null where no server is named.</returns>
    public static async Task<BenchmarkDatabase?> MakeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
            return null;
        var database = new BenchmarkDatabase(server);
        await database.OnServerAsync("CREATE DATABASE");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await OnServerAsync("DROP DATABASE");
    }

    private async Task OnServerAsync(string verb)
    {
        var master = new SqlConnectionStringBuilder(Connection) { InitialCatalog = "master" };
        await using var connection = new SqlConnection(master.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"{verb} {_settings.InitialCatalog}";
        await command.ExecuteNonQueryAsync();
    }
}
