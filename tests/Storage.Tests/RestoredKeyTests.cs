using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A store from before a rotation of the audit's key, beside the audit that went on.</summary>
public sealed class RestoredKeyTests : IDisposable
{
    private static readonly string[] Keys = ["the second key of the audit", "the third key of the audit"];

    private readonly SqliteFile _file = new();

    public RestoredKeyTests() => Assert.SkipWhen(
        Environment.GetEnvironmentVariable(AuditKey.Variable) is { Length: > 0 },
        $"{AuditKey.Variable} is set, so that no file holds the key.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DirectoryEntry[] Entries => [Made.Entry("1"), Made.Entry("2")];

    private string Former => _file.Path + ".former";

    private string KeyPath => Path.ChangeExtension(_file.Path, ".audit.key");

    public void Dispose() => _file.Dispose();

    /// <summary>An earlier version hashed with the key of the audit itself, and kept none with the hashes.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_was_erased_under_a_former_key_stays_out_and_that_key_opens_nothing(
        bool isOfEarlierVersion)
    {
        await KeepFormerAsync(async store =>
        {
            if (!isOfEarlierVersion)
            {
                await MadeTwo.EraseAsync(_file, store, 2);
                return;
            }
            var hash = Convert.ToHexStringLower(
                HMACSHA256.HashData(await File.ReadAllBytesAsync(KeyPath, Cancellation), "3"u8));
            await _file.ExecuteAsync("INSERT INTO accounts (account_id, kind) VALUES (9, 0); "
                + $"INSERT INTO account_handles (account_id, handle) VALUES (9, 'erased:{hash}')");
        });
        if (!isOfEarlierVersion)
            await Assert.ThrowsAsync<StoreException>(() => SaveAsync("2"));
        else
            Assert.Equal(1, await SaveAsync("3"));

        await TakePresentKeyAsync();

        Assert.Equal(1, await SaveAsync(isOfEarlierVersion ? "3" : "2"));
        Assert.Single(await _file.ExecuteAsync("SELECT 1 FROM store_keys WHERE purpose = 'tombstones'"));
        await File.WriteAllTextAsync(KeyPath, Keys[0], Cancellation);
        await Assert.ThrowsAsync<StoreException>(() => SaveAsync("1"));
        Assert.StartsWith(
            "The key of the audit is not the one",
            (await Assert.ThrowsAsync<StoreException>(TakePresentKeyAsync)).Message, StringComparison.Ordinal);
    }

    /// <summary>Whoever asked under the former key is another caller under the new one.</summary>
    [Fact]
    public async Task Nobody_approves_a_request_to_see_names_that_comes_back_from_before_a_rotation()
    {
        var view = "";
        await KeepFormerAsync(async store => view = (await store.NamedViews.RequestAsync(
            "caller", "changeSupport", "why", Made.Noon, Cancellation)).Id);

        await TakePresentKeyAsync();

        await using var store = await _file.OpenAsync();
        Assert.False(await store.NamedViews.ApproveAsync(view, "other", Made.Noon, Cancellation));
    }

    [Fact]
    public async Task Hashes_of_erased_people_under_a_key_that_the_audit_never_had_are_refused()
    {
        await KeepFormerAsync(store => MadeTwo.EraseAsync(_file, store, 2));
        await _file.ExecuteAsync("UPDATE store_keys SET key_check = 'of another' WHERE purpose = 'tombstones'");

        var error = await Assert.ThrowsAsync<StoreException>(TakePresentKeyAsync);

        Assert.StartsWith(
            "The key of the audit is not the one that hashes of erased people were", error.Message,
            StringComparison.Ordinal);
    }

    /// <summary>What was killed in the middle of an erasure needs the audit, which only the former key opens.</summary>
    [Fact]
    public async Task An_erasure_that_was_broken_off_is_finished_by_a_rotation()
    {
        await using (var store = await _file.OpenAsync())
        {
            await store.People.SaveAsync(Entries, Cancellation);
            await _file.ExecuteAsync(
                "CREATE TRIGGER fault BEFORE DELETE ON unfinished_erasures BEGIN SELECT RAISE(ABORT, 'power'); END");
            await Assert.ThrowsAsync<StoreException>(() => MadeTwo.EraseAsync(_file, store, 2));
        }
        await _file.ExecuteAsync("DROP TRIGGER fault");

        await RotateAsync(Keys[0]);

        Assert.Empty(await _file.ExecuteAsync("SELECT erasure_id FROM unfinished_erasures"));
        await using var audit = await AuditStore.OpenExistingAsync(_file.Connection, Cancellation);
        Assert.Single(await audit.ListAsync(null, 10, Cancellation), line => line.Entry.Action == "erase");
        Assert.True((await audit.VerifyAsync(null, Cancellation)).IsWhole);
    }

    /// <summary>Keeps the file of the store, rotates twice, and puts the file back.</summary>
    private async Task KeepFormerAsync(Func<Store, Task> fill)
    {
        await using (var audit = await AuditStore.OpenAsync(_file.Connection, Cancellation))
            await audit.AppendAsync([MadeTwo.Asked], Cancellation);
        await using (var store = await _file.OpenAsync())
        {
            await store.People.SaveAsync(Entries, Cancellation);
            await fill(store);
        }
        File.Copy(_file.Path, Former);
        foreach (var key in Keys)
            await RotateAsync(key);
        File.Move(Former, _file.Path, overwrite: true);
    }

    private async Task RotateAsync(string next)
    {
        var former = await File.ReadAllTextAsync(KeyPath, Cancellation);
        await File.WriteAllTextAsync(KeyPath, next, Cancellation);
        await using var store = await Store.OpenToRekeyAsync(_file.Connection, Cancellation);
        await store.RotateAuditKeyAsync(
            Encoding.UTF8.GetBytes(former), MadeTwo.Asked with { Action = "rotate" }, Cancellation);
    }

    private async Task TakePresentKeyAsync()
    {
        await using var store = await Store.OpenToRekeyAsync(_file.Connection, Cancellation);
        Assert.False(await store.TakePresentAuditKeyAsync(MadeTwo.Asked, Cancellation));
    }

    /// <returns>How many were left out as erased.</returns>
    private async Task<int> SaveAsync(string id)
    {
        await using var store = await _file.OpenAsync();
        return (await store.People.SaveAsync([Made.Entry(id)], Cancellation)).Erased;
    }
}
