using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteIdentityStore() : IdentityStoreContract(new SqliteFile());

public sealed class SqlServerIdentityStore() : IdentityStoreContract(new ServerDatabase());

/// <summary>Who is who in a real store: what a window then reads.</summary>
public abstract class IdentityStoreContract(StorePlace place) : IDisposable
{
    private static readonly IdentityDecision Now = new() { Who = "operator", At = Made.Noon };

    private static readonly DateOnly March3 = new(2026, 3, 3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Address_of_a_leaver_belongs_to_the_next_person_from_then_on()
    {
        await using var store = await place.OpenAsync();
        // One mail a day from the second of March on.
        await MadeMails.AppendAsync(store, [.. Enumerable.Range(0, 6).Select(day => ("desk@example.org", "3", day))]);
        await store.People.SaveAsync(
            [
                Made.Entry("1") with { Leave = new(2026, 3, 4), Handles = ["desk@example.org"] },
                Made.Entry("2") with { Start = new(2026, 3, 6), Handles = ["desk@example.org"] },
                Made.Entry("3"),
            ],
            Cancellation);

        Assert.Equal([1, 1, 1, 1, 2, 2], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));
        Assert.Equal(2, (await store.People.FindAsync("desk@example.org", Cancellation))?.Value);
    }

    [Fact]
    public async Task Address_that_a_later_directory_gives_on_keeps_its_history()
    {
        await using var store = await place.OpenAsync();
        await MadeMails.AppendAsync(store, ("desk@example.org", "3", 0), ("desk@example.org", "3", 5));
        var leaver = Made.Entry("1") with { Handles = ["desk@example.org"] };
        await store.People.SaveAsync([leaver, Made.Entry("3")], Cancellation);
        var next = Made.Entry("2") with { Start = new(2026, 3, 6), Handles = ["desk@example.org"] };

        await Assert.ThrowsAsync<StoreException>(() => store.People.SaveAsync([next], Cancellation));
        await store.People.SaveAsync([leaver with { Leave = new(2026, 3, 4) }], Cancellation);
        await store.People.SaveAsync([next], Cancellation);
        var before = (await MadeMails.ReadAsync(store)).ToArray();
        var again = await store.People.SaveAsync([leaver with { Leave = new(2026, 3, 4) }, next], Cancellation);

        Assert.Equal([1, 3], before.Select(i => i.Source.Value));
        Assert.Equal(new PeopleSaved(0, 0, Unchanged: 2, 0, 0), again);
        Assert.Equal(before, await MadeMails.ReadAsync(store));
    }

    [Fact]
    public async Task Mapping_yields_to_the_directory_while_it_employs_and_holds_before()
    {
        await using var store = await place.OpenAsync();
        await MadeMails.AppendAsync(store, ("desk@example.org", "u0123", 0), ("desk@example.org", "u0123", 5));
        await store.People.SaveAsync(
            [
                Made.Entry("1") with { Start = new(2026, 3, 5), Handles = ["desk@example.org"] },
                Made.Entry("2"),
                Made.Entry("3"),
            ],
            Cancellation);

        var done = await store.Identities.MapAsync(
            [new(2, "desk@example.org", "2", null, null), new(3, "u0123", "3", null, null)], Now, Cancellation);

        Assert.Equal(new IdentityDone(1, Items: 2, Outvoted: 1), done);
        Assert.Equal(
            [(2, 3), (1, 3)], (await MadeMails.ReadAsync(store)).Select(i => (i.Source.Value, i.Target.Value)));
    }

    [Fact]
    public async Task Mapping_the_same_file_again_changes_nothing()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1")], Cancellation);
        IdentityMapping[] rows = [new(2, "u1", "1", null, March3), new(3, "u1", "1", March3, null)];

        await store.Identities.MapAsync(rows, Now, Cancellation);

        Assert.Equal(new IdentityDone(null, 0), await store.Identities.MapAsync(rows, Now, Cancellation));
        Assert.Single(await store.Identities.LogAsync(Cancellation));
    }

    [Fact]
    public async Task Tags_and_declared_sub_domains_are_joined_and_names_alone_never()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [
                Made.Entry("1") with { Name = "Ada Example", Handles = ["ada@example.org"] },
                Made.Entry("2") with { Handles = ["b@example.net"] },
            ],
            Cancellation);
        string[] accounts =
        [
            "ada+news@example.org", "ada+news@mail.example.org", "ada.example@example.org", "ada@example.net",
            "ada@elsewhere.example",
        ];
        await MadeMails.AppendAsync(store, [.. accounts.Select((account, day) => (account, "2", day))]);

        await store.Identities.SettleAsync(Cancellation);
        Assert.Equal([1, 0, 0, 0, 0], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));

        await store.Identities.DeclareDomainAsync("example.org", Now, Cancellation);
        Assert.Equal([1, 1, 0, 0, 0], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));
        Assert.Equal(
            [("ada.example@example.org", false), ("ada@example.net", false), ("ada+news@example.org", true),
                ("ada+news@mail.example.org", true)],
            (await store.Identities.ReviewAsync(Cancellation)).Select(pair => (pair.Handle, pair.Joined)));
    }

    [Fact]
    public async Task Other_companies_are_counted_by_domain_and_own_ones_are_none()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [Made.Entry("1") with { Handles = ["ada@example.org"] }, Made.Entry("2")], Cancellation);
        await MadeMails.AppendAsync(
            store, ("ada@example.org", "x@supplier.example", 0), ("y@supplier.example", "2", 1),
            ("x@supplier.example", "1", 2), ("1", "robot@sub.example.org", 3), ("1", "z@sister.example", 4),
            ("x@supplier.example", "y@supplier.example", 5));

        await store.Identities.DeclareDomainAsync(
            "sister.example", Now with { To = new(2026, 3, 2) }, Cancellation);

        Assert.Equal(
            [new("supplier.example", AccountCount: 2, PersonCount: 2, Interactions: 3)],
            await store.Identities.OutsideAsync(Made.March, Cancellation));
        Assert.Equal(
            ["robot@sub.example.org", "z@sister.example"],
            (await store.Interactions.NobodyAccountsAsync(Made.March, Cancellation))
                .Where(account => account.ForeignDomain is null).Select(account => account.Handle).Order());
        var later = new Period(Made.Noon.AddDays(90), Made.Noon.AddDays(91));
        Assert.Empty(await store.Identities.OutsideAsync(later, Cancellation));
    }

    [Fact]
    public async Task Merge_split_and_undo_leave_what_each_said()
    {
        await using var store = await place.OpenAsync();
        await MadeMails.AppendAsync(store, ("old@example.org", "2", 0), ("old@example.org", "2", 5));
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2")], Cancellation);

        await store.Identities.MergeAsync("old@example.org", "1", Now, Cancellation);
        Assert.Equal([1, 1], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));
        await store.Identities.SplitAsync("old@example.org", Now with { To = March3 }, Cancellation);
        Assert.Equal([0, 1], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));
        await store.Identities.UndoAsync(1, Now, Cancellation);
        Assert.Equal([0, 0], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));
        await store.Identities.UndoAsync(2, Now, Cancellation);
        Assert.Equal([0, 0], (await MadeMails.ReadAsync(store)).Select(i => i.Source.Value));

        Assert.Equal(
            [(4, IdentityAction.Undo, 2, null), (3, IdentityAction.Undo, 1, null), (2, IdentityAction.Split, null, 4),
                (1, IdentityAction.Merge, (long?)null, (long?)3)],
            (await store.Identities.LogAsync(Cancellation)).Select(e => (e.Entry, e.Action, e.Undoes, e.UndoneBy)));
    }

    [Fact]
    public async Task Merged_people_are_one_and_undone_are_two_again()
    {
        await using var store = await place.OpenAsync();
        await MadeMails.AppendAsync(store, ("b@example.org", "3", 0));
        DirectoryEntry[] directory =
            [Made.Entry("1"), Made.Entry("2", "1") with { Handles = ["b@example.org"] }, Made.Entry("3", "2")];
        await store.People.SaveAsync(directory, Cancellation);
        var before = await store.People.ReadAsync(Cancellation);

        await store.Identities.MergeAsync("2", "1", Now, Cancellation);
        // The directory goes on naming both.
        await store.People.SaveAsync(directory, Cancellation);

        var people = await store.People.ReadAsync(Cancellation);
        Assert.Equal([(1, null), (3, 1)], people.Select(person => (person.Id.Value, person.ManagerId?.Value)));
        Assert.Equal([(1, 3)], (await MadeMails.ReadAsync(store)).Select(i => (i.Source.Value, i.Target.Value)));
        Assert.Equal(1, (await store.People.FindAsync("2", Cancellation))?.Value);

        await store.Identities.UndoAsync(1, Now, Cancellation);
        Assert.Equal(before, await store.People.ReadAsync(Cancellation));
        Assert.Equal([(2, 3)], (await MadeMails.ReadAsync(store)).Select(i => (i.Source.Value, i.Target.Value)));
    }

    /// <summary>
    /// Random histories of three addresses: given on by the directory, in a mapping file, merged, split, undone. The
    /// oracle asks every statement anew for every mail.
    /// </summary>
    [Fact]
    public async Task Random_histories_give_every_mail_to_whom_the_statements_say()
    {
        var random = new Random(57);
        for (var round = 0; round < 10; round++)
        {
            using var file = place.Another();
            await using var store = await file.OpenAsync();
            var history = new IdentityHistory(random);
            await MadeMails.AppendAsync(store, [.. history.Mails.Select(m => (m.Handle, "reader", m.Day))]);

            await history.TellAsync(store, Cancellation);

            var expected = history.Mails.Select(m => (m.Day, history.OwnerOf(m.Handle, m.Day))).Order();
            var read = await MadeMails.ReadAsync(store);
            Assert.Equal(expected, read.Select(i => ((i.At - Made.Noon).Days, i.Source.Value)).Order());
        }
    }
}
