using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>The ranking as HR reads it, page by page.</summary>
internal sealed class HrView
{
    public JsonNode[] Rows { get; private init; } = [];

    public int Total { get; private init; }

    public string Run { get; private init; } = "";

    public string? Tag { get; private init; }

    public string[] Keys => [.. Rows.Select(KeyOf)];

    public static string KeyOf(JsonNode row) => (string)row["key"]!;

    public JsonNode this[string key] => Rows.First(row => KeyOf(row) == key);

    public static async Task<HrView> ReadAsync(Prober hr, string filter = "", string run = "latest")
    {
        var rows = new List<JsonNode>();
        var first = await hr.GetAsync($"/v1/rankings/{run}?top=500{filter}");
        for (var page = first; page.Json is { } answer; page = await hr.GetAsync((string)answer["next"]!))
        {
            rows.AddRange(answer["people"]!.AsArray().OfType<JsonNode>());
            if ((string?)answer["next"] is null)
                break;
        }
        return new()
        {
            Rows = [.. rows],
            Total = (int?)first.Json?["total"] ?? 0,
            Run = (string?)first.Json?["run"] ?? "",
            Tag = first.Tag,
        };
    }
}
