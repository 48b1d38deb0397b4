using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>
/// 231 people with an org chart: ten departments of 22 that are shown, and two that are too small. Everybody has the
/// same many ties, drawn; teams run across departments. Each caller of it starts with nothing asked.
/// </summary>
public sealed class LargeCompany : IAsyncLifetime
{
    public const string Withheld = "Ethics Hotline";
    private const int PersonCount = 231;

    private readonly Company _company = new();

    public Company Company => _company;

    public Person[] People => _company.People;

    public static Person[] Made =>
    [
        .. Enumerable.Range(1, PersonCount).Select(id => new Person
        {
            Id = new(id),
            Key = $"{(uint)id * 2_654_435_761:x16}",
            Department = id > 227 ? Withheld : id > 220 ? "Secret Unit" : $"Unit {id % 10}",
            ManagerId = id == 1 ? null : new(id <= 11 ? 1 : 2 + (id / 10 + id) % 10),
        }),
    ];

    public static PersonTie[] Ties(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(1, PersonCount)
                .SelectMany(id => Enumerable.Range(0, 3).Select(
                    _ => new PersonTie(new(id), new(random.Next(1, PersonCount + 1)), 1)))
                .Where(tie => tie.Source != tie.Target)
                .DistinctBy(tie => (Math.Min(tie.Source.Value, tie.Target.Value), Math.Max(
                    tie.Source.Value, tie.Target.Value))),
        ];
    }

    public async ValueTask InitializeAsync() => await _company.InitializeAsync(Made, Ties(seed: 3));

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    /// <summary>A service on the same store in which nobody asked anything yet.</summary>
    public HttpClient Serve() => _company.Serve(_company.Place);

    public string[] KeysWhere(Func<Person, bool> holds) => [.. People.Where(holds).Select(person => person.Key)];
}

/// <summary>Asks with a body, and reads the answer or the refusal.</summary>
internal static class Bodies
{
    extension(HttpClient api)
    {
        public async Task<JsonNode> AskAsync(string path, object body)
        {
            var (status, answer) = await api.TryAsync(path, body);
            Assert.True(status == HttpStatusCode.OK, $"{status} {answer}");
            return answer;
        }

        public async Task<(HttpStatusCode Status, JsonNode Answer)> TryAsync(string path, object body)
        {
            var cancellation = TestContext.Current.CancellationToken;
            using HttpContent content = body is string text
                ? new StringContent(text, System.Text.Encoding.UTF8, "application/json")
                : JsonContent.Create(body);
            using var response = await api.PostAsync(path, content, cancellation);
            return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!);
        }
    }

    extension(JsonNode answer)
    {
        public string[] Keys(string member) => [.. answer[member]!.AsArray().Select(key => (string)key!)];

        /// <summary>Title and detail of a refusal.</summary>
        public string Words => $"{answer["title"]} {answer["detail"]}";
    }
}
