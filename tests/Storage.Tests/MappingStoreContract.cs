using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteMappingStore() : MappingStoreContract(new SqliteFile());

public sealed class SqlServerMappingStore() : MappingStoreContract(new ServerDatabase());

/// <summary>What every store promises of saved layouts, and of accounts that interactions name.</summary>
public abstract class MappingStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_layout_is_found_by_its_name_until_it_is_removed()
    {
        await using var store = await place.OpenAsync();
        var payroll = new SavedMapping("payroll", "people", "[\"--map\",\"id=Matr.\"]", Made.Noon);
        await store.Mappings.SaveAsync(payroll, Cancellation);
        await store.Mappings.SaveAsync(new("mail", "interactions", "[]", Made.Noon), Cancellation);

        Assert.Equal(payroll, await store.Mappings.FindAsync("payroll", Cancellation));
        Assert.Equal(["mail", "payroll"], (await store.Mappings.ReadAsync(Cancellation)).Select(one => one.Name));
        Assert.True(await store.Mappings.RemoveAsync("mail", Cancellation));
        Assert.False(await store.Mappings.RemoveAsync("mail", Cancellation));
        Assert.Null(await store.Mappings.FindAsync("mail", Cancellation));
    }

    [Fact]
    public async Task A_layout_saved_again_replaces_the_one_before()
    {
        await using var store = await place.OpenAsync();
        await store.Mappings.SaveAsync(new("payroll", "people", "[]", Made.Noon), Cancellation);
        var later = new SavedMapping("payroll", "people", "[\"--sheet\",\"2\"]", Made.Noon.AddDays(1));
        await store.Mappings.SaveAsync(later, Cancellation);

        Assert.Equal([later], await store.Mappings.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Accounts_that_interactions_name_are_told_with_whether_they_are_somebodys()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2")], Cancellation);
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 3), Made.Mail(3, 1, minute: 1)), () => [new(new(3), "x")], null, Cancellation);

        var seen = await store.Interactions.SeenAccountsAsync(Cancellation);

        Assert.Equal(
            [new("1", true), new SeenAccount("x", false)], seen.OrderBy(one => one.Handle, StringComparer.Ordinal));
    }
}
