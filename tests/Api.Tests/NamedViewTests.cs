using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Names of those who agreed, for a purpose, approved by somebody else, for a time; and oneself.</summary>
public sealed class NamedViewTests : IAsyncLifetime
{
    private const int Nameable = 4, Unnamed = 3;

    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        await _company.SayAsync(Nameable, ConsentState.Nameable);
        _callers = await KeyHolders.ServeAsync(_company.Connection, person: Unnamed, Launched);
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    private static (string, string)[] Launched =>
        [.. new[] { "Purpose", "LegalBasis", "Dpia", "Agreement", "Notice" }
            .Select(entry => ($"InfluencerMap:Launch:{entry}", "settled"))];

    [Fact]
    public async Task Names_are_those_of_people_who_agreed_and_the_audit_says_what_for()
    {
        var view = await ApprovedAsync();

        var ranking = await _callers[Roles.HrNames].ReadAsync($"/v1/rankings/latest?top=500&view={view}");

        var named = ranking["people"]!.AsArray().Where(person => person!["name"] is not null).ToArray();
        Assert.Equal(_company.KeyOf(Nameable), (string?)Assert.Single(named)!["key"]);
        Assert.Equal("Someone Made 4", (string?)named[0]!["name"]);
        var card = await _callers[Roles.HrNames].ReadAsync($"/v1/people/{_company.KeyOf(Nameable)}?view={view}");
        Assert.Equal("Someone Made 4", (string?)card["person"]!["name"]);
        card = await _callers[Roles.HrNames].ReadAsync($"/v1/people/{_company.KeyOf(Unnamed)}?view={view}");
        Assert.Null(card["person"]!["name"]);

        var audit = await _callers[Roles.Dpo].ReadAsync("/v1/audit?take=1");
        Assert.Equal("show names", (string?)audit["actions"]![0]!["action"]);
        Assert.Equal("changeSupport", (string?)audit["actions"]![0]!["purpose"]);
    }

    [Fact]
    public async Task Who_no_longer_agrees_is_not_named_by_the_next_request()
    {
        var view = await ApprovedAsync();
        await _company.SayAsync(Nameable, ConsentState.InGraphAnonymous);

        var text = await _callers[Roles.HrNames].GetStringAsync($"/v1/rankings/latest?view={view}", Cancellation);

        Assert.DoesNotContain("Someone Made", text);
    }

    [Fact]
    public async Task A_view_is_open_to_nobody_else_and_not_before_somebody_else_agrees()
    {
        var view = await RequestAsync();
        foreach (var path in new[] { "/v1/rankings/latest", $"/v1/people/{_company.KeyOf(Nameable)}" })
        {
            await _callers[Roles.HrNames].RefusedAsync(HttpStatusCode.Forbidden, $"{path}?view={view}");
            await _callers[Roles.HrNames].RefusedAsync(HttpStatusCode.Forbidden, $"{path}?view=unknown");
        }
        await ApproveAsync(view);
        await _callers[Roles.HrNames].ReadAsync($"/v1/rankings/latest?view={view}");
        await _callers[Roles.HrRead].RefusedAsync(HttpStatusCode.Forbidden, $"/v1/rankings/latest?view={view}");
        var second = await _callers[Roles.Dpo].PostAsync($"/v1/named-views/{view}/approval", null, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    public async Task Nobody_approves_their_own_and_an_approval_ends()
    {
        await using var store = await Store.OpenToWriteAsync(_company.Connection, Cancellation);
        var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        var view = await store.NamedViews.RequestAsync("a", "changeSupport", "To ask some.", at, Cancellation);

        Assert.False(view.ShowsTo("a", at));
        Assert.False(await store.NamedViews.ApproveAsync(view.Id, "a", at, Cancellation));
        Assert.True(await store.NamedViews.ApproveAsync(view.Id, "b", at, Cancellation));
        var approved = (await store.NamedViews.FindAsync(view.Id, Cancellation))!;
        Assert.True(approved.ShowsTo("a", at.AddDays(30).AddSeconds(-1)));
        Assert.False(approved.ShowsTo("a", at.AddDays(30)));
        Assert.False(approved.ShowsTo("b", at));
    }

    [Theory]
    [InlineData("""{"reason":"To ask some to help."}""")]
    [InlineData("""{"purpose":"appraisal","reason":"To ask some to help."}""")]
    [InlineData("""{"purpose":"changeSupport"}""")]
    [InlineData("""{"purpose":"changeSupport","reason":"because"}""")]
    public async Task Without_a_purpose_of_the_list_and_a_reason_nothing_is_asked(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _callers[Roles.HrNames].PostAsync("/v1/named-views", content, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Before_the_launch_checklist_is_complete_nobody_is_named()
    {
        await using var early = await KeyHolders.ServeAsync(_company.Connection, Unnamed, Launched[1..]);
        using var answer = await early[Roles.HrNames].PostAsJsonAsync("/v1/named-views", Request, Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var detail = (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["detail"];
        Assert.Contains("InfluencerMap:Launch:Purpose", detail);
        Assert.DoesNotContain("Dpia", detail);
    }

    [Fact]
    public async Task A_person_reads_of_themselves_the_very_words_that_hr_reads()
    {
        var hr = await _callers[Roles.HrRead].GetStringAsync($"/v1/people/{_company.KeyOf(Unnamed)}", Cancellation);

        var self = await _callers[Roles.Person].GetStringAsync("/v1/people/me", Cancellation);

        Assert.Contains($"\"card\":{hr}", self);
        var view = JsonNode.Parse(self)!;
        Assert.Equal(_company.KeyOf(Unnamed), (string?)view["key"]);
        Assert.Equal("unnamed", (string?)view["state"]);
        Assert.Equal(Roles.HrRead, (string?)view["viewedBy"]![0]!["roles"]);
    }

    [Fact]
    public async Task A_person_objects_without_reasons_and_is_out_with_the_next_request()
    {
        var me = _callers[Roles.Person];
        await SayAsync(me, new { state = "nameable", externalContacts = true, textVersion = "2026-1" });
        await SayAsync(me, new { state = "excluded", textVersion = "2026-2" });

        await _callers[Roles.HrRead].RefusedAsync(HttpStatusCode.NotFound, $"/v1/people/{_company.KeyOf(Unnamed)}");
        var self = await me.ReadAsync("/v1/people/me");
        Assert.Equal(("excluded", true), ((string?)self["state"], (bool)self["externalContacts"]!));
        Assert.Null(self["card"]);
        Assert.Equal(["excluded", "nameable"], self["said"]!.AsArray().Select(step => (string?)step!["state"]));
        Assert.All(self["said"]!.AsArray(), step => Assert.Equal("person", (string?)step!["recordedBy"]));
    }

    private static object Request => new { purpose = "changeSupport", reason = "To ask some to help." };

    private async Task<string> RequestAsync()
    {
        using var answer = await _callers[Roles.HrNames].PostAsJsonAsync("/v1/named-views", Request, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["id"]!;
    }

    private async Task ApproveAsync(string view)
    {
        using var answer = await _callers[Roles.Dpo].PostAsync($"/v1/named-views/{view}/approval", null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<string> ApprovedAsync()
    {
        var view = await RequestAsync();
        await ApproveAsync(view);
        return view;
    }

    private static async Task SayAsync(HttpClient me, object act)
    {
        using var answer = await me.PutAsJsonAsync("/v1/people/me/consent", act, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
