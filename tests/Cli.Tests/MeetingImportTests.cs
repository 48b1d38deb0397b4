using System.Text.Json.Nodes;

namespace InfluencerMap.Cli.Tests;

/// <summary>A diary of meetings, from its file to the rules that weigh it.</summary>
public sealed class MeetingImportTests : IDisposable
{
    private const string Columns = "Host,Guests,Start,Length,Standing";

    /// <summary>Twenty working days: a quarter of an hour every day, and one day that is no meeting.</summary>
    private static readonly string[] Diary =
    [
        .. from day in Enumerable.Range(0, 28)
           where day % 7 < 5
           let at = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc).AddDays(day)
           select $"ada,ben;cleo,{at:s}Z,15,daily",
        "ada,ben;cleo,2026-01-20T00:00:00Z,1440,",
    ];

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_standing_meeting_counts_once_a_week_by_its_minutes_and_each_time_when_the_rule_is_off()
    {
        var import = await ImportAsync("a.db", Diary);
        Assert.Contains("1 set aside: meetings of more than 8 hours.", import.Error, StringComparison.Ordinal);

        var rules = await NightAsync("a.db");
        Assert.Equal(("32", "8"), (rules["series"]["count"], rules["meeting-minutes"]["count"]));
        Assert.Equal("meetingUnitMinutes=30", rules["meeting-minutes"]["settings"]);

        rules = await NightAsync("a.db", "--rule", "series=off", "--rule", "meetingUnitMinutes=15");
        Assert.Equal(("0", "0"), (rules["series"]["count"], rules["meeting-minutes"]["count"]));
        Assert.Equal("off oncePerSeriesWeek=false", rules["series"]["settings"]);
    }

    /// <summary>So that a run of before there were minutes compares with one of today on the same data.</summary>
    [Fact]
    public async Task Minutes_that_are_not_known_are_no_part_of_the_hash_of_a_runs_input()
    {
        // Else each store makes a key of its own, and people have other keys in each.
        _cli.Variables["INFLUENCERMAP_KEY"] = new('k', 32);
        await ImportAsync("none.db", [.. Diary.Select(row => row.Replace(",15,", ",,"))]);
        await ImportAsync("zero.db", [.. Diary.Select(row => row.Replace(",15,", ",0,"))]);
        await ImportAsync("known.db", Diary);

        Assert.Equal(await InputHashAsync("none.db"), await InputHashAsync("zero.db"));
        Assert.NotEqual(await InputHashAsync("none.db"), await InputHashAsync("known.db"));
    }

    private async Task<CliResult> ImportAsync(string store, string[] rows)
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", "id\nada\nben\ncleo\n"), "--store", store);
        return await _cli.RunAsync(
            "import", "interactions", _cli.Write("diary.csv", $"{Columns}\n{string.Join('\n', rows)}\n"),
            "--format", "csv", "--channel", "meeting", "--store", store,
            "--map", "from=Host,to=Guests,at=Start,minutes=Length,series=Standing");
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> NightAsync(
        string store, params string[] options)
    {
        await _cli.RunAsync(
        [
            "nightly", "--as-of", "2026-02-10", "--store", store, "--rule", "few-events=off",
            "--rule", "few-weeks=off", .. options,
        ]);
        return Csv.Read((await _cli.RunAsync("hygiene", "--format", "csv", "--store", store)).Output)
            .Where(line => line["kind"] == "rule").ToDictionary(line => line["name"]);
    }

    private async Task<string?> InputHashAsync(string store)
    {
        await NightAsync(store);
        var shown = (await _cli.RunAsync("runs", "show", "--format", "json", "--store", store)).Output;
        return (string?)JsonNode.Parse(shown)!["run"]!["inputHash"];
    }
}
