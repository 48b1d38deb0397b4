using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>A store whose content is replaced in place.</summary>
public sealed class HeldFileTests : IDisposable
{
    private const int RowCount = 200_000;

    private readonly SqliteFile _file = new();
    private readonly SqliteFile _other = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _file.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Process_that_ends_anywhere_in_the_replacement_leaves_the_old_store_or_the_new_one()
    {
        await FillAsync(_file, "a", "b");
        await FillAsync(_other, "c", "d");
        var states = new List<string>();
        await using (var held = await Database(_file).HoldAsync(Cancellation))
            await held.ReplaceByAsync(_other.Path, new Snapshots(_file.Path, states), Cancellation);

        Assert.InRange(states.Count, 3, 1_000);
        var seen = states.Append(_file.Path).Select(Handles).ToArray();
        Assert.All(seen[..^1], handles => Assert.Equal("a b", handles));
        Assert.Equal("c d", seen[^1]);
        // SQLite keeps the journal for as long as the file is held: it holds what was replaced.
        Assert.False(File.Exists(_file.Path + "-journal"));
    }

    [Fact]
    public async Task Nobody_else_writes_to_a_store_that_is_held_and_it_is_as_before_when_it_is_let_go_of()
    {
        await FillAsync(_file, "a", "b");
        await using (await Database(_file).HoldAsync(Cancellation))
            await Assert.ThrowsAsync<StoreBusyException>(() => _file.OpenAsync());

        Assert.Equal("wal", Read(_file.Path, "PRAGMA journal_mode"));
        Assert.Equal("a b", Handles(_file.Path));
    }

    private static SqliteDatabase Database(SqliteFile file) =>
        (SqliteDatabase)Connection.Parse(file.Connection, readOnly: false);

    private static async Task FillAsync(SqliteFile file, params string[] handles)
    {
        await using var store = await file.OpenAsync();
        await store.Interactions.AppendAsync(
            Enumerable.Range(0, RowCount).Select(i => new Interaction<AccountId>(
                i, Made.Noon.AddSeconds(i), new(1), new(2), Channel.Mail, RecipientRole.To, 1)).ToAsyncEnumerable(),
            () => Made.Accounts(handles), null, Cancellation);
    }

    private static string Handles(string path) =>
        Read(path, "SELECT group_concat(handle, ' ') FROM (SELECT handle FROM account_handles ORDER BY 1)");

    private static string Read(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Copies what a process that ended now would leave: the file and its journal.</summary>
    private sealed class Snapshots(string path, List<string> taken) : IProgress<double>
    {
        public void Report(double value)
        {
            var copy = $"{path}.{taken.Count}";
            File.Copy(path, copy);
            if (File.Exists(path + "-journal"))
                File.Copy(path + "-journal", copy + "-journal");
            taken.Add(copy);
        }
    }
}
