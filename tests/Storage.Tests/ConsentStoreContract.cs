using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteConsentStore() : ConsentStoreContract(new SqliteFile());

public sealed class SqlServerConsentStore() : ConsentStoreContract(new ServerDatabase());

public abstract class ConsentStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whoever_said_nothing_is_in_the_graph_unnamed()
    {
        await using var store = await WithPeopleAsync();

        var consents = await store.Consents.ReadAsync(Cancellation);

        Assert.Equal(new Consent(ConsentState.InGraphAnonymous, false), consents[new(1)]);
        Assert.Empty(consents.Excluded);
    }

    [Fact]
    public async Task What_was_said_last_holds_whenever_it_was_written_down()
    {
        await using var store = await WithPeopleAsync();

        await store.Consents.RecordAsync([Said(1, ConsentState.Excluded, minute: 5)], Cancellation);
        await store.Consents.RecordAsync([Said(1, ConsentState.Nameable, minute: 2)], Cancellation);

        Assert.Equal([1], (await store.Consents.ReadAsync(Cancellation)).Excluded.Select(id => id.Value));
        Assert.Equal(
            [ConsentState.Excluded, ConsentState.Nameable],
            (await store.Consents.HistoryAsync(new(1), Cancellation)).Select(act => act.State));
    }

    [Fact]
    public async Task State_and_external_contacts_are_said_apart()
    {
        await using var store = await WithPeopleAsync();
        var contacts = Said(2, null, minute: 1) with { ExternalContacts = true };

        await store.Consents.RecordAsync(
            [contacts, Said(2, ConsentState.Nameable, 2), Said(3, ConsentState.Nameable, 2)], Cancellation);

        var consents = await store.Consents.ReadAsync(Cancellation);
        Assert.Equal(new(ConsentState.Nameable, true), consents[new(2)]);
        Assert.Equal(new(ConsentState.Nameable, false), consents[new(3)]);
        Assert.Equal([2], consents.ExternalContacts.Select(id => id.Value));
        Assert.Equal(contacts, (await store.Consents.HistoryAsync(new(2), Cancellation))[1]);
    }

    [Fact]
    public async Task An_act_that_is_on_record_is_not_added_again()
    {
        await using var store = await WithPeopleAsync();
        var act = Said(1, ConsentState.Nameable, minute: 1);

        Assert.Equal(1, await store.Consents.RecordAsync([act], Cancellation));
        Assert.Equal(1, await store.Consents.RecordAsync([act, Said(1, ConsentState.Excluded, 2)], Cancellation));
        Assert.Equal(0, await store.Consents.RecordAsync([act], Cancellation));

        Assert.Equal([1], (await store.Consents.ReadAsync(Cancellation)).Excluded.Select(id => id.Value));
    }

    [Fact]
    public async Task An_act_of_tomorrow_is_refused_with_all_beside_it()
    {
        await using var store = await WithPeopleAsync();
        var early = Said(1, ConsentState.Nameable, minute: 1) with { RecordedAt = Made.Noon };

        var error = await Assert.ThrowsAsync<StoreException>(
            () => store.Consents.RecordAsync([Said(2, ConsentState.Excluded, 1), early], Cancellation));

        Assert.StartsWith("1 consents are dated after now", error.Message, StringComparison.Ordinal);
        Assert.Empty((await store.Consents.ReadAsync(Cancellation)).Excluded);
    }

    [Fact]
    public async Task Excluded_people_are_not_read_and_their_reports_move_up()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2", "1"), Made.Entry("3", "2")], Cancellation);

        await store.Consents.RecordAsync([Said(2, ConsentState.Excluded, 1)], Cancellation);

        var people = await store.People.ReadAsync(Cancellation);
        Assert.Equal([(1, null), (3, 1)], people.Select(person => (person.Id.Value, person.ManagerId?.Value)));
        Assert.Equal(2, (await store.People.FindAsync("2", Cancellation))?.Value);
    }

    [Fact]
    public async Task Events_of_excluded_people_are_not_read_and_the_others_keep_their_audience()
    {
        await using var store = await WithPeopleAsync();
        Interaction<AccountId>[] rows =
            [Made.Mail(1, 2, 0, eventId: 7), Made.Mail(1, 3, 0, eventId: 7), Made.Mail(2, 3, 5), Made.Mail(3, 1, 6)];
        await store.Interactions.AppendAsync(Made.Stream<Interaction<AccountId>>(rows), () => [], null, Cancellation);

        await store.Consents.RecordAsync([Said(2, ConsentState.Excluded, 1)], Cancellation);

        var read = await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation);
        Assert.Equal(
            [(1, 3, 2), (3, 1, 1)], read.Select(row => (row.Source.Value, row.Target.Value, row.AudienceSize)));
    }

    [Fact]
    public async Task Few_excluded_people_are_not_counted()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 12).Select(i => Made.Entry($"{i}"))], Cancellation);

        await store.Consents.RecordAsync(
            [.. Enumerable.Range(1, 9).Select(i => Said(i, ConsentState.Excluded, 1))], Cancellation);
        Assert.Empty((await store.Consents.ReadAsync(Cancellation)).Counts);

        await store.Consents.RecordAsync([Said(10, ConsentState.Excluded, 1)], Cancellation);
        Assert.Equal(10, Assert.Single((await store.Consents.ReadAsync(Cancellation)).Counts).Count);
    }

    private async Task<Store> WithPeopleAsync()
    {
        var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2"), Made.Entry("3")], Cancellation);
        return store;
    }

    private static ConsentRecord Said(int personId, ConsentState? state, int minute) => new()
    {
        PersonId = new(personId),
        State = state,
        TextVersion = "2026-1",
        At = Made.Noon.AddMinutes(minute),
        Channel = "signed form",
        RecordedBy = "operator",
        RecordedAt = Made.Noon.AddDays(1),
    };
}
