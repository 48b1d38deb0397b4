using System.Text.Json.Nodes;

namespace InfluencerMap.Cli.Tests.Reports;

/// <summary>A firm whose managers are not known, or make two groups, is not shown as if it had a chart.</summary>
public sealed class NoChartTests : IDisposable
{
    private const StringComparison Exact = StringComparison.Ordinal;

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("nobody")]
    [InlineData("owner")]
    [InlineData("unknown")]
    public async Task Without_a_chart_that_tells_apart_nothing_is_said_of_one(string managers)
    {
        await SmallFirm.NightAsync(_cli, id => managers switch
        {
            "nobody" => "",
            "owner" => id == 0 ? "" : "p00",
            _ => $"Mario Rossi {id}",
        });

        foreach (var verb in (string[][])
            [["rank"], ["explain", "p00"], ["cohort", "--size", "3"], ["fragility"], ["what-if", "--leave", "p00"]])
            Assert.DoesNotContain("chart", (await ShowAsync(verb)).Output, StringComparison.OrdinalIgnoreCase);
        var table = (await ShowAsync("rank")).Output;
        Assert.DoesNotContain("gained", table, Exact);
        Assert.DoesNotContain("│ level", table, Exact);
        Assert.DoesNotContain("highest", table, Exact);
        Assert.Contains("No level and no surprise: managers and levels are not known", table, Exact);
        Assert.All(Csv.Read((await ShowAsync("rank", "--format", "csv")).Output), line =>
        {
            Assert.Equal(("", "", "", ""),
                (line["level"], line["chart_place"], line["places_above_chart"], line["surprise"]));
            Assert.Contains("fewer than three groups", line["no_chart"], Exact);
        });
        var json = JsonNode.Parse((await ShowAsync("rank", "--format", "json")).Output)!.AsArray();
        Assert.All(json, line => Assert.Null(line!["chartPlace"] ?? line["level"] ?? line["surprise"]));
        Assert.DoesNotContain("Level", (await ShowAsync("explain", "p00")).Output, Exact);
    }

    [Fact]
    public async Task Ids_alone_are_shown_where_no_names_were_imported()
    {
        await SmallFirm.NightAsync(_cli, _ => "", named: false);

        var table = (await ShowAsync("rank")).Output;

        Assert.DoesNotContain("│ name", table, Exact);
        Assert.All(Csv.Read((await ShowAsync("rank", "--format", "csv")).Output), line => Assert.Empty(line["name"]));
        Assert.StartsWith("p00 is number ", (await ShowAsync("explain", "p00")).Output, Exact);
    }

    private Task<CliResult> ShowAsync(params string[] verb) => _cli.RunAsync([.. verb, "--store", _cli.StorePath]);
}
