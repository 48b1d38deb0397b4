using System.Globalization;
using System.Text;

namespace InfluencerMap.Cli.Tests;

/// <summary>Who is who, as an operator settles it.</summary>
public sealed class IdentityTests : IDisposable
{
    private const string People = """
        id,name,email,aliases,manager,start,leave
        ana,Ana Example,ana@example.org,,,,
        bo,Bo Example,bo@example.org,desk@example.org,ana,,2026-01-12
        cy,Cy Example,cy@example.org,desk@example.org,ana,2026-01-14,
        di,Di Example,di@example.org,,ana,,
        ed,Ed Example,ed@example.org,,ana,,
        """;

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Undo_and_another_night_give_the_earlier_ranking_byte_for_byte()
    {
        await ImportAsync();
        var before = await RankAsync();

        await IdentitiesAsync("merge", "di.example@old.example", "di");
        await IdentitiesAsync("merge", "ed", "di");
        await IdentitiesAsync("split", "ana+list@example.org");
        var between = await RankAsync();
        foreach (var entry in (string[])["3", "1", "2"])
            await IdentitiesAsync("undo", entry);
        var after = await RankAsync();

        Assert.NotEqual(before, between);
        Assert.DoesNotContain(Csv.Read(between), line => line["person"] == "ed");
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Review_proposes_and_the_log_tells_who_decided_what()
    {
        await ImportAsync();
        await IdentitiesAsync("domain", "Example.org");
        await IdentitiesAsync("domain", "old.example");

        var pairs = Csv.Read((await IdentitiesAsync("review", "--format", "csv")).Output);
        await IdentitiesAsync("merge", pairs[0]["handle"], pairs[0]["person"], "--from", "2026-01-02");
        var log = Csv.Read((await IdentitiesAsync("log", "--format", "csv")).Output);
        var left = Csv.Read((await IdentitiesAsync("review", "--format", "csv")).Output);

        Assert.Equal(
            ["di.example@old.example di False", "ed@old.example ed False", "ana+list@example.org ana True"],
            pairs.Select(pair => $"{pair["handle"]} {pair["person"]} {pair["joined"]}"));
        Assert.Equal(["merge", "domain", "domain"], log.Select(line => line["action"]));
        Assert.Equal(
            ("di.example@old.example", "di", "2026-01-02"), (log[0]["handle"], log[0]["person"], log[0]["from"]));
        Assert.All(log, line => Assert.Equal(Environment.UserName, line["who"]));
        Assert.DoesNotContain(left, pair => pair["handle"] == "di.example@old.example");
        var table = await IdentitiesAsync("log");
        Assert.Contains("di.example@old.example", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_file_joins_handles_for_its_days_and_says_what_goes_first()
    {
        await ImportAsync();
        var file = _cli.Write(
            "handles.csv",
            "handle,person,from,to\nU0123,di,,2026-01-10\nU0123,ed,2026-01-10,\ndesk@example.org,di,,\n");

        var done = await IdentitiesAsync("map", file);
        var again = await IdentitiesAsync("map", file);

        Assert.Contains("Entry 1: 3 handles mapped, 0 as before. 1 of them", done.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing new", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dismissed_pair_is_shown_no_more_until_that_is_undone()
    {
        var more = People + "\nana2,Example Ana,,,,,\nana3,Ana Example,,,,,\n";
        await ImportAsync(more);
        await IdentitiesAsync("domain", "old.example");
        var before = await ReviewAsync();

        await IdentitiesAsync("dismiss", "ana", "ANA2");
        var ofThree = await ReviewAsync();
        foreach (var (handle, person) in ((string, string)[])
            [("ana3", "ana"), ("ana2", "ana3"), ("di.example@old.example", "di"), ("ana+list@example.org", "ana")])
            await IdentitiesAsync("dismiss", handle, person);
        var left = await ReviewAsync();
        var log = Csv.Read((await IdentitiesAsync("log", "--format", "csv")).Output);
        var twice = await _cli.TryAsync("identities", "dismiss", "ana", "ana2", "--store", _cli.StorePath);
        await IdentitiesAsync("undo", "2");
        await IdentitiesAsync("undo", "5");

        Assert.Equal(
            ["ana+list@example.org ana", "ana2 ana", "ana3 ana", "di.example@old.example di", "ed@old.example ed"],
            before.Order(StringComparer.Ordinal));
        // Two of the three may still be one.
        Assert.Contains("ana3 ana", ofThree);
        Assert.DoesNotContain(ofThree, pair => pair.StartsWith("ana2 ", StringComparison.Ordinal));
        Assert.Equal(["ed@old.example ed"], left);
        Assert.Equal(5, log.Count(line => line["action"] == "dismiss"));
        Assert.Equal((1, "The two are no pair"), (twice.ExitCode, twice.Error[..19]));
        Assert.Equal(
            ["ana2 ana", "di.example@old.example di", "ed@old.example ed"],
            (await ReviewAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Dismissing_changes_no_ranking()
    {
        await ImportAsync();
        await IdentitiesAsync("domain", "old.example");
        var before = await RankAsync();
        await IdentitiesAsync("dismiss", "di.example@old.example", "di");
        await IdentitiesAsync("dismiss", "ana+list@example.org", "ana");
        Assert.Equal(before, await RankAsync());
    }

    [Fact]
    public async Task Wrong_decisions_are_one_line_and_change_nothing()
    {
        await ImportAsync();
        (int ExitCode, string Args)[] wrong =
        [
            (1, "merge di.example@old.example nobody"),
            (1, "merge unseen@example.org di"),
            (1, "merge cy@example.org di"),
            (1, "merge di.example@old.example di --from 2026-01-05 --to 2026-01-05"),
            (1, "split di.example@old.example"),
            (1, "dismiss ed@example.org ana"),
            (1, "dismiss ed ana"),
            (1, "dismiss di.example@old.example nobody"),
            (1, "undo 7"),
            (1, "map absent.csv"),
            (2, "merge di.example@old.example"),
            (2, "dismiss ed ana --from 2026-01-05"),
            (2, "merge di.example@old.example di --from yesterday"),
            (2, "domain example"),
        ];

        foreach (var (exitCode, args) in wrong)
        {
            var result = await _cli.TryAsync(["identities", .. args.Split(' '), "--store", _cli.StorePath]);
            Assert.Equal(exitCode, result.ExitCode);
            Assert.Empty(result.Output);
            // Wrong usage adds where to look.
            Assert.InRange(result.ErrorLines.Length, 1, exitCode);
        }
        Assert.Empty(Csv.Read((await IdentitiesAsync("log", "--format", "csv")).Output));
    }

    [Fact]
    public async Task Overlapping_rows_of_a_mapping_file_are_refused_with_their_line()
    {
        await ImportAsync();
        var file = _cli.Write("handles.csv", "handle,person,from,to\nu,di,,2026-01-10\nu,ed,2026-01-09,\n");

        var result = await _cli.TryAsync("identities", "map", file, "--store", _cli.StorePath);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Line 3 ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private async Task ImportAsync(string people = People)
    {
        string[] pairs =
        [
            "ana bo", "bo ana", "ana cy", "cy ana", "di ana", "ana di", "di cy", "cy di", "ed di", "di ed", "desk cy",
            "ana desk", "desk di", "di desk", "ana+list di", "di ana+list",
        ];
        (string From, string To)[] elsewhere =
        [
            ("di.example@old.example", "ana@example.org"), ("ana@example.org", "di.example@old.example"),
            ("ed@old.example", "di.example@old.example"),
        ];
        var inside = pairs.Select(pair => pair.Split(' '))
            .Select(pair => (From: pair[0] + "@example.org", To: pair[1] + "@example.org"));
        var mail = new StringBuilder("from,to,at\n");
        foreach (var (index, (from, to)) in inside.Concat(elsewhere).Index())
            for (var day = 1; day <= 28; day++)
                mail.Append(CultureInfo.InvariantCulture, $"{from},{to},2026-01-{day:00}T10:{index:00}:00Z\n");
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", people), "--store", _cli.StorePath);
        await _cli.RunAsync(
            "import", "interactions", _cli.Write("mail.csv", mail.ToString()), "--store", _cli.StorePath);
    }

    private Task<CliResult> IdentitiesAsync(params string[] args) =>
        _cli.RunAsync(["identities", .. args, "--store", _cli.StorePath]);

    private async Task<string[]> ReviewAsync() =>
        [
            .. Csv.Read((await IdentitiesAsync("review", "--format", "csv")).Output)
                .Select(pair => $"{pair["handle"]} {pair["person"]}"),
        ];

    private async Task<string> RankAsync()
    {
        await _cli.RunAsync("nightly", "--as-of", "2026-02-01", "--store", _cli.StorePath);
        return (await _cli.RunAsync("rank", "--format", "csv", "--store", _cli.StorePath)).Output;
    }
}
