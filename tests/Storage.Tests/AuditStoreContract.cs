using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteAuditStore() : AuditStoreContract(new SqliteFile());

public sealed class SqlServerAuditStore() : AuditStoreContract(new ServerDatabase());

/// <summary>What every store promises of the audit: rows are added, and a chain shows any that was touched.</summary>
public abstract class AuditStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lines_come_back_the_last_first_with_the_people_shown()
    {
        await using var audit = await OpenAsync();
        await audit.AppendAsync([Shown("a", "k2", "k1"), Shown("b")], Cancellation);
        await audit.AppendAsync([Shown("c", "k1", "k2")], Cancellation);

        var lines = await audit.ListAsync(null, 10, Cancellation);

        Assert.Equal([3, 2, 1], lines.Select(line => line.Sequence));
        Assert.Equal(["c", "b", "a"], lines.Select(line => line.Entry.Detail));
        Assert.Equal(["k1", "k2"], lines[0].Entry.Keys);
        Assert.Equal(lines[0].Entry.Keys, lines[2].Entry.Keys);
        Assert.Equal([2, 1], (await audit.ListAsync(3, 10, Cancellation)).Select(line => line.Sequence));
        Assert.True((await audit.VerifyAsync(null, Cancellation)).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'x' WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit SET caller = 'somebody else' WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit SET at_ms = at_ms + 1 WHERE sequence = 5", 5)]
    [InlineData("DELETE FROM audit WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM audit WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit SET keys_hash = '' WHERE sequence = 4", 4)]
    [InlineData("UPDATE audit_keys SET person_key = 'k9' WHERE person_key = 'k1'", 1)]
    [InlineData("DELETE FROM audit_keys WHERE person_key = 'k1'", 1)]
    [InlineData(
        "INSERT INTO audit SELECT 7, at_ms, caller, roles, action, purpose, detail, text_version, keys_hash, hash "
        + "FROM audit WHERE sequence = 6",
        7)]
    public async Task A_line_altered_left_out_or_put_in_is_found(string change, long brokenAt)
    {
        await using var audit = await OpenAsync();
        await audit.AppendAsync([.. Enumerable.Range(1, 6).Select(i => Shown($"{i}", "k1", $"k{i}"))], Cancellation);

        await place.ChangeAuditAsync(change);

        Assert.Equal(brokenAt, (await audit.VerifyAsync(null, Cancellation)).BrokenAt);
    }

    [Fact]
    public async Task Lines_cut_off_at_the_end_are_found_by_a_head_noted_before()
    {
        await using var audit = await OpenAsync();
        await audit.AppendAsync([Shown("a"), Shown("b")], Cancellation);
        var noted = (await audit.VerifyAsync(null, Cancellation)).Head;
        await audit.AppendAsync([Shown("c")], Cancellation);
        Assert.True((await audit.VerifyAsync(noted, Cancellation)).IsWhole);

        await place.ChangeAuditAsync("DELETE FROM audit WHERE sequence > 1");

        var check = await audit.VerifyAsync(noted, Cancellation);
        Assert.Equal((1L, null, false), (check.Rows, check.BrokenAt, check.HoldsNoted));
    }

    [Fact]
    public async Task Somebody_erased_is_forgotten_and_the_chain_holds()
    {
        await using var audit = await OpenAsync();
        await audit.AppendAsync([Shown("a", "k1", "k2"), Shown("b", "k1"), Shown("c", "k2")], Cancellation);

        await audit.FinishErasureAsync(Shown("erased", "k1"), Cancellation);

        var lines = await audit.ListAsync(null, 10, Cancellation);
        Assert.Equal([1, 0, 1, 1], lines.Select(line => line.ErasedCount));
        Assert.DoesNotContain(lines, line => line.Entry.Keys.Contains("k1"));
        Assert.True((await audit.VerifyAsync(null, Cancellation)).IsWhole);
        Assert.Empty(await audit.ViewsOfAsync(["k1"], 10, Cancellation));
    }

    [Fact]
    public async Task A_person_sees_how_often_each_role_was_shown_them_a_day()
    {
        await using var audit = await OpenAsync();
        await audit.AppendAsync(
            [
                Shown("a", "k1"), Shown("b", "k1", "k2"), Shown("c", "k2"),
                Shown("d", "k1") with { At = Made.Noon.AddDays(1), Purpose = "change support" },
            ],
            Cancellation);

        Assert.Equal(
            [new(new(2026, 3, 3), "Hr.Read", "change support", 1), new PersonViews(new(2026, 3, 2), "Hr.Read", "", 2)],
            await audit.ViewsOfAsync(["k1"], 10, Cancellation));
    }

    [Fact]
    public async Task Several_processes_add_to_one_chain()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => (i % 2 == 0 ? one : other).AppendAsync([Shown($"{i}", "k1")], Cancellation), Cancellation)));

        var check = await one.VerifyAsync(null, Cancellation);
        Assert.Equal((20L, true), (check.Rows, check.IsWhole));
    }

    /// <summary>On a server the audit lies in the store, which is made before it.</summary>
    private async Task<AuditStore> OpenAsync()
    {
        await using (await place.OpenAsync())
            return await AuditStore.OpenAsync(place.Connection, Cancellation);
    }

    private static AuditEntry Shown(string detail, params string[] keys) => new()
    {
        At = Made.Noon,
        Caller = "caller",
        Roles = "Hr.Read",
        Action = "show",
        Detail = detail,
        Keys = keys,
    };
}
