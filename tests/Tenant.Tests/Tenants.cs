using System.Net.Http.Headers;
using System.Text.Json;
using InfluencerMap.Demo;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>Small tenants that tests start, and raw requests to them.</summary>
internal static class Tenants
{
    /// <summary>The smallest company; its month is made anew by every tenant that starts from it.</summary>
    public static MadeCompany Company { get; } = new(new() { People = 60, Months = 1 });

    public static Task<StandInTenant> StartAsync(
        int pageSize = 25, DateTimeOffset? now = null, TimeSpan latency = default, int nestedPageSize = 100) =>
        StandInTenant.StartAsync(
            new()
            {
                Company = Company,
                PageSize = pageSize,
                NestedPageSize = nestedPageSize,
                Now = now,
                Latency = latency,
                WaitClock = new JumpingTime(),
            },
            TestContext.Current.CancellationToken);

    /// <summary>A client that brings a token and knows Graph's address.</summary>
    public static HttpClient Client(StandInTenant tenant)
    {
        var client = new HttpClient { BaseAddress = tenant.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", tenant.IssueAccessToken());
        return client;
    }

    /// <summary>Reads a page from a path below <c>/v1.0</c>, or from a whole address.</summary>
    public static async Task<JsonPage> PageAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(Absolute(client, path), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text, response.Headers.RetryAfter, response.Headers.Location,
            response.Headers.TryGetValues("sl-violations", out var violations) ? string.Join(' ', violations) : null);
    }

    /// <summary>All items of a list or round, and the page that ended it.</summary>
    public static async Task<(JsonElement[] Items, JsonPage Last)> AllAsync(this HttpClient client, string path)
    {
        var items = new List<JsonElement>();
        while (true)
        {
            var page = await client.PageAsync(path);
            Assert.True(page.Status == 200, $"{path} answered {page.Status}: {page.Text}");
            items.AddRange(page.Items);
            if (page.NextLink is not { } next)
                return ([.. items], page);
            path = next;
        }
    }

    public static string Id(this JsonElement item) => item.GetProperty("id").GetString()!;

    private static string Absolute(HttpClient client, string path) =>
        path.StartsWith('/') ? client.BaseAddress!.AbsoluteUri.TrimEnd('/') + path : path;
}

/// <summary>An answer as it came, and what a checking proxy found in it.</summary>
internal sealed record JsonPage(
    int Status, string Text, RetryConditionHeaderValue? RetryAfter, Uri? Location, string? Violations)
{
    private JsonElement Root => JsonDocument.Parse(Text).RootElement;

    public JsonElement[] Items => [.. Root.GetProperty("value").EnumerateArray()];
    public string? NextLink => Link("@odata.nextLink");
    public string? DeltaLink => Link("@odata.deltaLink");
    public string? ErrorCode => Root.GetProperty("error").GetProperty("code").GetString();

    private string? Link(string name) => Root.TryGetProperty(name, out var link) ? link.GetString() : null;
}
