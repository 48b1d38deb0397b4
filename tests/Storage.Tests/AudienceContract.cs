namespace InfluencerMap.Tests;

public sealed class SqliteAudience() : AudienceContract(new SqliteFile());

public sealed class SqlServerAudience() : AudienceContract(new ServerDatabase());

/// <summary>How many people an event reached.</summary>
public abstract class AudienceContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(12, 10)]
    public async Task Audience_counts_a_person_of_two_addresses_once_and_never_the_sender(int stated, int people)
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [Made.Entry("ada") with { Handles = ["a"] }, Made.Entry("ben") with { Handles = ["b1", "b2", "a2"] }],
            Cancellation);
        await store.People.SaveAsync([Made.Entry("ada") with { Handles = ["a", "a3"] }], Cancellation);
        var accountOf = (await store.Interactions.AccountsAsync(Cancellation)).ToDictionary(a => a.Handle, a => a.Id);
        int[] targets = [accountOf["b1"].Value, accountOf["b2"].Value, accountOf["a3"].Value];
        await store.Interactions.AppendAsync(
            Made.Stream(
                targets.Select(target => Made.Mail(accountOf["a"].Value, target, eventId: 5, audience: stated))),
            () => [], null, Cancellation);

        var read = await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation);
        Assert.All(read, interaction => Assert.Equal(people, interaction.AudienceSize));
    }

    [Fact]
    public async Task Without_interactions_nobody_is_among_them()
    {
        await using var store = await place.OpenAsync();
        Assert.Empty(await store.Interactions.NobodyAccountsAsync(Made.March, Cancellation));
    }
}
