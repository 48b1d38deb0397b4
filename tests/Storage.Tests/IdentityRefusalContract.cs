using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteIdentityRefusals() : IdentityRefusalContract(new SqliteFile());

public sealed class SqlServerIdentityRefusals() : IdentityRefusalContract(new ServerDatabase());

/// <summary>Decisions that cannot be.</summary>
public abstract class IdentityRefusalContract(StorePlace place) : IDisposable
{
    private static readonly IdentityDecision Now = new() { Who = "operator", At = Made.Noon };

    private static readonly DateOnly March3 = new(2026, 3, 3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    public static TheoryData<Func<IdentityStore, Task>, string> Refusals => new()
    {
        { s => s.MergeAsync("free@example.org", "nobody", Now, default), "The second word is nobody's id" },
        { s => s.MergeAsync("unseen@example.org", "1", Now, default), "The first word is no person's id or key" },
        { s => s.MergeAsync("b@example.org", "1", Now, default), "It is somebody else's in some of that time." },
        { s => s.MergeAsync("b@example.org", "2", Now, default), "It is that person's already." },
        { s => s.MergeAsync("4", "2", Now, default), "That person was merged into another by entry 1." },
        { s => s.MergeAsync("3", "4", Now, default), "That would be a circle: entry 1" },
        { s => s.MergeAsync("1", "2", Now with { From = March3 }, default), "Two people are one for all time" },
        { s => s.SplitAsync("4", Now, default), "This person was merged into another by entry 1" },
        { s => s.SplitAsync("free@example.org", Now, default), "It is nobody's in that time" },
        { s => s.SplitAsync("b@example.org", Now with { From = March3, To = March3 }, default), "--from 2026-03-03" },
        { s => s.UndoAsync(9, Now, default), "The log has no entry 9; it holds 4." },
        { s => s.UndoAsync(2, Now, default), "Entry 2 is undone already, by entry 3." },
        { s => s.UndoAsync(3, Now, default), "Entry 3 is itself an undo." },
        { s => s.DeclareDomainAsync("example.net", Now with { From = March3 }, default), "That domain is declared" },
        { s => s.MapAsync([new(7, "u", "nobody", null, null)], Now, default), "Line 7 names a person whom" },
        {
            s => s.MapAsync([new(2, "u", "1", null, March3), new(3, "u", "2", new(2026, 3, 2), null)], Now, default),
            "Line 3 gives a handle for days in which another line"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task Refusal_is_one_line_that_names_nobody_and_changes_nothing(
        Func<IdentityStore, Task> decide, string message)
    {
        await using var store = await place.OpenAsync();
        await MadeMails.AppendAsync(store, ("free@example.org", "3", 0));
        await store.People.SaveAsync(
            [Made.Entry("1"), Made.Entry("2") with { Handles = ["b@example.org"] }, Made.Entry("3"), Made.Entry("4")],
            Cancellation);
        await store.Identities.MergeAsync("4", "3", Now, Cancellation);
        await store.Identities.DeclareDomainAsync("example.com", Now, Cancellation);
        await store.Identities.UndoAsync(2, Now, Cancellation);
        await store.Identities.DeclareDomainAsync("example.net", Now, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(() => decide(store.Identities));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('@', error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(4, (await store.Identities.LogAsync(Cancellation)).Length);
    }
}
