using System.Globalization;
using System.Text.Json;
using InfluencerMap.Cli.Tests.Collect;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>What a collection tells programs, and what the hygiene of the run shows of it.</summary>
public sealed class CollectionReportTests
{
    [Fact]
    public async Task Json_says_for_each_source_what_came_of_it()
    {
        await using var collected = await CollectedTenant.StartAsync(people: 60, "sent-items", "meetings", "calls");
        collected.Tenant.Misbehave(Misbehaviour.TooManyRequests, "/sentitems/", after: 3, times: 1);
        collected.Tenant.Misbehave(Misbehaviour.EmptyPages, "/callRecords");
        collected.Tenant.Misbehave(Misbehaviour.LoopingNextLink, "/callRecords");
        var result = await collected.Cli.TryAsync([.. collected.CollectArguments("a.db"), "--format", "json"]);

        Assert.Equal(1, result.ExitCode);
        var sources = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().ToDictionary(
            line => line.GetProperty("source").GetString()!);
        Assert.Equal(["directory", "sent-items", "meetings", "calls"], sources.Keys);
        Assert.All(sources, source => Assert.Equal(
            source.Key != "calls", source.Value.GetProperty("complete").GetBoolean()));
        Assert.Contains("has no end", sources["calls"].GetProperty("failure").GetString());
        Assert.Equal(JsonValueKind.Null, sources["meetings"].GetProperty("failure").ValueKind);
        Assert.Equal(76, sources["directory"].GetProperty("items").GetInt32());
        Assert.All(
            (string[])["items", "interactions", "throttledSeconds"],
            name => Assert.True(sources["sent-items"].GetProperty(name).GetDouble() > 0, name));
        Assert.Equal(0, sources["meetings"].GetProperty("throttledSeconds").GetDouble());
        var cancelled = sources["meetings"].GetProperty("outcomes").EnumerateArray()
            .Single(outcome => outcome.GetProperty("outcome").GetString() == "cancelled");
        Assert.Equal("called off", cancelled.GetProperty("reason").GetString());
        Assert.Contains($"meetings: {cancelled.GetProperty("count").GetInt64():N0} called off", result.Error);
    }

    [Fact]
    public async Task Hygiene_shows_beside_the_rules_what_collecting_for_the_run_set_aside()
    {
        await using var collected = await CollectedTenant.StartAsync(people: 60, "sent-items", "meetings");
        await collected.CollectAsync("a.db");
        await collected.RankAsync("a.db");
        // What comes later is another run's.
        await collected.CollectAsync("a.db");

        var csv = Csv.Read((await HygieneAsync("csv")).Output).Where(line => line["kind"] == "collection").ToArray();
        var json = JsonDocument.Parse((await HygieneAsync("json")).Output).RootElement.EnumerateArray()
            .Where(line => line.GetProperty("kind").GetString() == "collection").ToArray();
        Assert.Equal(["meetings", "sent-items"], csv.Select(line => line["name"]).Distinct());
        Assert.Equal(
            csv.Select(line => (line["name"], line["reason"], CountOf(line))),
            json.Select(line => (
                line.GetProperty("name").GetString()!, line.GetProperty("reason").GetString()!,
                line.GetProperty("count").GetInt64())));
        var copies = Assert.Single(
            csv, line => line["reason"].StartsWith("copies of those invited", StringComparison.Ordinal));
        var table = (await HygieneAsync("table")).Output;
        Assert.Contains("What collection did not simply count", table);
        Assert.Matches($@"meetings\s+│\s+{CountOf(copies):N0}\s+│ items", table);

        static long CountOf(Dictionary<string, string> line) => long.Parse(line["count"], CultureInfo.InvariantCulture);

        Task<CliResult> HygieneAsync(string format) =>
            collected.Cli.RunAsync("hygiene", "--store", "a.db", "--format", format);
    }
}
