using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Reports;

/// <summary>Columns by purpose: each is sorted by its own figure, and says why a figure is absent.</summary>
public sealed class PurposeColumnTests(SurveyedFirm firm) : IClassFixture<SurveyedFirm>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connectors_stand_by_harmonic_closeness_as_a_share_beside_their_number_of_ties()
    {
        var (network, idOf) = await NetworkAsync();
        var harmonic = HarmonicCloseness.Exact(network.Graph, cancellation: Cancellation).Scores;
        var degree = Degree.Of(network.Graph).Scores;

        var lines = await ReadAsync("--by", "connector");

        Assert.Equal(
            network.People.Nodes.OrderByDescending(node => Math.Round(harmonic[node] / 11, 12))
                .ThenBy(node => node).Select((node, i) => (idOf(node), $"{i + 1}", Near(harmonic[node] / 11),
                    $"{degree[node]}")),
            lines.Select(line => (line["person"], line["rank"], Near(line["harmonic"]), line["degree"])));
    }

    [Fact]
    public async Task Brokers_stand_by_constraint_the_lowest_first_and_who_has_no_tie_has_no_place()
    {
        var (network, idOf) = await NetworkAsync();
        var constraint = StructuralHoles.Compute(network.Graph, cancellation: Cancellation).Constraint;
        var byBetweenness = (await ReadAsync("--by", "betweenness"))
            .ToDictionary(line => line["person"], line => line["betweenness_percentile"]);

        var lines = await ReadAsync("--by", "broker");

        Assert.Equal(
            network.People.Nodes.OrderBy(node => constraint[node] is { } known ? Math.Round(known, 12) : 9)
                .ThenBy(node => node).Select(idOf),
            lines.Select(line => line["person"]));
        Assert.Equal([.. Enumerable.Range(1, 11).Select(i => $"{i}"), ""], lines.Select(line => line["rank"]));
        // Ties have a direction in this run: every path has one role.
        string[] roles = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"];
        Assert.All(
            lines.Where(line => line["brokered"] != ""),
            line => Assert.Equal(Near(line["brokered"]), roles.Sum(role => Near(line[role]))));
        Assert.All(lines, line => Assert.Equal(byBetweenness[line["person"]], line["betweenness_percentile"]));
        Assert.Equal(("p10", "", "", "no-ties"), Told(lines[^1], "constraint", "cross_unit_share"));
        var homeless = lines.Single(line => line["person"] == "p11");
        Assert.Equal(("p11", "", "", "no-unit"), Told(homeless, "brokered", "cross_unit_share"));
        Assert.NotEqual("", homeless["constraint"]);
    }

    [Fact]
    public async Task Absent_figures_are_null_in_json_with_the_reason_and_a_word_on_the_screen()
    {
        var json = JsonNode.Parse((await ShowAsync("rank", "--by", "broker", "--format", "json")).Output)!.AsArray();
        var last = json[^1]!;

        Assert.Null(last["rank"]);
        Assert.Null(last["constraint"]);
        Assert.Equal("no-ties", (string?)last["absent"]);
        Assert.Contains("no-ties", (await ShowAsync("rank", "--by", "broker")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_leave_people_out_and_no_place_changes()
    {
        var all = await ReadAsync("--by", "broker");
        var some = await ReadAsync("--by", "broker", "--department", "unit 1", "--top", "3");

        Assert.Equal(
            all.Where(line => line["department"] == "unit 1").Take(3).Select(line => (line["person"], line["rank"])),
            some.Select(line => (line["person"], line["rank"])));
        var none = await ShowAsync("rank", "--by", "named", "--department", "unit 8");
        Assert.Contains("There is no department 'unit 8'.", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_people_stand_by_how_many_colleagues_name_them_and_who_took_no_part_is_outside()
    {
        var lines = (await ReadAsync("--by", "named")).ToDictionary(line => line["person"]);

        // p05 is named by three, by one of them twice; p10 whom no mail measures is named as well.
        Assert.Equal("3", lines["p05"]["named_by"]);
        Assert.Equal("1", lines["p05"]["rank"]);
        Assert.Equal("1", lines["p10"]["named_by"]);
        Assert.Equal("1", lines["p00"]["named_by"]);
        // Who names and is not named.
        Assert.All(["p01", "p02", "p03"], id => Assert.Equal(("0", ""), (lines[id]["named_by"], lines[id]["absent"])));
        Assert.All(
            ["p04", "p06", "p07", "p08", "p09", "p11"],
            id => Assert.Equal(
                ("", "", "outside-survey"), (lines[id]["rank"], lines[id]["named_by"], lines[id]["absent"])));
    }

    [Fact]
    public async Task Column_of_a_run_of_nominations_is_its_own()
    {
        var run = Csv.Read((await ShowAsync("runs", "list", "--format", "csv")).Output)
            .Single(line => line["preset"] == "nominations")["run"];

        var first = (await ReadAsync("--by", "named", "--run", run))[0];

        Assert.Equal(("p05", "3"), (first["person"], first["named_by"]));
    }

    [Fact]
    public async Task The_card_shows_each_figure_with_the_place_that_the_columns_give()
    {
        var connector = (await ReadAsync("--by", "connector")).Single(line => line["person"] == "p04");
        var broker = (await ReadAsync("--by", "broker")).Single(line => line["person"] == "p04");

        var card = JsonNode.Parse((await ShowAsync("explain", "p04", "--format", "json")).Output)!["columns"]!;
        var text = (await ShowAsync("explain", "p04")).Output;
        var alone = JsonNode.Parse((await ShowAsync("explain", "p10", "--format", "json")).Output)!["columns"]!;

        Assert.Equal(connector["rank"], $"{card["harmonic"]!["place"]}");
        Assert.Equal(broker["rank"], $"{card["constraint"]!["place"]}");
        foreach (var (figure, told) in (IEnumerable<(string, string)>)
            [
                ("harmonic", connector["harmonic"]), ("degree", connector["degree"]),
                ("constraint", broker["constraint"]), ("brokered", broker["brokered"]),
                ("coordinator", broker["coordinator"]), ("itinerant", broker["itinerant"]),
                ("representative", broker["representative"]), ("gatekeeper", broker["gatekeeper"]),
                ("liaison", broker["liaison"]), ("crossUnitShare", broker["cross_unit_share"]),
            ])
            Assert.Equal(Near(told), Near((double)card[figure]!["value"]!));
        Assert.Contains($"(place {connector["rank"]})", text, StringComparison.Ordinal);
        Assert.Equal("no-ties", (string?)alone["constraint"]!["absent"]);
        Assert.Null(alone["constraint"]!["value"]);
        Assert.Null(alone["constraint"]!["place"]);
    }

    [Fact]
    public async Task Comparison_with_nominations_refuses_a_column_by_purpose()
    {
        var refused = await firm.Cli.TryAsync(
            "rank", "--beside", "nominations", "--by", "broker", "--store", firm.Cli.StorePath);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("leave out --by broker", refused.Error, StringComparison.Ordinal);
    }

    private static (string, string, string, string) Told(
        IReadOnlyDictionary<string, string> line, string first, string second) =>
        (line["person"], line[first], line[second], line["absent"]);

    private static double Near(double value) => Math.Round(value, 9);

    private static double Near(string text) => Near(double.Parse(text, CultureInfo.InvariantCulture));

    private async Task<(Network Network, Func<Node, string> IdOf)> NetworkAsync()
    {
        await using var store = await Store.OpenExistingAsync(firm.Cli.StorePath, Cancellation);
        var run = (await store.Rankings.LatestAsync(Cancellation))!;
        var network = (await RunNetwork.ReadAsync(store, run, Cancellation)).Network;
        var names = await store.People.NamesAsync(Cancellation);
        return (network, node => names[network.People[node].Id].SourceId);
    }

    private async Task<List<Dictionary<string, string>>> ReadAsync(params string[] args) =>
        [.. Csv.Read((await ShowAsync(["rank", .. args, "--format", "csv"])).Output)];

    private Task<CliResult> ShowAsync(params string[] args) =>
        firm.Cli.RunAsync([.. args, "--store", firm.Cli.StorePath]);
}

/// <summary>Twelve people with mail and nominations: one writes to nobody, one has no department.</summary>
public sealed class SurveyedFirm : IAsyncLifetime
{
    internal CliProcess Cli { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var people = new StringBuilder("id,department\n");
        for (var id = 0; id < 12; id++)
            people.Append(CultureInfo.InvariantCulture, $"p{id:00},{(id == 11 ? "" : $"unit {id % 3}")}\n");
        var mail = new StringBuilder("from,to,at\n");
        foreach (var (from, to) in ((int, int)[])
            [
                (0, 3), (0, 6), (3, 6), (1, 4), (4, 7), (1, 7), (2, 5), (5, 8), (4, 0), (4, 5), (4, 11), (9, 3), (9, 8),
            ])
            for (var day = 1; day <= 5; day++)
                mail.Append(CultureInfo.InvariantCulture, $"p{from:00},p{to:00},2026-01-{day:00}T09:00\n")
                    .Append(CultureInfo.InvariantCulture, $"p{to:00},p{from:00},2026-01-{day:00}T10:00\n");
        const string Answers =
            """
            respondent,question,named
            p00,advice,p05
            p01,advice,p05
            p02,advice,p05
            p02,news,p05
            p05,advice,p10
            p03,advice,p00

            """;
        await RunAsync("import", "people", Cli.Write("people.csv", people.ToString()));
        await RunAsync("import", "interactions", Cli.Write("mail.csv", mail.ToString()));
        await RunAsync("import", "interactions", Cli.Write("answers.csv", Answers), "--at", "2026-01-05");
        await RunAsync("nightly", "--as-of", "2026-02-01", "--preset", "nominations", "--rule-effects", "off");
        await RunAsync("nightly", "--as-of", "2026-02-01", "--preset", "plain", "--rule-effects", "off");
    }

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", Cli.StorePath]);
}
