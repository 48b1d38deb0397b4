using System.Text.Json;
using Azure.Core;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Microsoft365;

public sealed class Pages : IDisposable
{
    private readonly LoopbackGraph _graph = new();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task Pages_follow_links_and_ask_for_the_same_preferences_each_time()
    {
        _graph.Then(
                """
                {"@odata.context":"x","value":[{"id":"a","body":{"content":"c"}},{"id":"b"},{"id":"\ud800"}],
                 "@odata.nextLink":"{root}/users?$skiptoken=2%2B#"}
                """)
            .Then("""{"value":[],"@odata.nextLink":"{root}/users?$skiptoken=3"}""")
            .Then("""{"@odata.deltaLink":"{root}/users/delta?$deltatoken=9","value":[{"id":"c"}],"new":{"x":[1]}}""");
        var pages = await ReadAsync(new() { Link = "/users?$top=2", Prefer = ["odata.maxpagesize=2"] });

        Assert.Equal(["a", "b", "c"], pages.SelectMany(p => p.Items));
        Assert.Equal(["/users?$skiptoken=2%2B", "/users?$skiptoken=3", null], pages.Select(p => p.Next?.TrimEnd('#')));
        Assert.Equal("/users/delta?$deltatoken=9", pages[^1].Cursor);
        Assert.All(_graph.Asked, asked => Assert.Equal("odata.maxpagesize=2", asked.Prefer));
    }

    [Fact]
    public async Task Typed_requests_go_out_as_documented_with_the_credentials_token()
    {
        _graph.Then("""{"value":[]}""");
        var pages = _graph.Pages(credential: new MadeToken());
        var request = pages.Connection.Requests.Users.Delta.ToGetRequestInformation(r =>
        {
            r.QueryParameters.Select = ["id", "manager"];
            r.Headers.Add("Prefer", "return=minimal");
        });
        await ReadAsync(GraphQuery.Of(request), pages);

        var asked = Assert.Single(_graph.Asked);
        Assert.Equal("/v1.0/users/delta?$select=id,manager", Uri.UnescapeDataString(asked.PathAndQuery));
        Assert.Equal("return=minimal", asked.Prefer);
        Assert.Equal("Bearer made", asked.Authorization);
    }

    [Theory]
    [InlineData("https://evil.example/v1.0/users?$skiptoken=2")]
    [InlineData("http://127.0.0.1:1/v1.0/users")]
    [InlineData("https://127.0.0.1/v1.0/users")]
    [InlineData("no link")]
    public async Task A_link_to_another_host_is_not_followed(string link)
    {
        _graph.Then($$"""{"value":[],"@odata.nextLink":"{{link}}"}""");
        var refusal = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(new() { Link = "/users" }));
        Assert.Contains("not followed", refusal.Message);
        Assert.Single(_graph.Asked);
    }

    [Fact]
    public async Task A_round_that_turns_in_a_circle_is_ended()
    {
        _graph.Then("""{"value":[],"@odata.nextLink":"{root}/users?$skiptoken=2"}""");
        var refusal = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(new() { Link = "/users" }));
        Assert.Contains("a link came again after 2 pages", refusal.Message);
    }

    [Fact]
    public async Task A_round_with_ever_new_links_ends_at_the_cap()
    {
        for (var i = 0; i < 9; i++)
            _graph.Then($$"""{"value":[],"@odata.nextLink":"{root}/users?$skiptoken={{i}}"}""");
        var query = new GraphQuery { Link = "/users", PagesMax = 5 };
        var refusal = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(query));
        Assert.Contains("more than 5 pages", refusal.Message);
        Assert.Equal(5, _graph.Asked.Count);
    }

    [Fact]
    public async Task Broken_answers_are_asked_for_again_and_leave_nothing_behind()
    {
        _graph.Then("""{"value":[{"id":"a"},{"id":"b""")
            .Then("<html>Bad gateway</html>")
            .Then("""{"value":[{"id":"a"}]} trailing""")
            .Then("")
            .Then("<html>", status: 502)
            .Then(context => context.Response.Abort())
            .Then(context =>
            {
                context.Response.ContentLength64 = 4000;
                context.Response.OutputStream.Write("""{"value":[{"id":"a"}"""u8);
                context.Response.OutputStream.Flush();
                context.Response.Abort();
            })
            .Then("""{"value":[{"id":"a"},{"id":"b"}]}""");
        var pages = await ReadAsync(new() { Link = "/users" });
        Assert.Equal(["a", "b"], Assert.Single(pages).Items);
        Assert.Equal(8, _graph.Asked.Count);
    }

    [Fact]
    public async Task What_stays_broken_is_given_up_with_a_clear_line()
    {
        _graph.Then("""{"value":[{"subject":"canary""");
        var refusal = await Assert.ThrowsAsync<GraphException>(() =>
            ReadAsync(new() { Link = "/users/0f-1@example.org/messages", AttemptsMax = 3 }));
        Assert.Equal(
            "/v1.0/users/…/messages gave an answer that is cut off or no JSON. Tried 3 times; collect again later.",
            refusal.Message);
        Assert.DoesNotContain("canary", refusal.ToString());
    }

    [Fact]
    public async Task A_silent_answer_is_dropped_and_asked_for_again()
    {
        _graph.Then(context =>
            {
                context.Response.OutputStream.Write("""{"value":["""u8);
                context.Response.OutputStream.Flush();
            })
            .Then("""{"value":[{"id":"a"}]}""");
        var reading = ReadAsync(new() { Link = "/users" });
        while (_graph.Asked.Count < 2)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            _graph.Time.Advance(TimeSpan.FromMinutes(4));
        }
        Assert.Equal(["a"], Assert.Single(await reading).Items);
    }

    [Theory]
    [InlineData(410, """{"error":{"code":"resyncRequired","message":"canary"}}""")]
    [InlineData(400, """{"error":{"message":"canary","code":"SyncStateNotFound"}}""")]
    [InlineData(410, "")]
    public async Task A_spent_cursor_asks_for_a_full_resync(int status, string body)
    {
        _graph.Then(body, status);
        var signal = await Assert.ThrowsAsync<FullResyncException>(() => ReadAsync(new() { Link = "/users/delta" }));
        Assert.DoesNotContain("canary", signal.ToString());
        Assert.Single(_graph.Asked);
    }

    [Fact]
    public async Task A_refusal_is_final_and_names_status_and_code_alone()
    {
        _graph.Then("""{"error":{"code":"Authorization_RequestDenied","message":"anna@example.org canary"}}""", 403);
        var refusal = await Assert.ThrowsAsync<GraphException>(() => ReadAsync(new() { Link = "/users" }));
        Assert.Equal((403, "Authorization_RequestDenied"), (refusal.Status, refusal.Code));
        Assert.DoesNotContain("canary", refusal.ToString());
        Assert.Single(_graph.Asked);
    }

    [Fact]
    public void A_token_is_sent_over_http_to_this_machine_only() =>
        Assert.Throws<InfluencerMap.Collectors.InputException>(
            () => new GraphConnection(new("x", new("http://graph.example/v1.0"), new("https://login.example")), null));

    private Task<List<GraphPage<string>>> ReadAsync(GraphQuery query, GraphPages? pages = null) =>
        ReadIdsAsync(query, pages ?? _graph.Pages());

    private static async Task<List<GraphPage<string>>> ReadIdsAsync(GraphQuery query, GraphPages pages)
    {
        var read = new List<GraphPage<string>>();
        await foreach (var page in pages.ReadAsync<string>(query, ReadId, TestContext.Current.CancellationToken))
            read.Add(page);
        return read;
    }

    private static bool ReadId(ref Utf8JsonReader reader, out string id)
    {
        id = "";
        while (Fields.Next(ref reader))
            if (reader.ValueTextEquals("id"u8))
                id = Fields.Text(ref reader) ?? "";
            else
                Fields.Skip(ref reader);
        return id.Length > 0;
    }

    private sealed class MadeToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellation) =>
            new("made", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext context, CancellationToken cancellation) => new(GetToken(context, cancellation));
    }
}
