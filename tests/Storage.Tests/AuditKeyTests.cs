using System.Text;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>What depends on the key of the audit is never read or written with another one.</summary>
public sealed class AuditKeyTests : IDisposable
{
    private static readonly DirectoryEntry[] Entries = [Made.Entry("1"), Made.Entry("2")];

    private readonly SqliteFile _file = new();

    public AuditKeyTests() => Assert.SkipWhen(
        Environment.GetEnvironmentVariable(AuditKey.Variable) is { Length: > 0 },
        $"{AuditKey.Variable} is set, so that no file holds the key.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string AuditPath => Path.ChangeExtension(_file.Path, ".audit.db");

    private string KeyPath => Path.ChangeExtension(AuditPath, ".key");

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("another key of the customer's", "is not the one that the audit was made with")]
    [InlineData(null, "is missing")]
    public async Task Another_key_is_refused_wherever_the_audit_is_opened_and_none_is_made(string? key, string says)
    {
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([MadeTwo.Asked], Cancellation);
        await (await _file.OpenAsync()).DisposeAsync();
        SetKey(key);

        foreach (var open in (Func<string, CancellationToken, Task<AuditStore>>[])
            [AuditStore.OpenAsync, AuditStore.OpenExistingAsync])
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => open(_file.Connection, Cancellation));
            Assert.Contains(says, error.Message, StringComparison.Ordinal);
            Assert.Contains(AuditKey.Variable, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
        Assert.Equal(key is not null, File.Exists(KeyPath));
    }

    [Theory]
    [InlineData("another key of the customer's")]
    [InlineData(null)]
    public async Task People_are_not_read_again_without_the_key_that_knows_who_was_erased(string? key)
    {
        await using var store = await _file.OpenAsync();
        await store.People.SaveAsync(Entries, Cancellation);
        await MadeTwo.EraseAsync(_file, store, 2);
        SetKey(key);
        File.Delete(AuditPath);

        await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync(Entries, Cancellation));

        Assert.Single(await store.People.ReadAsync(Cancellation));
        Assert.Equal(key is not null, File.Exists(KeyPath));
        if (key is null)
            await Assert.ThrowsAsync<StoreException>(() => AuditStore.OpenAsync(_file.Connection, Cancellation));
    }

    [Fact]
    public async Task Whoever_was_erased_by_an_earlier_version_stays_out_and_another_key_is_refused()
    {
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([MadeTwo.Asked, MadeTwo.Asked], Cancellation);
        await using var store = await _file.OpenAsync();
        await store.People.SaveAsync(Entries, Cancellation);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            await File.ReadAllBytesAsync(KeyPath, Cancellation), "3"u8));
        await _file.ExecuteAsync($"INSERT INTO accounts (account_id, kind) VALUES (9, 0); "
            + $"INSERT INTO account_handles (account_id, handle) VALUES (9, 'erased:{hash}')");
        await ForgetEpochsAsync();

        Assert.Equal(1, (await store.People.SaveAsync([Made.Entry("3")], Cancellation)).Erased);
        await MadeTwo.EraseAsync(_file, store, 2);
        Assert.Equal(2, (await store.People.SaveAsync([Made.Entry("3"), Made.Entry("2")], Cancellation)).Erased);
        SetKey("another key of the customer's");
        await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync([Made.Entry("3")], Cancellation));
    }

    [Fact]
    public async Task A_new_key_goes_on_with_one_chain_and_with_who_was_erased()
    {
        await using var store = await _file.OpenAsync();
        await store.People.SaveAsync(Entries, Cancellation);
        await MadeTwo.EraseAsync(_file, store, 2);
        var view = await store.NamedViews.RequestAsync("caller", "changeSupport", "why", Made.Noon, Cancellation);
        await using var before = await AuditStore.OpenAsync(_file.Connection, Cancellation);
        var former = await File.ReadAllTextAsync(KeyPath, Cancellation);

        await RotateAsync(store, former, "the second key of the audit");
        await RotateAsync(store, "the second key of the audit", "the third key of the audit");

        await using var after = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation);
        var check = await after.VerifyAsync(null, Cancellation);
        Assert.True(check.IsWhole);
        Assert.Equal(6, check.Rows);
        var lines = await after.ListAsync(null, 10, Cancellation);
        Assert.Equal(4, lines.Count(line => line.Entry.Action == "rotate"));
        Assert.Contains(lines[1].Hash, lines[0].Entry.Detail, StringComparison.Ordinal);
        Assert.Equal(1, (await store.People.SaveAsync(Entries, Cancellation)).Erased);
        Assert.False(await store.NamedViews.ApproveAsync(view.Id, "other", Made.Noon, Cancellation));
        // A process that goes on with the former key writes nothing more.
        await Assert.ThrowsAsync<StoreException>(() => before.AppendAsync([MadeTwo.Asked], Cancellation));
        Assert.True((await after.VerifyAsync(check.Head, Cancellation)).IsWhole);
        SetKey(former);
        await Assert.ThrowsAsync<StoreException>(
            () => AuditStore.OpenExistingAsync(_file.Connection, Cancellation));
        await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync(Entries, Cancellation));
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'x' WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit SET detail = 'x' WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM audit WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit_epochs SET from_sequence = 5 WHERE from_sequence = 4", 4)]
    public async Task A_line_altered_on_either_side_of_a_new_key_is_found(string change, long brokenAt)
    {
        await using var store = await _file.OpenAsync();
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([MadeTwo.Asked with { Keys = ["k1"] }, MadeTwo.Asked], Cancellation);
        await RotateAsync(store, await File.ReadAllTextAsync(KeyPath, Cancellation), "the second key of the audit");
        await _file.ChangeAuditAsync(change);

        await using var after = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation);
        Assert.Equal(brokenAt, (await after.VerifyAsync(null, Cancellation)).BrokenAt);
    }

    [Fact]
    public async Task A_chain_that_does_not_hold_gets_no_new_key()
    {
        await using var store = await _file.OpenAsync();
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([MadeTwo.Asked, MadeTwo.Asked], Cancellation);
        await _file.ChangeAuditAsync("UPDATE audit SET detail = 'x' WHERE sequence = 1");

        var former = await File.ReadAllTextAsync(KeyPath, Cancellation);
        var error = await Assert.ThrowsAsync<StoreException>(() => RotateAsync(store, former, "another long key"));

        Assert.StartsWith("Line 1 of the audit is not as it was written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_audit_has_the_tables_of_an_audit_alone()
    {
        await using (await AuditStore.OpenAsync(_file.Connection, Cancellation))
        {
        }

        Assert.Equal(["audit", "audit_epochs", "audit_keys"], await ReadAsync(_file.ListTables));
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(AuditPath, Cancellation));
        Assert.Contains("of another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_of_an_earlier_version_is_read_as_it_is_and_written_on()
    {
        await (await _file.OpenAsync()).DisposeAsync();
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([MadeTwo.Asked, MadeTwo.Asked], Cancellation);
        await ForgetEpochsAsync("DROP TABLE audit_epochs; DROP INDEX audit_keys_erased; CREATE TABLE people (a); "
            + "PRAGMA application_id = 1231971917; PRAGMA user_version = 21");
        var bytes = await File.ReadAllBytesAsync(AuditPath, Cancellation);

        await using (var audit = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation))
            Assert.Equal((2L, true), await CheckedAsync(audit));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(AuditPath, Cancellation));

        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
        {
            await audit.AppendAsync([MadeTwo.Asked], Cancellation);
            Assert.Equal((3L, true), await CheckedAsync(audit));
        }
        await ForgetEpochsAsync();
        SetKey("another key of the customer's");
        await Assert.ThrowsAsync<StoreException>(() => AuditStore.OpenAsync(_file.Connection, Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reading_an_audit_that_is_not_there_makes_nothing(bool hasStore)
    {
        if (hasStore)
            await (await _file.OpenAsync()).DisposeAsync();
        var files = Directory.GetFiles(Path.GetDirectoryName(_file.Path)!);

        var error = await Assert.ThrowsAsync<StoreException>(
            () => AuditStore.OpenExistingAsync(_file.Connection, Cancellation));

        Assert.StartsWith(hasStore ? "There is no audit at" : "There is no store at", error.Message);
        Assert.Equal(files, Directory.GetFiles(Path.GetDirectoryName(_file.Path)!));
    }

    private static async Task<(long Rows, bool IsWhole)> CheckedAsync(AuditStore audit)
    {
        var check = await audit.VerifyAsync(null, Cancellation);
        return (check.Rows, check.IsWhole);
    }

    private async Task RotateAsync(Store store, string former, string next)
    {
        SetKey(next);
        await store.RotateAuditKeyAsync(
            Encoding.UTF8.GetBytes(former), MadeTwo.Asked with { Action = "rotate" }, Cancellation);
    }

    private void SetKey(string? key)
    {
        File.Delete(KeyPath);
        if (key is not null)
            File.WriteAllText(KeyPath, key);
    }

    /// <summary>As an earlier version left it.</summary>
    private Task ForgetEpochsAsync(string sql = "DELETE FROM audit_epochs") => ReadAsync(sql);

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={AuditPath};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var cells = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            cells.Add(reader.GetString(0));
        return cells;
    }
}
