using System.Text.Json.Nodes;

namespace InfluencerMap.Cli.Tests.Reports;

/// <summary>Every list is there for the screen, as CSV and as JSON, with the same fields in both.</summary>
public sealed class ListingTests(ListedFirm firm) : IClassFixture<ListedFirm>
{
    public static TheoryData<string> Lists { get; } =
    [
        "keys list", "audit list", "consent list", "consent p03", "agreement list", "mapping list", "runs list",
        "retention", "identities log", "identities review", "broadcasts", "hygiene", "cohort list", "cohort show 1",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_has_the_same_fields_as_csv_and_as_json(string list)
    {
        var csv = (await ShowAsync(list, "--format", "csv")).Output;
        var json = JsonNode.Parse((await ShowAsync(list, "--format", "json")).Output)!;

        // A list of lists has its rows under a name of their own.
        var rows = json as JsonArray
            ?? json.AsObject().Select(member => member.Value).OfType<JsonArray>().FirstOrDefault();
        var fields = (rows is null ? json : rows.FirstOrDefault())?.AsObject().Select(member => member.Key);
        if (fields is null)
            Assert.Empty(Csv.Read(csv));
        else
            Assert.Equal(csv.Split('\n')[0].Replace("_", ""), string.Join(',', fields).ToLowerInvariant());
        Assert.Equal(rows?.Count ?? 1, Csv.Read(csv).Count);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_written_for_excel(string list) =>
        Assert.StartsWith("\uFEFF", (await ShowAsync(list, "--excel", "it")).Output);

    [Fact]
    public async Task A_list_without_entries_says_how_they_come_about()
    {
        using var empty = new CliProcess();
        await empty.RunAsync("import", "people", empty.Write("people.csv", "id\nE1\n"), "--store", empty.StorePath);

        foreach (var (list, remedy) in (IEnumerable<(string[], string)>)
            [
                (["keys", "list"], "keys create"), (["agreement", "list"], "agreement record"),
                (["runs", "list"], "influencermap nightly"), (["mapping", "list"], "--as NAME"),
                (["cohort", "list"], "--save"), (["identities", "review"], "Nothing waits"),
                (["identities", "log"], "No decision"),
            ])
        {
            Assert.Contains(remedy, (await empty.RunAsync([.. list, "--store", empty.StorePath])).Output);
            var json = await empty.RunAsync([.. list, "--format", "json", "--store", empty.StorePath]);
            Assert.Equal("[]", json.Output.Trim());
        }
    }

    [Fact]
    public async Task Differences_of_two_runs_are_there_for_programs_with_every_move()
    {
        var runs = Csv.Read((await ShowAsync("runs list", "--format", "csv")).Output);
        var diff = $"runs diff {runs[1]["run"]} {runs[0]["run"]}";

        var json = JsonNode.Parse((await ShowAsync(diff, "--all", "--format", "json")).Output)!;

        Assert.StartsWith("Changed options: ", (string?)json["causes"]![0]);
        Assert.Equal(
            Csv.Read((await ShowAsync(diff, "--all", "--format", "csv")).Output).Select(move => move["person"]),
            json["moves"]!.AsArray().Select(move => (string)move!["person"]!));
    }

    private Task<CliResult> ShowAsync(string list, params string[] args) =>
        firm.Cli.RunAsync([.. list.Split(' '), .. args, "--store", firm.Cli.StorePath]);
}

/// <summary>A small firm with something in each list.</summary>
public sealed class ListedFirm : IAsyncLifetime
{
    internal CliProcess Cli { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await SmallFirm.NightAsync(Cli, id => id == 0 ? "" : $"p{(id - 1) / 4:00}");
        var more = Cli.Write("more.csv", "from;to;at\np01;p02;2026-02-01T10:00:00Z\n");
        foreach (var words in (string[])
        [
            "nightly --as-of 2026-03-01 --preset plain --rule-effects off",
            "keys create --role Hr.Read",
            "consent p03 --state unnamed",
            "retention --profile eu --yes",
            "agreement record --kind union --number 1 --date 2026-03-01 --scope all --max-days 3000 "
                + "--expires 2099-03-01 --entered-by HR",
            "cohort --size 3 --save",
            "identities domain subsidiary.example",
        ])
            await Cli.RunAsync([.. words.Split(' '), "--store", Cli.StorePath]);
        await Cli.RunAsync(
            "import", "interactions", more, "--delimiter", ";", "--map", "from=from", "--as", "more",
            "--store", Cli.StorePath);
    }

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }
}
