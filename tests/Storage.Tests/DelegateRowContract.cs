using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests;

public sealed class SqliteDelegateRow() : DelegateRowContract(new SqliteFile());

public sealed class SqlServerDelegateRow() : DelegateRowContract(new ServerDatabase());

/// <summary>Rows that say who pressed send.</summary>
public abstract class DelegateRowContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Mail_from_a_shared_mailbox_is_the_persons_who_answered_there()
    {
        var (read, id) = await ReadAsync("desk");
        var answer = Assert.Single(read);
        Assert.Equal((id["ada"], id["ben"], 1), (answer.Source.Value, answer.Target.Value, answer.AudienceSize));
    }

    [Fact]
    public async Task Mail_for_somebody_stays_theirs_and_says_who_sent_it()
    {
        var (read, id) = await ReadAsync("boss");
        Assert.Equal(
            [(id["boss"], id["ben"], RecipientRole.To, 1), (id["ada"], id["boss"], RecipientRole.SentFor, 1)],
            read.Select(row => (row.Source.Value, row.Target.Value, row.Role, row.AudienceSize)));
    }

    private async Task<(Interaction<PersonId>[] Read, Dictionary<string, int> IdOf)> ReadAsync(string from)
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [
                Made.Entry("ada") with { Handles = ["ada"] }, Made.Entry("ben") with { Handles = ["ben"] },
                Made.Entry("boss") with { Handles = ["boss"] },
                Made.Entry("desk") with { Handles = ["desk"], Kind = AccountKind.Shared },
            ],
            Cancellation);
        var accountOf = (await store.Interactions.AccountsAsync(Cancellation)).ToDictionary(a => a.Handle, a => a.Id);
        var mail = Made.Mail(accountOf[from].Value, accountOf["ben"].Value, eventId: 5);
        await store.Interactions.AppendAsync(
            Made.Stream([mail, mail.SentBy(accountOf["ada"])]), () => [], null, Cancellation);
        var people = await store.People.ReadAsync(Cancellation);
        return (
            [.. await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation)],
            people.ToDictionary(person => person.Key["key-".Length..], person => person.Id.Value));
    }
}
