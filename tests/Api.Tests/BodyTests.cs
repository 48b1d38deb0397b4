using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A body is taken as it was meant, or refused with what is wrong with it.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private const int Myself = 3;

    private readonly Company _company = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _callers = await KeyHolders.ServeAsync(_company.Connection, Myself);
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"stat":"excluded","textVersion":"1"}""", "stat")]
    [InlineData("""{"state":"excluded","state":"unnamed"}""", "state")]
    [InlineData("""{"state":{"excluded":true}}""", "state")]
    [InlineData("""{"state":"out"}""", "state")]
    [InlineData("""{"state":"nameable"}""", "textVersion")]
    [InlineData("""{"externalContacts":true}""", "textVersion")]
    public async Task A_wrong_member_is_refused_by_its_name_and_nothing_happens(string body, string member)
    {
        var (status, answer) = await SayAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(member, answer);
        Assert.DoesNotContain("InfluencerMap.Api", answer);
        Assert.Equal(ConsentState.InGraphAnonymous, await StateAsync());
    }

    [Theory]
    [InlineData(Roles.HrNames, "/v1/named-views", """{"purpose":"changeSupport","reason":"To ask.","top":1}""", "top")]
    [InlineData(Roles.HrNames, "/v1/named-views", """{"purpose":"changeSupport","reason":null}""", "reason")]
    [InlineData(Roles.ProgramLead, "/v1/cohorts", """{"quota":[]}""", "quota")]
    [InlineData(Roles.ProgramLead, "/v1/cohorts", """{"quotas":[{"attribute":"site","minimum":1}]}""", "minimum")]
    [InlineData(Roles.ProgramLead, "/v1/cohorts", """{"size":5,"size":6}""", "size")]
    [InlineData(Roles.ProgramLead, "/v1/what-if", """{"leaves":[]}""", "leaves")]
    public async Task Every_body_is_held_to_its_members(string role, string path, string body, string member)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _callers[role].PostAsync(path, content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(member, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("""{"state":"excluded"}""", ConsentState.Excluded)]
    [InlineData("""{"state":"unnamed"}""", ConsentState.InGraphAnonymous)]
    public async Task An_objection_needs_neither_text_version_nor_way(string body, ConsentState state)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await SayAsync(body)).Status);
        Assert.Equal(state, await StateAsync());
        var said = (await _callers[Roles.Person].ReadAsync("/v1/people/me"))["said"]!.AsArray();
        Assert.Equal("", (string?)Assert.Single(said)!["textVersion"]);
    }

    [Theory]
    [InlineData("p0001@made.example")]
    [InlineData("utf-7")]
    public async Task A_body_of_another_encoding_is_refused_and_not_an_error_of_ours(string charset)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset=\"{charset}\"");
        using var answer = await _callers[Roles.ProgramLead].PostAsync("/v1/cohorts", content, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.DoesNotContain(charset, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>What a caller writes is not repeated, but for a word that can be the name of a member.</summary>
    [Fact]
    public async Task A_member_that_can_be_no_name_is_not_repeated()
    {
        var (status, answer) = await SayAsync("""{"<script>alert(1)</script>":1}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain("script", JsonNode.Parse(answer)!["detail"]!.ToJsonString());
    }

    private async Task<(HttpStatusCode Status, string Answer)> SayAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _callers[Roles.Person].PutAsync("/v1/people/me/consent", content, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<ConsentState> StateAsync()
    {
        await using var store = await Store.OpenExistingAsync(_company.Connection, Cancellation);
        return (await store.Consents.ReadAsync(Cancellation))[new(Myself)].State;
    }
}
