using InfluencerMap.Graph;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A store with something of person 2 in nearly every table, for tests of erasure and access.</summary>
internal static class MadeTwo
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static DirectoryEntry[] Entries =>
    [
        Made.Entry("1"),
        Made.Entry("2", "1") with
        {
            Name = "Made Two", Handles = ["2@made.example"],
            Fte = 0.4, WorkingDays = Weekdays.Monday | Weekdays.Tuesday,
        },
        Made.Entry("3", "2"),
    ];

    public static async Task<Store> FillAsync(StorePlace place)
    {
        var store = await place.OpenAsync();
        await store.People.SaveAsync(Entries, Cancellation);
        var accounts = (await store.Interactions.AccountsAsync(Cancellation)).ToDictionary(a => a.Handle, a => a.Id);
        var (one, two, three) = (accounts["1"], accounts["2@made.example"], accounts["3"]);
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(one.Value, two.Value, 1), Made.Mail(two.Value, three.Value, 2),
                Made.Mail(one.Value, three.Value, 3)), () => [], null,
            Cancellation);
        await store.Rankings.SaveAsync(
            Made.Run("a"), [Made.Ranked(2, 1), Made.Ranked(1, 2), Made.Ranked(3, 3)],
            [new PersonTie(new(1), new(2), 1), new(new(2), new(3), 1), new(new(1), new(3), 1)], [], Cancellation);
        await store.Rankings.SaveEffectsAsync("a", [new("mass-mail", 1, 1, [new(new(2), 1, 2)])], Cancellation);
        await store.Consents.RecordAsync([Consent], Cancellation);
        await store.ApiKeys.CreateAsync(["Person"], new(2), Made.Noon, Made.Noon.AddDays(1), Cancellation);
        await store.Cohorts.SaveAsync("a", MadeCohort, CohortStore.Operator, Made.Noon, Cancellation);
        await store.Cursors.AdvanceAsync(
            new()
            {
                Source = "groups",
                At = Made.Noon,
                Groups = [new GroupChange { Account = three, Name = "Made group", IsWhole = true, Joined = [two] }],
                Cursors = new Dictionary<string, string?>(),
            },
            Cancellation);
        return store;
    }

    public static async Task<bool> EraseAsync(StorePlace place, Store store, int personId)
    {
        await using var audit = await AuditStore.OpenAsync(place.Connection, Cancellation);
        return await store.Erasures.EraseAsync(new(personId), audit, Asked, Cancellation);
    }

    public static AuditEntry Asked => new() { At = Made.Noon, Caller = "officer", Roles = "Dpo", Action = "erase" };

    /// <summary>Whether a cell names the person, by id or by a text of theirs.</summary>
    public static bool TellsOf(string id, string column, string cell) =>
        cell == $"key-{id}" || cell == $"{id}@made.example" || cell == "Made Two"
        || (cell == id && (column is "manager_id" or "handle" or "source_id" or "spelling"
            || column.EndsWith("person_id", StringComparison.Ordinal)));

    private static ConsentRecord Consent => new()
    {
        PersonId = new(2),
        State = ConsentState.Nameable,
        TextVersion = "1",
        At = Made.Noon,
        Channel = "letter",
        RecordedBy = "operator",
        RecordedAt = Made.Noon,
    };

    private static Cohort MadeCohort => new()
    {
        Options = new() { Size = 1 },
        Members = [new CohortMember(new(2), 1, 1, 1, [], [])],
        WaitList = [],
        Certificate = new(3, 1, 1, 3, 0, 0, true),
        NeverReached = [],
        Changes = [],
    };
}
