using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteGroupStore() : GroupStoreContract(new SqliteFile());

public sealed class SqlServerGroupStore() : GroupStoreContract(new ServerDatabase());

/// <summary>What every store promises of groups: who belongs to them, and what mail to their addresses means.</summary>
public abstract class GroupStoreContract(StorePlace place) : IDisposable
{
    /// <summary>Accounts 1 … 20 are those of people 1 … 20; 21 and up belong to nobody.</summary>
    private const int PeopleCount = 20;

    private const int List = 31;
    private const int ListAddress = 41;
    private const int Guest = 21;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Members_join_and_leave_and_the_others_stay()
    {
        await using var store = await OpenAsync();
        await SaveAsync(store, Group(List, 1, 2, 3));
        await SaveAsync(
            store, new GroupChange { Account = new(List), Joined = [new(4), new(3)], Left = [new(1), new(9)] });

        Assert.Equal(["31  2", "31  3", "31  4"], await MembersAsync("groups"));
        Assert.Empty(await MembersAsync("communities"));
    }

    [Fact]
    public async Task Groups_of_an_older_store_keep_their_members_and_addresses()
    {
        var migrations = new Queries(place.Dialect).Migrations;
        foreach (var migration in migrations.TakeWhile(text => !text.Contains("group_id", StringComparison.Ordinal)))
            await place.ExecuteAsync(migration);
        // Babelfish cannot check a foreign key over text; the old tables had two.
        if (place is ServerDatabase)
            await place.ExecuteAsync(
                "ALTER TABLE group_members DROP CONSTRAINT group_members_group;"
                + "ALTER TABLE group_addresses DROP CONSTRAINT group_addresses_group");
        await place.ExecuteAsync(
            "INSERT INTO accounts (account_id, kind) VALUES (1, 0), (2, 0), (3, 0), (4, 0);"
            + "INSERT INTO groups (source, account_id, name) VALUES ('a', 3, 'Chess'), ('b', 3, NULL), ('b', 4, NULL);"
            + "INSERT INTO group_members (source, group_account_id, member_account_id) VALUES ('a', 3, 1), ('b', 4, 2);"
            + "INSERT INTO group_addresses (source, group_account_id, account_id) VALUES ('b', 4, 3)");

        await using var store = await place.OpenAsync();

        Assert.Equal(["3 Chess 1"], await MembersAsync("a"));
        Assert.Equal(["3  ", "4  2"], await MembersAsync("b"));
        Assert.Equal(
            ["b", "4", "3"],
            await place.ExecuteAsync(
                "SELECT g.source, g.account_id, a.account_id "
                + "FROM groups g JOIN group_addresses a ON a.group_id = g.group_id"));
    }

    [Fact]
    public async Task Group_told_as_a_whole_loses_whoever_is_not_named()
    {
        await using var store = await OpenAsync();
        await SaveAsync(store, Group(List, 1, 2) with { Name = "Chess" });
        await SaveAsync(store, Group(List, 2, 5));

        Assert.Equal(["31 Chess 2", "31 Chess 5"], await MembersAsync("groups"));
    }

    [Fact]
    public async Task Group_removed_or_no_longer_among_all_is_gone_with_its_members_and_addresses()
    {
        await using var store = await OpenAsync();
        await SaveAsync(
            store, Group(List, 1) with { Addresses = [new(ListAddress)] }, Group(List + 1, 2), Group(33, 3));
        await SaveAsync(store, new GroupChange { Account = new(List), IsRemoved = true });
        Assert.Equal<int[]>([List + 1, 33], await GroupsAsync());
        Assert.Equal<int[]>([0], await ReachedAsync(store, Made.Mail(9, ListAddress)));

        await store.Cursors.AdvanceAsync(
            Advance(Group(33, 3)) with { GroupsAreAll = true }, Cancellation);
        Assert.Equal<int[]>([33], await GroupsAsync());
    }

    [Fact]
    public async Task Groups_of_a_batch_that_fails_are_not_stored()
    {
        await using var store = await OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.Cursors.AdvanceAsync(
            Advance(Group(List, 1)) with { Interactions = [Made.Mail(1, 99)] }, Cancellation));

        Assert.Empty(await GroupsAsync());
        Assert.Empty(await store.Cursors.ReadAsync("groups", Cancellation));
    }

    [Fact]
    public async Task Mail_to_a_small_list_reaches_its_members_once_and_not_its_sender()
    {
        await using var store = await OpenAsync();
        await SaveAsync(store, Group(List, 1, 2, 3, Guest) with { Addresses = [new(ListAddress)] });
        await AppendAsync(store, Made.Mail(1, ListAddress, eventId: 5), Made.Mail(1, 3, eventId: 5));

        var read = await ReadAsync(store);

        Assert.Equal([(1, 2), (1, 3)], read.Select(i => (i.Source.Value, i.Target.Value)));
        // Persons 2 and 3, and the guest.
        Assert.All(read, i => Assert.Equal(3, i.AudienceSize));
    }

    [Fact]
    public async Task Large_list_stays_nobody_but_its_members_are_the_audience()
    {
        await using var store = await OpenAsync();
        await SaveAsync(store, Group(List, [.. Enumerable.Range(2, 9)]) with { Addresses = [new(ListAddress)] });
        await AppendAsync(store, Made.Mail(1, ListAddress, eventId: 5), Made.Mail(1, 11, eventId: 5));

        var read = await ReadAsync(store);

        Assert.Equal([0, 11], read.Select(i => i.Target.Value));
        Assert.All(read, i => Assert.Equal(10, i.AudienceSize));
        Assert.Equal(11, (await ReadAsync(store, listMembersMax: 9)).DistinctBy(i => i.Target).Count() + 1);
        var nobody = Assert.Single(await store.Interactions.NobodyAccountsAsync(Made.March, Cancellation));
        Assert.Equal(AccountKind.List, nobody.Kind);
    }

    [Fact]
    public async Task Address_that_a_person_owns_is_the_persons()
    {
        await using var store = await OpenAsync();
        await SaveAsync(store, Group(List, 2, 3) with { Addresses = [new(7)] });

        Assert.Equal<int[]>([7], await ReachedAsync(store, Made.Mail(9, 7)));
    }

    [Fact]
    public async Task Lists_in_lists_reach_everyone_as_a_naive_walk_finds()
    {
        var random = new Random(3);
        await using var store = await OpenAsync();
        for (var round = 1; round <= 20; round++)
        {
            // Groups 31 … 36 with members among people, guests and one another, circles too.
            var members = Enumerable.Range(31, 6).ToDictionary(group => group, _ =>
                Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(4) == 0 ? 31 + random.Next(6)
                    : 1 + random.Next(23)).Distinct().ToArray());
            await SaveAsync(store, [.. members.Select(m =>
                Group(m.Key, m.Value) with { Addresses = [new(m.Key + 10)] })]);
            await AppendAsync(
                store, [.. members.Keys.Select(group => Made.Mail(20, group + 10, eventId: 100 * round + group))]);

            var read = (await ReadAsync(store, listMembersMax: 5)).ToLookup(i => (int)i.EventId, i => i.Target);

            foreach (var group in members.Keys)
                Assert.Equal(Naive(group), read[100 * round + group].Select(id => id.Value));

            int[] Naive(int group)
            {
                var reached = new SortedSet<int>();
                Walk(group, []);
                return reached.Count > 5 ? [0]
                    : [.. reached.Where(account => account is <= PeopleCount and not 20)];

                void Walk(int account, int[] path)
                {
                    if (path.Contains(account))
                        return;
                    // A group without members cannot be told from another account: it counts as one.
                    if (members.GetValueOrDefault(account, []) is { Length: > 0 } inside)
                        Array.ForEach(inside, member => Walk(member, [.. path, account]));
                    else if (account != group)
                        reached.Add(account);
                }
            }
        }
    }

    private async Task<Store> OpenAsync()
    {
        var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [.. Enumerable.Range(1, PeopleCount).Select(i => Made.Entry($"a{i}"))], Cancellation);
        var known = (await store.Interactions.AccountsAsync(Cancellation)).Length;
        await store.Cursors.AdvanceAsync(
            Advance() with
            {
                NewAccounts = [.. Enumerable.Range(known + 1, 50 - known).Select(i => new Account(new(i), $"a{i}"))],
                Cursors = new Dictionary<string, string?>(),
            }, Cancellation);
        return store;
    }

    private static GroupChange Group(int account, params int[] members) =>
        new() { Account = new(account), Joined = [.. members.Select(id => new AccountId(id))], IsWhole = true };

    private static Task SaveAsync(Store store, params GroupChange[] groups) =>
        store.Cursors.AdvanceAsync(Advance(groups), Cancellation);

    private static CursorAdvance Advance(params GroupChange[] groups) => new()
    {
        Source = "groups",
        At = Made.Noon,
        Groups = groups,
        Cursors = new Dictionary<string, string?> { [""] = "next" },
    };

    /// <summary>Each member of the groups of a source, after the account and name of the group.</summary>
    private Task<List<string>> MembersAsync(string source) => place.ExecuteAsync(
        "SELECT concat(g.account_id, ' ', g.name, ' ', m.member_account_id) "
        + "FROM groups g LEFT JOIN group_members m ON m.group_id = g.group_id "
        + $"WHERE g.source = '{source}' ORDER BY g.account_id, m.member_account_id");

    private async Task<int[]> GroupsAsync() =>
        [.. (await place.ExecuteAsync("SELECT account_id FROM groups ORDER BY account_id")).Select(int.Parse)];

    private static Task AppendAsync(Store store, params Interaction<AccountId>[] rows) =>
        store.Interactions.AppendAsync(Made.Stream(rows), () => [], null, Cancellation);

    private static async Task<int[]> ReachedAsync(Store store, Interaction<AccountId> mail)
    {
        await AppendAsync(store, mail);
        return [.. (await ReadAsync(store)).Select(i => i.Target.Value)];
    }

    private static async Task<Interaction<PersonId>[]> ReadAsync(Store store, int listMembersMax = 8) =>
        [.. await store.Interactions.ReadAsync(Made.March, listMembersMax, Cancellation)];
}
