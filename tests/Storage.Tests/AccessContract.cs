using System.Text.Json;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteAccess() : AccessContract(new SqliteFile());

public sealed class SqlServerAccess() : AccessContract(new ServerDatabase());

/// <summary>What a person is given is all that the store holds of them, and nothing of others.</summary>
public abstract class AccessContract(StorePlace place) : IDisposable
{
    /// <summary>Numbers of the store's own, the operator's name, and what stands in their place.</summary>
    private static readonly string[] LeftOut =
    [
        "person_id", "account_id", "claim_id", "entry", "undoes", "who", "consent_number", "run_number", "event_id",
        "group_id", "member_account_id", "cohort_number", "secret_hash",
    ];

    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["identity_log.person_id"] = "first",
        ["identity_log.other_person_id"] = "second",
        ["interactions.source_account_id"] = "from",
        ["interactions.target_account_id"] = "to",
        ["run_ties.source_person_id"] = "from",
        ["run_ties.target_person_id"] = "to",
        ["people.manager_id"] = "manager",
        ["accounts.kind"] = "accountKind",
        ["run_rule_moves.rule"] = "ruleName",
        ["consents.state"] = "consentState",
        ["consents.external_contacts"] = "isExternalContacts",
        ["consents.channel"] = "saidBy",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_row_of_every_table_that_tells_of_a_person_is_in_their_export()
    {
        await using var store = await MadeTwo.FillAsync(place);
        var next = (await store.Interactions.AccountsAsync(Cancellation)).Max(account => account.Id).Value + 1;
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(next, 1, 9)), () => [new(new(next), "seen@made.example")], null, Cancellation);
        await store.Identities.MergeAsync(
            "seen@made.example", "2", new() { Who = "operator", At = Made.Noon }, Cancellation);
        await store.Identities.SettleAsync(Cancellation);
        await store.PersonKeys.RotateAsync(id => "new-" + id, keepsHistory: true, Made.Noon, Cancellation);
        var own = (await store.Interactions.AccountsAsync(Cancellation))
            .Where(account => account.Handle is "2" or "2@made.example" or "seen@made.example")
            .Select(account => $"{account.Id}").ToHashSet();

        var sections = (await store.Access.ReadAsync(new(2), withNames: true, Cancellation)).ToDictionary(s => s.Table);

        foreach (var table in await place.ExecuteAsync(place.ListTables))
        {
            var rows = (await RowsAsync(table)).Where(row => row.Any(cell => TellsOf(table, cell, own))).ToArray();
            if (rows.Length == 0)
                continue;
            Assert.True(sections.Remove(table, out var section), $"The export has no section for {table}.");
            Assert.True(rows.Length == section.Rows.Count, $"{table} holds {rows.Length}, not {section.Rows.Count}.");
            foreach (var (column, _) in rows[0])
                Assert.True(
                    LeftOut.Contains(column) || section.Columns.Contains(GivenAs(table, column)),
                    $"{table}.{column} is not in the export.");
        }
        Assert.Equal(["account_tenures"], sections.Keys);
    }

    [Fact]
    public async Task Part_time_is_in_the_export_in_words()
    {
        await using var store = await MadeTwo.FillAsync(place);

        var people = (await store.Access.ReadAsync(new(2), withNames: false, Cancellation))
            .Single(section => section.Table == "people");

        var given = people.Columns.Zip(people.Rows[0]).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal((0.4, "Monday, Tuesday"), (given["fte"], given["workingDays"]));
    }

    [Fact]
    public async Task Others_are_numbers_of_the_export_alone()
    {
        await using var store = await MadeTwo.FillAsync(place);

        var sections = await store.Access.ReadAsync(new(2), withNames: true, Cancellation);

        var text = JsonSerializer.Serialize(sections);
        foreach (var word in (string[])["key-1", "key-3", "1@made", "3@made"])
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        var events = sections.Single(section => section.Table == "interactions");
        Assert.Equal(["other 1", "you"], events.Rows[0][^2..]);
        Assert.Equal(["you", "other 2"], events.Rows[1][^2..]);
    }

    [Fact]
    public async Task Export_for_somebody_else_lacks_name_and_addresses_and_nothing_more()
    {
        await using var store = await MadeTwo.FillAsync(place);
        var whole = await store.Access.ReadAsync(new(2), withNames: true, Cancellation);

        var without = await store.Access.ReadAsync(new(2), withNames: false, Cancellation);

        Assert.DoesNotContain("made.example", JsonSerializer.Serialize(without), StringComparison.Ordinal);
        Assert.DoesNotContain("Made Two", JsonSerializer.Serialize(without), StringComparison.Ordinal);
        Assert.Equal(
            whole.Select(section => section.Table).Except(["person_names", "account_handles"]),
            without.Select(section => section.Table));
    }

    [Fact]
    public async Task Whoever_was_merged_is_exported_as_one_and_counted_by_week()
    {
        await using var store = await MadeTwo.FillAsync(place);
        await store.Identities.MergeAsync("2", "3", new() { Who = "operator", At = Made.Noon }, Cancellation);

        var sections = await store.Access.ReadAsync(new(2), withNames: true, Cancellation);
        Assert.Equal(2, sections.Single(section => section.Table == "people").Rows.Count);
        Assert.Equal(
            [new(new(2026, 3, 2), "Mail", 1, 3)], await store.Access.EventsAsync(new(3), Cancellation));
        Assert.Equal(
            [new(new(2026, 3, 2), "Mail", 2, 0)], await store.Access.EventsAsync(new(1), Cancellation));
    }

    private static bool TellsOf(string table, (string Column, string Text) cell, HashSet<string> own) =>
        // Whose manager somebody is tells of the reports; they are counted.
        (table, cell.Column) != ("people", "manager_id")
        && (MadeTwo.TellsOf("2", cell.Column, cell.Text)
            || (cell.Column.EndsWith("account_id", StringComparison.Ordinal) && own.Contains(cell.Text)));

    private static string GivenAs(string table, string column) =>
        Renamed.TryGetValue($"{table}.{column}", out var given)
            ? given
            : string.Concat(column.Split('_').Where(word => word != "ms")
                .Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private async Task<List<(string Column, string Text)[]>> RowsAsync(string table)
    {
        var cells = await place.CellsAsync($"SELECT * FROM {table}");
        var width = cells.Select(cell => cell.Column).Distinct().Count();
        return width == 0 ? [] : [.. cells.Chunk(width)];
    }
}
