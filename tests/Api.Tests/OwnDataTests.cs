using System.Net;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What a person is told of themselves, and what the data-protection officer can hand out.</summary>
public sealed class OwnDataTests : IAsyncLifetime
{
    private const int Myself = 3, Other = 5;

    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        await using (var store = await Store.OpenToWriteAsync(_company.Connection, Cancellation))
            await store.Interactions.AppendAsync(
                Events(await AccountsAsync(store)).ToAsyncEnumerable(), () => [], null, Cancellation);
        _callers = await KeyHolders.ServeAsync(_company.Connection, Myself, (SmallGroupsMinimum, "12"));
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    private const string SmallGroupsMinimum = "InfluencerMap:SmallGroups:Minimum";

    [Fact]
    public async Task A_person_sees_own_events_by_week_and_channel_and_ties_by_department()
    {
        var self = await _callers[Roles.Person].ReadAsync("/v1/people/me");

        Assert.Equal(
            ["2026-03-02 Chat 1 0", "2026-02-23 Mail 1 1"],
            self["events"]!.AsArray().Select(
                week => $"{week!["week"]} {week["channel"]} {week["sent"]} {week["received"]}"));
        var ties = self["ties"]!.AsArray();
        Assert.NotEmpty(ties);
        Assert.Equal(1, ties.Sum(tie => (double)tie!["strengthShare"]!), 9);
        // Ten people in one department are too few here, and with them the others can be told: both come together.
        Assert.All(ties, tie => Assert.Null(tie!["department"]));
    }

    [Fact]
    public async Task A_person_is_given_everything_with_own_names_and_no_key_of_others()
    {
        var text = await _callers[Roles.Person].GetStringAsync("/v1/people/me/export", Cancellation);

        var export = JsonNode.Parse(text)!;
        Assert.Equal(_company.KeyOf(Myself), (string?)export["key"]);
        Assert.All(Company.IdentitiesOf(Myself), word => Assert.Contains(word, text));
        Assert.All(
            _company.People.Where(person => person.Id.Value != Myself),
            person => Assert.DoesNotContain(person.Key, text));
        Assert.Equal(3, SectionOf(export, "interactions")["rows"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_officer_gets_it_without_names_and_events_and_the_audit_says_so()
    {
        var key = _company.KeyOf(Myself);
        var text = await _callers[Roles.Dpo].GetStringAsync($"/v1/people/{key}/export", Cancellation);

        Assert.All(_company.ReadableIdentities, word => Assert.DoesNotContain(word, text));
        // With the rows of two exports one could find the events that both have, and so who has a tie to whom.
        Assert.Equal(3, (int)SectionOf(JsonNode.Parse(text)!, "interactions")["rows"]![0]![0]!);
        var line = (await _callers[Roles.Dpo].ReadAsync("/v1/audit?take=1"))["actions"]![0]!;
        Assert.Equal("GET /v1/people/{key}/export", (string?)line["detail"]);
        Assert.Equal(key, (string?)line["keys"]![0]);
        await _callers[Roles.Dpo].RefusedAsync(HttpStatusCode.NotFound, "/v1/people/00000000000fffff/export");
    }

    [Fact]
    public async Task The_officer_erases_somebody_from_every_byte_of_the_files_while_the_service_runs()
    {
        var folder = Path.GetDirectoryName(_company.Place)!;
        const int erased = 27;
        string[] words = [_company.KeyOf(erased), .. Company.IdentitiesOf(erased)];
        await _callers[Roles.Dpo].GetStringAsync($"/v1/people/{words[0]}/export", Cancellation);
        Assert.NotEmpty(ErasedBytes.Find(folder, words));

        using var answer = await _callers[Roles.Dpo].PostAsync($"/v1/people/{words[0]}/erasure", null, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(ErasedBytes.Find(folder, words));
        await _callers[Roles.Dpo].RefusedAsync(HttpStatusCode.NotFound, $"/v1/people/{words[0]}/export");
        var lines = (await _callers[Roles.Dpo].ReadAsync("/v1/audit?take=10"))["actions"]!.AsArray();
        Assert.Equal(
            ["erase", "erase asked for"],
            lines.Select(line => (string)line!["action"]!).Where(action => action.StartsWith('e')));
        Assert.Equal("Dpo", (string?)lines.First(line => (string?)line!["action"] == "erase")!["roles"]);
        Assert.Empty(ErasedBytes.Find(folder, words));
    }

    [Fact]
    public async Task Nobody_is_erased_while_the_review_has_accounts_that_may_be_theirs()
    {
        const int person = 26;
        var at = new DateTime(2026, 2, 24, 9, 0, 0, DateTimeKind.Utc);
        await using (var store = await Store.OpenToWriteAsync(_company.Connection, Cancellation))
        {
            var accounts = await store.Interactions.AccountsAsync(Cancellation);
            var (unknown, other) = (accounts.Max(account => account.Id).Value + 1, accounts[0].Id);
            await store.Interactions.AppendAsync(
                new[] { new Interaction<AccountId>(9, at, new(unknown), other, Channel.Chat, RecipientRole.To, 1) }
                    .ToAsyncEnumerable(),
                () => [new(new(unknown), $"made {person} someone")], null, Cancellation);
        }
        var key = _company.KeyOf(person);

        await _callers[Roles.Dpo].RefusedAsync(
            HttpStatusCode.Conflict, $"/v1/people/{key}/erasure", HttpMethod.Post);

        await _callers[Roles.Dpo].GetStringAsync($"/v1/people/{key}/export", Cancellation);
    }

    private static JsonNode SectionOf(JsonNode export, string table) =>
        export["sections"]!.AsArray().Single(section => (string?)section!["table"] == table)!;

    private static async Task<Dictionary<string, AccountId>> AccountsAsync(Store store) =>
        (await store.Interactions.AccountsAsync(Cancellation)).ToDictionary(account => account.Handle, a => a.Id);

    private static IEnumerable<Interaction<AccountId>> Events(Dictionary<string, AccountId> accounts)
    {
        var (me, other) = (accounts[Company.IdentitiesOf(Myself)[1]], accounts[Company.IdentitiesOf(Other)[1]]);
        var at = new DateTime(2026, 2, 24, 9, 0, 0, DateTimeKind.Utc);
        yield return new(1, at, me, other, Channel.Mail, RecipientRole.To, 1);
        yield return new(2, at.AddHours(1), other, me, Channel.Mail, RecipientRole.To, 1);
        yield return new(3, at.AddDays(7), me, other, Channel.Chat, RecipientRole.To, 1);
    }
}
