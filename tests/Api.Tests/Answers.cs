using System.Net;
using System.Text.Json.Nodes;

namespace InfluencerMap.Tests;

/// <summary>Asks and reads answers.</summary>
internal static class Answers
{
    extension(HttpClient api)
    {
        public async Task<JsonNode> ReadAsync(string path)
        {
            var text = await api.GetStringAsync(path, TestContext.Current.CancellationToken);
            return JsonNode.Parse(text)!;
        }

        /// <summary>Asks for something that is refused, and checks the form of the refusal.</summary>
        public async Task<JsonNode> RefusedAsync(HttpStatusCode status, string path, HttpMethod? method = null)
        {
            var cancellation = TestContext.Current.CancellationToken;
            using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
            using var response = await api.SendAsync(request, cancellation);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            Assert.DoesNotContain("   at ", text);
            Assert.DoesNotContain("Exception", text);
            var problem = JsonNode.Parse(text)!;
            Assert.Equal((int)status, (int?)problem["status"]);
            Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
            return problem;
        }
    }
}
