using System.Text.Json.Nodes;

namespace InfluencerMap.Cli.Tests;

/// <summary>What a person is given of their own data, through the command line.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Export_is_readable_and_for_programs_leaves_a_line_and_no_formula()
    {
        var people = _cli.Write("people.csv", "id,name,department\nE1,Made One,=1+1\nE2,Made Two,Sales\n");
        await RunAsync("import", "people", people);
        var mail = _cli.Write("mail.csv", "from,to,at\nE1,E2,2026-01-01T08:00:00Z\nE2,E1,2026-01-01T09:00:00Z\n");
        await RunAsync("import", "interactions", mail);

        var shown = await RunAsync("access", "E1");
        Assert.Contains("Made One", shown.Output);
        Assert.DoesNotContain("Made Two", shown.Output);
        Assert.DoesNotContain("E2", shown.Output);

        var json = JsonNode.Parse((await RunAsync("access", "E1", "--format", "json")).Output)!.AsArray();
        var events = json.Single(section => (string?)section!["table"] == "interactions")!["rows"]!.AsArray();
        Assert.Equal(["2026-01-01T08:00:00.000Z", "Mail"], events[0]!.AsArray().Take(2).Select(cell => (string?)cell));

        var folder = Path.Combine(Path.GetDirectoryName(people)!, "for-E1");
        await RunAsync("access", "E1", "--out", folder);
        // The last section is the audit, which has one line more.
        Assert.Equal(
            json.SkipLast(1).Select(section => section!.ToJsonString()),
            JsonNode.Parse(Read("access.json"))!.AsArray().SkipLast(1).Select(section => section!.ToJsonString()));
        Assert.Contains("interactions.csv: ", Read("README.txt"));
        Assert.Contains("'=1+1", Read("people.csv"));
        Assert.Contains("access export", (await RunAsync("audit", "list")).Output);

        string Read(string file) => File.ReadAllText(Path.Combine(folder, file));
    }

    [Fact]
    public async Task Nobody_is_exported_under_an_unknown_id()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id\nE1\n"));
        Assert.Equal(1, (await _cli.TryAsync("access", "E9", "--store", _cli.StorePath)).ExitCode);
    }

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);
}
