using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Nobody is shown without a line in the audit.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _callers = await KeyHolders.ServeAsync(_company.Connection, person: 3);
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    [Fact]
    public async Task Every_answer_that_shows_people_leaves_a_line_with_their_keys()
    {
        var key = _company.People[4].Key;
        var (hr, lead) = (_callers[Roles.HrRead], _callers[Roles.ProgramLead]);
        string[] answers =
        [
            await hr.GetStringAsync("/v1/rankings/latest?top=5", Cancellation),
            await hr.GetStringAsync($"/v1/rankings/{Company.FirstRun}?top=7", Cancellation),
            await hr.GetStringAsync($"/v1/people/{key}", Cancellation),
            await PostAsync(lead, "/v1/cohorts", new { size = 5, reach = "steps:1", waitList = 2 }),
            await hr.GetStringAsync("/v1/runs/latest/hygiene", Cancellation),
            await _callers[Roles.Person].GetStringAsync("/v1/people/me", Cancellation),
            await _callers[Roles.Dpo].GetStringAsync($"/v1/people/{key}/export", Cancellation),
        ];

        var lines = (await AuditAsync()).Reverse().ToArray();

        Assert.Equal(answers.Length, lines.Length);
        foreach (var (answer, line) in answers.Zip(lines))
        {
            var shown = _company.People.Select(person => person.Key).Where(answer.Contains).Order().ToArray();
            Assert.NotEmpty(shown);
            Assert.Equal(shown, line["keys"]!.AsArray().Select(one => (string)one!));
            Assert.Equal("show", (string?)line["action"]);
            Assert.NotEqual("", (string?)line["textVersion"]);
        }
        Assert.Equal(
            [
                Roles.HrRead, Roles.HrRead, Roles.HrRead, Roles.ProgramLead, Roles.HrRead,
                Roles.Person, Roles.Dpo,
            ],
            lines.Select(line => (string?)line["roles"]));
        Assert.Equal(4, lines.Select(line => (string?)line["caller"]).Distinct().Count());
        Assert.Equal("GET /v1/rankings/latest?top=5", (string?)lines[0]["detail"]);
    }

    [Fact]
    public async Task Every_other_answer_and_every_refusal_leaves_a_line_with_who_was_asked_about()
    {
        var key = _company.People[4].Key;
        await _company.SayAsync(_company.People[4].Id.Value, ConsentState.Excluded);
        await _callers[Roles.Operator].GetStringAsync("/v1/runs", Cancellation);
        await _callers[Roles.HrRead].RefusedAsync(HttpStatusCode.NotFound, $"/v1/people/{key}");
        await _callers[Roles.HrRead].RefusedAsync(HttpStatusCode.NotFound, "/v1/people/ffffffffffffffff");
        await _callers[Roles.Operator].RefusedAsync(HttpStatusCode.Forbidden, $"/v1/people/{key}");
        await _callers[Roles.HrRead].RefusedAsync(HttpStatusCode.BadRequest, "/v1/rankings/latest?top=0");
        await _callers[Roles.HrRead].RefusedAsync(HttpStatusCode.NotFound, "/v1/nothing");
        await AuditAsync();

        var lines = (await AuditAsync()).Reverse().ToArray();

        Assert.Equal(
            [
                "show GET /v1/runs",
                $"refuse 404 GET /v1/people/{{key}} {key}",
                "refuse 404 GET /v1/people/{key}",
                "refuse 403 GET /v1/people/{key}",
                "refuse 400 GET /v1/rankings/latest?top",
                "refuse 404 GET /v1/*",
                $"show GET /v1/audit {key}",
            ],
            lines.Select(line => string.Join(' ', (string?[])
                [
                    (string?)line["action"], (string?)line["detail"],
                    .. line["keys"]!.AsArray().Select(one => (string?)one),
                ])));
        Assert.All(lines, line => Assert.NotEqual("", (string?)line["caller"]));
    }

    [Theory]
    [InlineData("GET", "/v1/people/Anna%20Rossi", "404 GET /v1/people/{key}")]
    [InlineData("GET", "/v1/people/KEY?view=KEY", "403 GET /v1/people/{key}?view")]
    [InlineData("GET", "/v1/people/KEY?key=Anna", "400 GET /v1/people/{key}?1 not known")]
    [InlineData("DELETE", "/v1/people/KEY", "405 DELETE /v1/*")]
    [InlineData("GET", "/v1/people/KEY/erasures", "404 GET /v1/*")]
    [InlineData("GET", "/v1/rankings/anna@made.example", "404 GET /v1/rankings/{run}")]
    [InlineData("GET", "/v1/rankings/latest?name=Anna&Anna=&TOP=3", "400 GET /v1/rankings/latest?top&2 not known")]
    [InlineData("GET", "/v1/rankings/latest?department=Anna&top=x", "400 GET /v1/rankings/latest?top&department")]
    [InlineData("GET", "/v1/rankings/latest?context=Anna", "400 GET /v1/rankings/latest?1 not known")]
    public async Task Nothing_that_was_typed_stays_of_a_refusal(string method, string path, string detail)
    {
        await _callers[Roles.HrNames].RefusedAsync(
            (HttpStatusCode)int.Parse(detail[..3]), path.Replace("KEY", _company.KeyOf(4)), new(method));

        Assert.Equal(detail, (string?)Assert.Single(await AuditAsync())["detail"]);
    }

    [Fact]
    public async Task Somebody_refused_was_shown_nobody()
    {
        await _callers[Roles.Operator].RefusedAsync(HttpStatusCode.Forbidden, $"/v1/people/{_company.KeyOf(3)}");
        await _callers[Roles.HrRead].ReadAsync($"/v1/people/{_company.KeyOf(3)}");

        var views = (await _callers[Roles.Person].ReadAsync("/v1/people/me"))["viewedBy"]!.AsArray();

        Assert.Equal((Roles.HrRead, 1), ((string?)Assert.Single(views)!["roles"], (int?)views[0]!["views"]));
    }

    [Fact]
    public async Task What_cannot_be_audited_is_not_shown()
    {
        Directory.CreateDirectory(Path.ChangeExtension(_company.Place, ".audit.db"));

        var problem = await _callers[Roles.HrRead].RefusedAsync(
            HttpStatusCode.ServiceUnavailable, "/v1/rankings/latest");

        Assert.DoesNotContain(_company.People[0].Key, problem.ToJsonString());
        Assert.Contains("audit", (string?)problem["title"]);
    }

    [Fact]
    public async Task Many_at_once_are_all_in_one_whole_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () => _callers[Roles.HrRead].GetStringAsync($"/v1/rankings/latest?top={1 + i % 7}", Cancellation),
            Cancellation)));

        var check = await _callers[Roles.Dpo].ReadAsync("/v1/audit/check");
        Assert.Equal((100, true), ((int)check["rows"]!, (bool)check["isWhole"]!));
        var noted = await _callers[Roles.Dpo].ReadAsync($"/v1/audit/check?noted={check["head"]}");
        Assert.True((bool)noted["isWhole"]!);
        Assert.False((bool)(await _callers[Roles.Dpo].ReadAsync("/v1/audit/check?noted=0"))["isWhole"]!);
    }

    [Fact]
    public async Task Lines_come_in_pages()
    {
        for (var i = 0; i < 5; i++)
            await _callers[Roles.HrRead].GetStringAsync("/v1/rankings/latest", Cancellation);

        var numbers = new List<int>();
        for (var path = "/v1/audit?take=2"; path is not null;)
        {
            var page = await _callers[Roles.Dpo].ReadAsync(path);
            numbers.AddRange(page["actions"]!.AsArray().Select(line => (int)line!["number"]!));
            path = (string?)page["next"];
        }
        Assert.Equal([5, 4, 3, 2, 1], numbers);
    }

    private async Task<JsonNode[]> AuditAsync() =>
        [.. (await _callers[Roles.Dpo].ReadAsync("/v1/audit"))["actions"]!.AsArray().Select(line => line!)];

    private static async Task<string> PostAsync(HttpClient caller, string path, object body)
    {
        using var answer = await caller.PostAsJsonAsync(path, body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
