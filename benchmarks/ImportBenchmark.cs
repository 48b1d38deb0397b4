using System.Diagnostics;
using System.Globalization;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// What importing interactions costs beside the plain insert of the same rows: a prepared statement, run once a row in
/// one transaction. The import is the command itself, as a process of its own from start to end, from file to store.
/// With INFLUENCERMAP_TEST_SQLSERVER into SQL Server too.
/// </summary>
internal static class ImportBenchmark
{
    private const int PeopleCount = 5_000;
    private const int Repeats = 3;

    public static async Task RunAsync(string[] args)
    {
        var rowCount = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("influencermap-import-");
        try
        {
            var rows = MakeRows(rowCount);
            var csv = Path.Combine(folder.FullName, "mail.csv");
            WriteCsv(csv, rows);
            var (insert, append, import, peakMb) = (double.MaxValue, double.MaxValue, double.MaxValue, 0.0);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var path = Path.Combine(folder.FullName, $"{repeat}");
                insert = Math.Min(insert, await TimeInsertAsync(path + "-insert.db", rows));
                append = Math.Min(append, await TimeAppendAsync($"Data Source={path}-append.db", rows));
                var (took, mb) = await TimeImportAsync($"Data Source={path}-import.db", csv);
                (import, peakMb) = (Math.Min(import, took), Math.Max(peakMb, mb));
            }
            Console.WriteLine($"{rowCount:N0} rows of CSV ({new FileInfo(csv).Length / 1e6:F0} MB), best of {Repeats}");
            Tell("SQLite, prepared insert alone", insert, "1.00");
            Tell("SQLite, AppendAsync alone", append, $"{append / insert:F2}");
            Tell("SQLite, influencermap import", import, $"{import / insert:F2}, peak {peakMb:F0} MB");
            if (await BenchmarkDatabase.MakeAsync() is { } server)
                await using (server)
                {
                    var (seconds, _) = await TimeImportAsync(server.Connection, csv);
                    Tell("SQL Server, influencermap import", seconds, "");
                }
            else
                Console.WriteLine($"skipped: no SQL Server ({BenchmarkDatabase.Variable} holds no connection string)");

            void Tell(string what, double seconds, string beside) =>
                Console.WriteLine($"{what,-33} {seconds,7:F2} s {rowCount / seconds,11:N0} rows/s  {beside}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Mails in order of time, each to one or several of the people: a row for each recipient.</summary>
    /// <remarks>Event ids fill 64 bits, as the hashes that the import makes do.</remarks>
    private static Interaction<AccountId>[] MakeRows(int count)
    {
        var random = new Random(1);
        var rows = new Interaction<AccountId>[count];
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < count;)
        {
            var eventId = random.NextInt64();
            at = at.AddMilliseconds(random.Next(1, 30_000));
            var source = random.Next(1, PeopleCount);
            var first = random.Next(PeopleCount);
            var audience = Math.Min(random.Next(1, 6), count - i);
            for (var r = 0; r < audience; r++, i++)
            {
                var target = 1 + (first + r) % PeopleCount;
                var other = target == source ? PeopleCount + 1 : target;
                rows[i] = new(eventId, at, new(source), new(other), Channel.Mail, RecipientRole.To, audience);
            }
        }
        return rows;
    }

    private static string HandleOf(int account) => $"p{account}@example.org";

    private static void WriteCsv(string path, Interaction<AccountId>[] rows)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("from,to,at,role,channel,audience,message");
        foreach (var row in rows)
            file.WriteLine(
                $"{HandleOf(row.Source.Value)},{HandleOf(row.Target.Value)},{row.At:yyyy-MM-ddTHH:mm:ss.fffZ},to,mail,"
                + $"{row.AudienceSize},m{row.EventId}");
    }

    private static async Task<double> TimeInsertAsync(string path, Interaction<AccountId>[] rows)
    {
        await using (await Store.OpenAsync($"Data Source={path}", CancellationToken.None))
        {
        }
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        var watch = Stopwatch.StartNew();
        await using (var transaction = connection.BeginTransaction())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, "insert_interaction.sql"));
            string[] names = ["@AtMs", "@EventId", "@Source", "@Target", "@Channel", "@Role", "@AudienceSize"];
            var parameters = Array.ConvertAll(names, name => command.Parameters.Add(name, SqliteType.Integer));
            command.Prepare();
            foreach (var row in rows)
            {
                parameters[0].Value = new DateTimeOffset(row.At).ToUnixTimeMilliseconds();
                parameters[1].Value = row.EventId;
                parameters[2].Value = row.Source;
                parameters[3].Value = row.Target;
                parameters[4].Value = (int)row.Channel;
                parameters[5].Value = (int)row.Role;
                parameters[6].Value = row.AudienceSize;
                command.ExecuteNonQuery();
            }
            await transaction.CommitAsync();
        }
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> TimeAppendAsync(string connection, Interaction<AccountId>[] rows)
    {
        await using var store = await Store.OpenAsync(connection, CancellationToken.None);
        var accounts = Enumerable.Range(1, PeopleCount + 1).Select(id => new Account(new(id), HandleOf(id))).ToArray();
        var watch = Stopwatch.StartNew();
        var appended = await store.Interactions.AppendAsync(
            rows.ToAsyncEnumerable(), () => accounts, null, CancellationToken.None);
        return appended.Stored == rows.Length
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{appended.AlreadyThere} of the made rows are not distinct.");
    }

    /// <summary>Includes the start of the process; memory is looked at every 20 ms.</summary>
    private static async Task<(double Seconds, double PeakMb)> TimeImportAsync(string connection, string csv)
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Cli/release/influencermap.dll"));
        if (!File.Exists(program))
            throw new FileNotFoundException("Build the command first: dotnet build -c Release src/Cli");
        var peak = 0L;
        var watch = Stopwatch.StartNew();
        using var import = Process.Start(new ProcessStartInfo("dotnet", [program, "import", "interactions", csv])
        {
            RedirectStandardOutput = true,
            Environment = { ["INFLUENCERMAP_STORE"] = connection },
        })!;
        var exit = import.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(20)) != exit)
        {
            import.Refresh();
            if (!import.HasExited)
                peak = Math.Max(peak, import.PeakWorkingSet64);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        return import.ExitCode == 0
            ? (seconds, peak / 1e6)
            : throw new InvalidOperationException($"The import ended with exit code {import.ExitCode}.");
    }
}
