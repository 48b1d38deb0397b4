using System.Text.RegularExpressions;

namespace InfluencerMap.Cli.Tests.FirstDay;

/// <summary>
/// What an office manager in Italy does on the first day: a staff list in Excel and a mailbox from Google become a
/// ranking with names and a cohort of three. The two pages of the documentation show exactly this.
/// </summary>
public sealed partial class FirstDayTests : IDisposable
{
    private const string ApproveSwitch = "INFLUENCERMAP_APPROVE";
    private const int CommandsMax = 6;

    private static readonly string[][] Commands =
    [
        ["import", "people", "personale.xlsx"],
        ["import", "interactions", "posta.zip"],
        ["nightly", "--as-of", "2026-10-31"],
        ["rank"],
        ["cohort", "--size", "3"],
        ["explain", "Nicolò Di Prova"],
    ];

    private static readonly Guide[] Guides = [new("docs/primo-giorno.md"), new("docs/first-day.md")];

    private readonly CliProcess _cli = new();

    public FirstDayTests() => _cli.Variables["COLUMNS"] = $"{Transcript.Columns}";

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Staff_list_and_mailbox_become_a_ranking_and_a_cohort_in_six_commands_as_the_guides_show()
    {
        Assert.InRange(Commands.Length, 1, CommandsMax);
        var mail = WriteFiles();
        Assert.InRange(mail.Count, 3_000, int.MaxValue);
        var blocks = new List<string> { Transcript.Of(Typed(Commands[0]), await _cli.RunAsync(Commands[0])) };
        await BeginAgainWithAKnownKeyAsync();
        foreach (var command in Commands.Skip(1))
            blocks.Add(Transcript.Of(Typed(command), await _cli.RunAsync(command)));

        await AssertCohortAsync(await AssertRankedAsync());
        AssertAccount(mail, blocks);
        if (Environment.GetEnvironmentVariable(ApproveSwitch) == "1")
            foreach (var guide in Guides)
                guide.Write(blocks);
        foreach (var guide in Guides)
            if (guide.FirstDifference(blocks) is { } difference)
                Assert.Fail($"{difference}\nRun the test with {ApproveSwitch}=1 to write the blocks anew.");
        AssertWordsHold(mail, blocks);
    }

    [Fact]
    public void Both_guides_show_the_same_commands_and_output() =>
        Assert.Equal(Guides[0].Blocks(), Guides[1].Blocks());

    private static string Typed(string[] command) => "influencermap " + string.Join(
        ' ', command.Select(word => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word));

    private FirmMail WriteFiles()
    {
        FirmWorkbook.Write(Path.Combine(_cli.Folder, "personale.xlsx"));
        return FirmMail.Write(Path.Combine(_cli.Folder, "posta.zip"));
    }

    /// <summary>
    /// The first command made a key, which is another one each time, and what chance draws for rank intervals follows
    /// from it. With a key of ours the rest is the same each time.
    /// </summary>
    private async Task BeginAgainWithAKnownKeyAsync()
    {
        File.Delete(Path.Combine(_cli.Folder, "influencermap.db"));
        File.WriteAllText(Path.Combine(_cli.Folder, "influencermap.key"), "0123456789abcdef0123456789abcdef");
        await _cli.RunAsync(Commands[0]);
    }

    /// <summary>Everybody ranked is somebody of the staff list, by name: no list, customer or newsletter.</summary>
    private async Task<HashSet<string>> AssertRankedAsync()
    {
        var ranked = Csv.Read((await _cli.RunAsync("rank", "--top", "100", "--format", "csv")).Output);
        Assert.InRange(ranked.Count, 15, FirmStaff.All.Count);
        Assert.All(ranked, line => Assert.Contains(
            FirmStaff.All,
            one => one.Address == line["person"] && $"{one.Surname} {one.Name}" == line["name"]));
        return [.. ranked.Select(line => line["person"])];
    }

    private async Task AssertCohortAsync(HashSet<string> ranked)
    {
        var cohort = Csv.Read((await _cli.RunAsync("cohort", "--size", "3", "--format", "csv")).Output);
        Assert.Equal(3, cohort.Count);
        Assert.All(cohort, line =>
        {
            Assert.Contains(line["person"], ranked);
            Assert.NotEmpty(line["name"]);
            Assert.True(double.Parse(line["alone"]) > 1, "A member reaches nobody else: without a tie.");
        });
    }

    /// <summary>What the pages say about the output in their own words.</summary>
    private static void AssertWordsHold(FirmMail mail, List<string> blocks)
    {
        var shares = Share().Matches(blocks[4]).Select(match => match.Groups[1].Value);
        var places = Seventh().Match(blocks[3]).Groups[1].Value;
        foreach (var (guide, comma) in Guides.Zip((bool[])[true, false]))
        {
            var words = guide.Words();
            foreach (var share in shares)
                Assert.Contains((comma ? share.Replace('.', ',') : share) + " %", words);
            Assert.Contains($"{mail.Written:N0}".Replace(',', comma ? '.' : ','), words);
            Assert.Contains(places, words);
        }
    }

    private static void AssertAccount(FirmMail mail, List<string> blocks)
    {
        var people = blocks[0];
        Assert.Contains($"row {FirmWorkbook.HeadingRow + 1 + FirmStaff.WithoutManager}", people);
        Assert.Contains("1 of 21 managers was not found", people);
        Assert.Contains($"{FirmStaff.All.Count} people added", people);
        Assert.Contains($"{mail.Count:N0} rows found: {mail.Written:N0} gave interactions", blocks[1]);
        Assert.Contains($"  {mail.Drafts + mail.Spam + mail.Binned:N0} set aside: drafts, deleted mail and junk",
            blocks[1]);
        Assert.Contains($"  {mail.Automatic:N0} set aside: automatic mail", blocks[1]);
        Assert.Contains($"  {mail.ListMails:N0} set aside: mail of lists", blocks[1]);
    }

    [GeneratedRegex("(?:covers |highest on the chart │ +3 │ )([0-9.]+) %")]
    private static partial Regex Share();

    [GeneratedRegex("│ 7 +│ ([0-9]+–[0-9]+)")]
    private static partial Regex Seventh();
}
