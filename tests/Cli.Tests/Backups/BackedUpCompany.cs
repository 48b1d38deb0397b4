using InfluencerMap.Cli.Tests.Nights;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Cli.Tests.Backups;

/// <summary>A company with a night, an audit and a backup of both, through the command line.</summary>
internal sealed class BackedUpCompany : IDisposable
{
    private readonly NightCompany _company = new();

    public CliProcess Cli => _company.Cli;

    public string Store => _company.Store;

    public string Audit => Path.ChangeExtension(Store, ".audit.db");

    public string Backup => Path.Combine(Cli.Folder, "backup.zip");

    public static async Task<BackedUpCompany> MakeAsync()
    {
        var company = new BackedUpCompany();
        var people = company.Cli.Write("staff.csv", "id,manager,department\n" + string.Concat(
            Enumerable.Range(0, NightCompany.PeopleCount).Select(i => $"p{i},p{i / 6},unit {i % 4}\n")));
        await company.RunAsync("import", "people", people);
        await company._company.ImportMailAsync(NightCompany.Today.AddDays(-31), NightCompany.Today.AddDays(-1));
        await company.NightAsync(NightCompany.Today.AddDays(-1));
        await company._company.ImportMailAsync(NightCompany.Today.AddDays(-1), NightCompany.Today);
        await company.RunAsync("consent", "p1", "--state", "excluded");
        await company.RunAsync("backup", company.Backup);
        return company;
    }

    public Task<CliResult> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", Store]);

    public Task<CliResult> TryAsync(params string[] args) => Cli.TryAsync([.. args, "--store", Store]);

    /// <summary>Scores a day more than the backup knows, if not told another.</summary>
    public Task<CliResult> NightAsync(DateOnly? asOf = null) => RunAsync(
        "nightly", "--as-of", $"{asOf ?? NightCompany.Today:yyyy-MM-dd}", "--window-days", "30", "--threads", "1");

    public Task<CliResult> ImportPeopleAsync() => RunAsync("import", "people", Path.Combine(Cli.Folder, "staff.csv"));

    /// <summary>Every cell of every table but the one that says whose the night is.</summary>
    public static string Dump(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var tables = Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .Where(table => table is not ("night_holder" or "sqlite_sequence"));
        return string.Join('\n', tables.Select(
            table => $"{table}: {string.Join('|', Rows(connection, $"SELECT * FROM {table}").Order())}"));
    }

    public static List<string> Rows(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return Rows(connection, sql);
    }

    public void Dispose() => _company.Dispose();

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")));
        return rows;
    }
}
