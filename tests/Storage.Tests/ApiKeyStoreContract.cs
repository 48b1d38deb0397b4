using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteApiKeyStore() : ApiKeyStoreContract(new SqliteFile());

public sealed class SqlServerApiKeyStore() : ApiKeyStoreContract(new ServerDatabase());

/// <summary>What every store promises of keys: who has the text is known, and the store does not hold it.</summary>
public abstract class ApiKeyStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_key_is_found_by_its_whole_text_alone()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1")], Cancellation);
        var text = await store.ApiKeys.CreateAsync(
            ["Person", "Operator"], new(1), Made.Noon, Made.Noon.AddDays(1), Cancellation);
        var other = await CreateAsync(store, Made.Noon);

        var key = await store.ApiKeys.FindAsync(text, Cancellation);

        Assert.Equal(["Person", "Operator"], key!.Roles);
        Assert.Equal(((int?)1, Made.Noon, Made.Noon.AddDays(1)), (key.PersonId?.Value, key.CreatedAt, key.ExpiresAt));
        var secret = text[(text.LastIndexOf('_') + 1)..];
        foreach (var wrong in (string[])[text + "x", text[..^1], "imk_" + key.Id, other[..17] + secret, "", "imk_"])
            Assert.Null(await store.ApiKeys.FindAsync(wrong, Cancellation));
    }

    [Fact]
    public async Task A_key_opens_until_it_expires_or_is_revoked()
    {
        await using var store = await place.OpenAsync();
        var text = await CreateAsync(store, Made.Noon);
        var key = (await store.ApiKeys.FindAsync(text, Cancellation))!;
        Assert.True(key.OpensAt(Made.Noon.AddDays(1).AddTicks(-1)));
        Assert.False(key.OpensAt(Made.Noon.AddDays(1)));

        Assert.True(await store.ApiKeys.RevokeAsync(key.Id, Made.Noon.AddHours(1), Cancellation));
        Assert.False(await store.ApiKeys.RevokeAsync("0123456789ab", Made.Noon, Cancellation));

        key = (await store.ApiKeys.FindAsync(text, Cancellation))!;
        Assert.Equal((Made.Noon.AddHours(1), false), (key.RevokedAt, key.OpensAt(Made.Noon)));
    }

    [Fact]
    public async Task The_newest_key_is_listed_first_and_no_text_is_in_the_store()
    {
        await using var store = await place.OpenAsync();
        string[] texts = [await CreateAsync(store, Made.Noon), await CreateAsync(store, Made.Noon.AddDays(1))];

        var listed = await store.ApiKeys.ListAsync(Cancellation);

        Assert.Equal([Made.Noon.AddDays(1), Made.Noon], listed.Select(key => key.CreatedAt));
        var cells = await place.ExecuteAsync("SELECT * FROM api_keys");
        foreach (var text in texts)
            Assert.DoesNotContain(cells, cell => cell.Contains(text[17..], StringComparison.Ordinal));
    }

    private static Task<string> CreateAsync(Store store, DateTime at) =>
        store.ApiKeys.CreateAsync(["Hr.Read"], null, at, at.AddDays(1), Cancellation);
}
