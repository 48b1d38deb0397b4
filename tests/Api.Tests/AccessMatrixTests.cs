using System.Net;
using System.Net.Http.Json;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Every endpoint × role × consent state, by real HTTP. What is not in the matrix fails.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const string Anybody = "anybody";
    private static readonly string[] AllRoles = [.. Roles.All];
    private static readonly string[] Hr = [Roles.HrRead, Roles.HrNames];

    /// <summary>Who may. Everybody else is refused.</summary>
    private static readonly Dictionary<string, string[]> Matrix = new()
    {
        ["GET /health/live"] = [Anybody],
        ["GET /health/ready"] = [Roles.Operator],
        ["GET /metrics"] = [Roles.Operator],
        ["GET /openapi/{documentName}.json"] = AllRoles,
        ["GET /v1/rankings/latest"] = Hr,
        ["GET /v1/rankings/{run}"] = Hr,
        ["GET /v1/people/{key}"] = Hr,
        ["POST /v1/people/{key}/erasure"] = [Roles.Dpo],
        ["GET /v1/people/{key}/export"] = [Roles.Dpo],
        ["GET /v1/people/me/"] = [Roles.Person],
        ["GET /v1/people/me/export"] = [Roles.Person],
        ["PUT /v1/people/me/consent"] = [Roles.Person],
        ["GET /v1/named-views/"] = [Roles.HrNames, Roles.Dpo],
        ["POST /v1/named-views/"] = [Roles.HrNames],
        ["POST /v1/named-views/{view}/approval"] = [Roles.Dpo],
        ["GET /v1/runs/"] = [Roles.Operator, .. Hr, Roles.ProgramLead, Roles.Dpo],
        ["GET /v1/runs/latest"] = [Roles.Operator, .. Hr, Roles.ProgramLead, Roles.Dpo],
        ["GET /v1/runs/{run}"] = [Roles.Operator, .. Hr, Roles.ProgramLead, Roles.Dpo],
        ["GET /v1/runs/{run}/hygiene"] = Hr,
        ["GET /v1/groups/"] = [.. Hr, Roles.ProgramLead],
        ["GET /v1/groups/ties"] = [.. Hr, Roles.ProgramLead],
        ["POST /v1/cohorts"] = [Roles.ProgramLead],
        ["POST /v1/what-if"] = [Roles.ProgramLead],
        ["GET /v1/audit/"] = [Roles.Dpo],
        ["GET /v1/audit/check"] = [Roles.Dpo],
    };

    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    public static TheoryData<string> Endpoints => [.. Matrix.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        await _company.SayAsync(Excluded, ConsentState.Excluded);
        await _company.SayAsync(Nameable, ConsentState.Nameable);
        _callers = await KeyHolders.ServeAsync(_company.Connection, person: Myself);
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    private const int Excluded = 2, Unnamed = 3, Nameable = 4, Myself = 7;

    [Fact]
    public void Every_endpoint_is_in_the_matrix() =>
        Assert.Equal(Matrix.Keys.Order(StringComparer.Ordinal), _callers.Endpoints.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Endpoint_opens_to_its_roles_alone(string endpoint)
    {
        var allowed = Matrix[endpoint];
        foreach (var person in new[] { Excluded, Unnamed, Nameable })
        {
            using var stranger = await AskAsync(_callers.Stranger, endpoint, person);
            Assert.Equal(
                allowed.Contains(Anybody) ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, stranger.StatusCode);
            foreach (var role in Roles.All)
            {
                using var answer = await AskAsync(_callers[role], endpoint, person);
                if (allowed.Contains(role) || allowed.Contains(Anybody))
                    Assert.False(
                        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
                        $"{role} may {endpoint} and got {answer.StatusCode}.");
                else
                    Assert.True(
                        answer.StatusCode == HttpStatusCode.Forbidden,
                        $"{role} may not {endpoint} and got {answer.StatusCode}.");
                await NobodyIsShownAsync(answer, endpoint);
            }
        }
    }

    /// <summary>Somebody excluded cannot be told from somebody who was never there.</summary>
    [Theory]
    [InlineData("GET /v1/people/{key}", Roles.HrRead)]
    public async Task Somebody_excluded_is_answered_like_nobody(string endpoint, string role)
    {
        using var excluded = await AskAsync(_callers[role], endpoint, Excluded);
        using var unnamed = await AskAsync(_callers[role], endpoint, Unnamed);
        using var nobody = await AskAsync(_callers[role], endpoint, 0);

        Assert.Equal(HttpStatusCode.OK, unnamed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, excluded.StatusCode);
        Assert.Equal(await TitleAsync(nobody), await TitleAsync(excluded));
    }

    [Fact]
    public async Task State_said_is_heeded_by_the_next_request()
    {
        var before = await _callers[Roles.HrRead].ReadAsync("/v1/rankings/latest?top=500");
        Assert.DoesNotContain(KeyOf(Excluded), before.ToJsonString());
        Assert.Contains(KeyOf(Nameable), before.ToJsonString());

        await _company.SayAsync(Nameable, ConsentState.Excluded);
        var after = await _callers[Roles.HrRead].ReadAsync("/v1/rankings/latest?top=500");

        Assert.DoesNotContain(KeyOf(Nameable), after.ToJsonString());
        var ranks = after["people"]!.AsArray().Select(person => (int)person!["rank"]!);
        Assert.Equal(Enumerable.Range(1, (int)after["total"]!), ranks);
        await _company.SayAsync(Nameable, ConsentState.Nameable);
    }

    private async Task NobodyIsShownAsync(HttpResponseMessage answer, string endpoint)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        // Who asks for everything of oneself gets one's own name and addresses, and nobody else's.
        var own = endpoint == "GET /v1/people/me/export" ? Company.IdentitiesOf(Myself) : [];
        Assert.All(_company.ReadableIdentities.Except(own), identity => Assert.DoesNotContain(identity, text));
        if (endpoint.Contains("{key}", StringComparison.Ordinal))
            return;
        Assert.DoesNotContain(KeyOf(Excluded), text);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient caller, string endpoint, int person)
    {
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = pattern.Replace("{documentName}", "v1").Replace("{run}", Company.FirstRun)
            .Replace("{key}", KeyOf(person)).TrimEnd('/');
        using var request = new HttpRequestMessage(new(method), path) { Content = Body(endpoint, person) };
        return await caller.SendAsync(request, Cancellation);
    }

    private JsonContent? Body(string endpoint, int person) => endpoint switch
    {
        "POST /v1/cohorts" => JsonContent.Create(new { size = 5, reach = "steps:1" }),
        "POST /v1/what-if" => JsonContent.Create(
            new { leave = new[] { KeyOf(person), KeyOf(10), KeyOf(11), KeyOf(12), KeyOf(13) } }),
        "PUT /v1/people/me/consent" => JsonContent.Create(new { state = "unnamed", textVersion = "2026-1" }),
        "POST /v1/named-views/" => JsonContent.Create(
            new { purpose = "changeSupport", reason = "To ask some to help." }),
        _ => null,
    };

    private string KeyOf(int person) =>
        _company.People.FirstOrDefault(one => one.Id.Value == person)?.Key ?? "00000000000fffff";

    private static async Task<string> TitleAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>(Cancellation);
        return $"{problem!["status"]} {problem["title"]} {problem["detail"]}";
    }
}
