using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>A store that another process writes to is there, and says so.</summary>
public sealed class BusyStoreTests : IAsyncLifetime
{
    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Impatient => $"{_company.Connection};Default Timeout=1";

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _callers = await KeyHolders.ServeAsync(Impatient, person: 3);
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    [Fact]
    public async Task An_objection_while_another_process_writes_is_told_that_the_store_is_busy_and_when_to_come_again()
    {
        using var writer = Hold(_company.Place);
        using var answer = await _callers[Roles.Person].PutAsJsonAsync(
            "/v1/people/me/consent", new { state = "excluded" }, Cancellation);

        await RequireBusyAsync(answer);
    }

    [Fact]
    public async Task A_ranking_whose_audit_line_waits_too_long_is_told_that_the_store_is_busy()
    {
        await _callers[Roles.HrRead].GetStringAsync("/v1/rankings/latest", Cancellation);
        using var writer = Hold(Path.ChangeExtension(_company.Place, ".audit.db"));
        using var answer = await _callers[Roles.HrRead].GetAsync("/v1/rankings/latest", Cancellation);

        await RequireBusyAsync(answer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("anna.rossi@made.example")]
    [InlineData("Anna%20Rossi")]
    public async Task An_erasure_refused_while_another_process_writes_leaves_nothing_of_the_person_in_the_path_audited(
        string? typed)
    {
        using (Hold(_company.Place))
        {
            using var answer = await _callers[Roles.Dpo].PostAsync(
                $"/v1/people/{typed ?? _company.KeyOf(4)}/erasure", null, Cancellation);
            await RequireBusyAsync(answer);
        }

        var lines = (await _callers[Roles.Dpo].ReadAsync("/v1/audit"))["actions"]!.AsArray();

        Assert.Equal("503 POST /v1/people/{key}/erasure", (string?)Assert.Single(lines)!["detail"]);
    }

    private static SqliteTransaction Hold(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection.BeginTransaction(deferred: false);
    }

    private static async Task RequireBusyAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("The store is busy.", (string?)problem["title"]);
        Assert.DoesNotContain("no store", problem.ToJsonString());
    }
}
