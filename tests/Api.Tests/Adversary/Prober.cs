using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>How many requests an adversary has left, over all roles and endpoints.</summary>
internal sealed class RequestBudget(int count)
{
    public int Left { get; private set; } = count;

    public bool Take() => Left-- > 0;
}

/// <summary>An answer or a refusal, with all that can be seen of it from outside.</summary>
/// <param name="Status">0 where the budget is spent.</param>
internal sealed record Reply(int Status, string Text, string? Tag, TimeSpan Took)
{
    public static Reply None { get; } = new(0, "", null, TimeSpan.Zero);

    public bool IsOk => Status == 200;

    public JsonNode? Json { get; } = Parse(Text);

    /// <summary>The people of a list of the answer, however it writes them.</summary>
    public string[] Keys(string list) =>
        Json is JsonObject answer && answer[list] is JsonArray people
            ? [.. people.Select(one => one is JsonObject person ? (string?)person["key"] : (string?)one)
                .OfType<string>()]
            : [];

    /// <summary>A refusal without what differs from request to request anyway.</summary>
    public string Fingerprint => $"{Status} {Json?["title"]} {Json?["detail"]} {Json?["errors"]?.ToJsonString()}";

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length > 0 && text[0] is '{' or '[' ? JsonNode.Parse(text) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>One caller, who asks and keeps the time.</summary>
internal sealed class Prober(HttpClient http, RequestBudget budget)
{
    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Reply> PostAsync(string path, object body) =>
        SendAsync(HttpMethod.Post, path, body is string text
            ? new StringContent(text, Encoding.UTF8, "application/json")
            : JsonContent.Create(body));

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, string? held = null)
    {
        if (!budget.Take())
            return Reply.None;
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (held is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", held);
        var began = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text, response.Headers.ETag?.ToString(), Stopwatch.GetElapsedTime(began));
    }
}
