using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteNamedViewStore() : NamedViewStoreContract(new SqliteFile());

public sealed class SqlServerNamedViewStore() : NamedViewStoreContract(new ServerDatabase());

/// <summary>What every store promises of requests to see names: somebody else agrees, once.</summary>
public abstract class NamedViewStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nobody_approves_their_own_request_and_nobody_twice()
    {
        await using var store = await place.OpenAsync();
        var asked = await AskAsync(store, Made.Noon);

        Assert.False(await ApproveAsync("hr", Made.Noon));
        Assert.True(await ApproveAsync("dpo", Made.Noon));
        Assert.False(await ApproveAsync("another", Made.Noon.AddDays(1)));

        var view = (await store.NamedViews.FindAsync(asked.Id, Cancellation))!;
        Assert.Equal(("dpo", Made.Noon.AddDays(NamedViewStore.Days)), (view.ApprovedBy, view.ExpiresAt));
        Assert.True(view.ShowsTo("hr", Made.Noon.AddDays(29)));
        Assert.False(view.ShowsTo("hr", Made.Noon.AddDays(30)));
        Assert.False(view.ShowsTo("dpo", Made.Noon));

        Task<bool> ApproveAsync(string approver, DateTime at) =>
            store.NamedViews.ApproveAsync(asked.Id, approver, at, Cancellation);
    }

    [Fact]
    public async Task Requests_are_listed_the_last_first_and_found_by_their_ids()
    {
        await using var store = await place.OpenAsync();
        var first = await AskAsync(store, Made.Noon);
        var second = await AskAsync(store, Made.Noon.AddHours(1));

        Assert.Equal([second, first], await store.NamedViews.ListAsync(Cancellation));
        Assert.Equal(first, await store.NamedViews.FindAsync(first.Id, Cancellation));
        Assert.Null(await store.NamedViews.FindAsync("none", Cancellation));
    }

    private static Task<NamedView> AskAsync(Store store, DateTime at) =>
        store.NamedViews.RequestAsync("hr", "ambassadorProgramme", "Ambassadors of the move", at, Cancellation);
}
