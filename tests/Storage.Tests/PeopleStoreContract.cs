using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqlitePeopleStore() : PeopleStoreContract(new SqliteFile());

public sealed class SqlServerPeopleStore() : PeopleStoreContract(new ServerDatabase());

public abstract class PeopleStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_bot_stays_a_bot_in_a_file_that_does_not_say_what_it_is()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("news") with { Kind = AccountKind.Bot }], Cancellation);

        var saved = await store.People.SaveAsync([Made.Entry("news"), Made.Entry("ana")], Cancellation);

        Assert.Equal((1, 1), (saved.Added, saved.NonPersonAccounts));
        Assert.Single(await store.People.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task People_come_back_as_the_directory_gave_them()
    {
        await using var store = await place.OpenAsync();
        var entry = new DirectoryEntry
        {
            SourceId = "7",
            Spelling = "7",
            Key = "k7",
            ManagerSourceId = "1",
            Name = "Name 7",
            Department = "Sales",
            Site = "Rome",
            JobFamily = "Field",
            Level = 4,
            Start = new(2020, 2, 29),
            Leave = new(2026, 12, 31),
            AbsentFrom = new(2026, 1, 1),
            AbsentTo = new(2026, 2, 1),
            Fte = 0.6,
            WorkingDays = Weekdays.Monday | Weekdays.Thursday,
        };

        // The manager stands below.
        var saved = await store.People.SaveAsync([entry, Made.Entry("1", manager: "1")], Cancellation);

        Assert.Equal(new PeopleSaved(Added: 2, 0, 0, NonPersonAccounts: 0, UnknownManagers: 0), saved);
        var people = await store.People.ReadAsync(Cancellation);
        var expected = new Person
        {
            Id = new(1),
            Key = "k7",
            ManagerId = new(2),
            Department = "Sales",
            Site = "Rome",
            JobFamily = "Field",
            Level = 4,
            Start = new(2020, 2, 29),
            Leave = new(2026, 12, 31),
            AbsentFrom = new(2026, 1, 1),
            AbsentTo = new(2026, 2, 1),
            Fte = 0.6,
            WorkingDays = Weekdays.Monday | Weekdays.Thursday,
        };
        Assert.Equal([expected, new Person { Id = new(2), Key = "key-1", ManagerId = new(2) }], people);
        var names = await store.People.NamesAsync(Cancellation);
        Assert.Equal(new PersonName("7", "Name 7"), names[new(1)]);
        Assert.Equal(new PersonName("1", null), names[new(2)]);
    }

    [Fact]
    public async Task Same_directory_again_changes_nothing()
    {
        await using var store = await place.OpenAsync();
        DirectoryEntry[] directory =
            [Made.Entry("1"), Made.Entry("2", "1") with { Department = "Sales", Handles = ["b@example.org"] }];
        await store.People.SaveAsync(directory, Cancellation);
        var before = await store.People.ReadAsync(Cancellation);

        var again = await store.People.SaveAsync(directory, Cancellation);

        Assert.Equal(new PeopleSaved(0, 0, Unchanged: 2, 0, 0), again);
        Assert.Equal(before, await store.People.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task What_an_entry_does_not_state_stays()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [Made.Entry("1"), Made.Entry("2", "1") with { Department = "Sales", Name = "Two", Level = 3 }],
            Cancellation);

        var saved = await store.People.SaveAsync([Made.Entry("2") with { Department = "Legal" }], Cancellation);

        Assert.Equal(new PeopleSaved(0, Changed: 1, 0, 0, 0), saved);
        var person = (await store.People.ReadAsync(Cancellation))[1];
        Assert.Equal(("Legal", 3, 1), (person.Department, person.Level, person.ManagerId?.Value));
        Assert.Equal("Two", (await store.People.NamesAsync(Cancellation))[new(2)].Name);
    }

    [Fact]
    public async Task Part_time_that_another_file_stated_stays_and_a_new_statement_is_a_change()
    {
        await using var store = await place.OpenAsync();
        var entry = Made.Entry("1") with { Fte = 0.5, WorkingDays = Weekdays.Monday };
        await store.People.SaveAsync([entry], Cancellation);

        var silent = await store.People.SaveAsync([Made.Entry("1")], Cancellation);
        var other = await store.People.SaveAsync(
            [Made.Entry("1") with { Fte = 1, WorkingDays = Weekdays.All }], Cancellation);

        Assert.Equal((1, 1), (silent.Unchanged, other.Changed));
        var person = Assert.Single(await store.People.ReadAsync(Cancellation));
        Assert.Equal((1, Weekdays.All), (person.Fte, person.WorkingDays));
    }

    [Fact]
    public async Task A_new_name_or_a_new_address_is_a_change()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2"), Made.Entry("3")], Cancellation);

        var saved = await store.People.SaveAsync(
            [
                Made.Entry("1") with { Name = "One" },
                Made.Entry("2") with { Handles = ["b@example.org"] },
                Made.Entry("3"),
            ],
            Cancellation);

        Assert.Equal(new PeopleSaved(0, Changed: 2, Unchanged: 1, 0, 0), saved);
    }

    [Fact]
    public async Task An_unknown_manager_is_counted_and_a_mailbox_is_no_manager()
    {
        await using var store = await place.OpenAsync();
        var saved = await store.People.SaveAsync(
            [Made.Entry("1", "99"), Made.Entry("2", "info"), Made.Entry("info") with { Kind = AccountKind.Shared }],
            Cancellation);

        Assert.Equal(new PeopleSaved(Added: 2, 0, 0, NonPersonAccounts: 1, UnknownManagers: 2), saved);
        Assert.All(await store.People.ReadAsync(Cancellation), p => Assert.Null(p.ManagerId));
    }

    [Fact]
    public async Task A_manager_may_be_named_by_any_address()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [Made.Entry("1") with { Handles = ["boss@example.org"] }, Made.Entry("2", "boss@example.org")],
            Cancellation);

        Assert.Equal(1, (await store.People.ReadAsync(Cancellation))[1].ManagerId?.Value);
    }

    [Fact]
    public async Task A_person_is_found_by_id_key_or_address()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [Made.Entry("1"), Made.Entry("key-2") with { Key = "key-1-of-2", Handles = ["b@example.org"] },
                Made.Entry("info") with { Kind = AccountKind.Shared }],
            Cancellation);

        Assert.Equal(1, (await store.People.FindAsync("1", Cancellation))?.Value);
        Assert.Equal(1, (await store.People.FindAsync(" KEY-1", Cancellation))?.Value);
        Assert.Equal(2, (await store.People.FindAsync("key-2", Cancellation))?.Value);
        Assert.Equal(2, (await store.People.FindAsync("B@example.org", Cancellation))?.Value);
        Assert.Null(await store.People.FindAsync("info", Cancellation));
        Assert.Null(await store.People.FindAsync("nobody", Cancellation));
    }

    public static TheoryData<DirectoryEntry[], DirectoryEntry[], string> Conflicts => new()
    {
        {
            [Made.Entry("1") with { Handles = ["a@example.org"] }],
            [
                Made.Entry("2") with { Handles = ["a@example.org"] },
                Made.Entry("3") with { Kind = AccountKind.Bot, Handles = ["1"] },
            ],
            "2 ids or addresses of the directory have another owner already"
        },
        {
            [],
            [
                Made.Entry("1") with { Handles = ["a@example.org"] },
                Made.Entry("a@example.org") with { Kind = AccountKind.Shared },
            ],
            "1 ids or addresses of the directory have another owner already"
        },
        { [], [Made.Entry("1"), Made.Entry("1")], "1 ids of the directory come more than once" },
    };

    [Theory]
    [MemberData(nameof(Conflicts), DisableDiscoveryEnumeration = true)]
    public async Task Two_owners_of_one_address_are_counted_not_named_and_nothing_is_stored(
        DirectoryEntry[] before, DirectoryEntry[] directory, string message)
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(before, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync(directory, Cancellation));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('@', error.Message);
        Assert.Equal(before.Length, (await store.People.ReadAsync(Cancellation)).Length);
    }

    [Fact]
    public async Task Ids_that_lost_their_zeros_since_the_first_file_are_counted_where_addresses_have_two_owners()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [Made.Entry("0001") with { Handles = ["a@example.org"] }, Made.Entry("0002"), Made.Entry("3")],
            Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync(
            [Made.Entry("1") with { Handles = ["a@example.org"] }, Made.Entry("2"), Made.Entry("3")], Cancellation));

        Assert.Contains("2 ids differ from those stored in leading zeros alone", error.Message,
            StringComparison.Ordinal);
    }
}
