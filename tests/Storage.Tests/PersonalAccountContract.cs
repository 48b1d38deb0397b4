using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqlitePersonalAccounts() : PersonalAccountContract(new SqliteFile());

public sealed class SqlServerPersonalAccounts() : PersonalAccountContract(new ServerDatabase());

/// <summary>Accounts that people have for themselves on networks outside count with their consent alone.</summary>
public abstract class PersonalAccountContract(StorePlace place) : IDisposable
{
    private const string OnX = "x:42";
    private const string Outside = "https://elsewhere.example/users/one";
    private const string OwnServer = "https://social.example.org/users/one";
    private const string OnSlack = "slack:u1";

    private static readonly IdentityDecision Now = new() { Who = "operator", At = Made.Noon };

    private static readonly string[] Handles = [OnX, Outside, OwnServer, OnSlack];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Personal_account_in_a_people_file_counts_from_consent_until_withdrawal()
    {
        await using var store = await OpenAsync();

        var saved = await store.People.SaveAsync(
            [Made.Entry("1") with { Handles = [.. Handles, "one@example.org"] }, Made.Entry("2")], Cancellation);
        var before = await OwnersAsync(store);
        await SayAsync(store, person: 1, may: true, minute: 1);
        var with = await OwnersAsync(store);
        await SayAsync(store, person: 1, may: false, minute: 2);
        var after = await OwnersAsync(store);

        Assert.Equal(2, saved.Withheld);
        Assert.Equal([0, 0, 1, 1], before);
        Assert.Equal([1, 1, 1, 1], with);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Mapping_or_merging_a_personal_account_waits_for_the_consent_of_whose_it_is_then()
    {
        await using var store = await OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2")], Cancellation);
        await SayAsync(store, person: 2, may: true, minute: 1);

        var mapped = await store.Identities.MapAsync([new(2, OnX, "1", null, null)], Now, Cancellation);
        await store.Identities.MergeAsync(Outside, "1", Now, Cancellation);
        var ofOne = await OwnersAsync(store);
        var merged = await store.Identities.MergeAsync("1", "2", Now, Cancellation);
        var ofTwo = await OwnersAsync(store);

        Assert.Equal((1, 0), (mapped.Withheld, merged.Withheld));
        Assert.Equal([0, 0], ofOne[..2]);
        Assert.Equal([2, 2], ofTwo[..2]);
    }

    private async Task<Store> OpenAsync()
    {
        var store = await place.OpenAsync();
        await MadeMails.AppendAsync(store, [.. Handles.Select((handle, day) => (handle, "2", day))]);
        return store;
    }

    private static async Task<int[]> OwnersAsync(Store store)
    {
        await store.Identities.SettleAsync(Cancellation);
        return [.. (await MadeMails.ReadAsync(store)).Select(interaction => interaction.Source.Value)];
    }

    private static Task<int> SayAsync(Store store, int person, bool may, int minute) => store.Consents.RecordAsync(
        [
            new()
            {
                PersonId = new(person), ExternalContacts = may, TextVersion = "1", At = Made.Noon.AddMinutes(minute),
                Channel = "form", RecordedBy = "operator", RecordedAt = Made.Noon.AddMinutes(minute),
            },
        ],
        Cancellation);
}
