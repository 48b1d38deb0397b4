using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace InfluencerMap.Cli.Tests.Demo;

/// <summary>The newcomer's first command, on a smaller company.</summary>
public sealed class DemoLineTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Demo_goes_from_raw_files_to_ranking_and_picture_and_may_be_repeated()
    {
        var first = await _cli.RunAsync("demo", "--people", "300", "--out", "made");
        var second = await _cli.RunAsync("demo", "--people", "300", "--out", "made");

        Assert.Matches(SaysHowManyWereFound("10 to 15"), first.Output);
        Assert.EndsWith("Go on with: influencermap rank --store made/influencermap.db", first.Output.TrimEnd());
        Assert.Contains("Made 'made/influencermap.key'", first.Error, StringComparison.Ordinal);
        AssertNumbersAddUp(first.Error);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal("svg", XDocument.Load(Path.Combine(_cli.Folder, "made", "network.svg")).Root!.Name.LocalName);
        foreach (var file in (string[])["people.csv", "mail.csv", "chat.csv", "meetings.csv", "social.csv"])
            Assert.True(new FileInfo(Path.Combine(_cli.Folder, "made", file)).Length > 1000, file);
    }

    private static string SaysHowManyWereFound(string ties) =>
        $@"With {ties} ties to other units each, the ranking's top 20 holds [0-3] of the 3; "
        + @"the org chart's holds [0-3]\.";

    [Theory]
    [InlineData("8")]
    [InlineData("24")]
    public async Task Last_lines_say_how_many_were_found_for_the_ties_and_what_that_does_not_show(string ties)
    {
        var demo = await _cli.RunAsync("demo", "--people", "300", "--cross-ties", ties, "--out", "made");

        var last = demo.Output.TrimEnd().Split('\n')[^3..];
        Assert.Matches(SaysHowManyWereFound(ties), last[0]);
        Assert.Contains("does not show that colleagues trust or follow them", last[1], StringComparison.Ordinal);
        Assert.StartsWith("Go on with: influencermap rank", last[2]);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("many")]
    public async Task Ties_to_other_units_are_one_of_four_numbers(string ties)
    {
        var refused = await _cli.TryAsync("demo", "--people", "300", "--cross-ties", ties);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains($"'{ties}'", refused.Error, StringComparison.Ordinal);
        foreach (var known in (string[])["'8'", "'12'", "'16'", "'24'"])
            Assert.Contains(known, refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_cli.Folder, "demo")));
    }

    /// <summary>The rows made are the rows imported, and what is more is said.</summary>
    private static void AssertNumbersAddUp(string said)
    {
        long[] Numbers(string pattern) =>
            [.. Regex.Matches(said, pattern).Select(found => long.Parse(found.Groups[1].Value.Replace(",", "")))];
        var rows = Numbers(@"csv: ([\d,]+) rows, ");

        Assert.Equal(Assert.Single(Numbers(@"([\d,]+) rows of six months")), rows.Sum());
        Assert.Equal(
            Numbers("rows, ([0-9,]+) interactions").Sum(),
            rows.Sum() + Assert.Single(Numbers("interactions: ([0-9,]+) say who sent a mail for somebody else")));
    }

    [Fact]
    public async Task Demo_store_answers_the_other_verbs()
    {
        await _cli.RunAsync("demo", "--people", "300", "--out", "made");

        var ranking = await _cli.RunAsync("rank", "--format", "csv", "--top", "1", "--store", "made/influencermap.db");
        var person = Csv.Read(ranking.Output)[0]["person"];
        var explanation = await _cli.RunAsync("explain", person, "--store", "made/influencermap.db");

        Assert.Contains($"({person}) is number 1 of ", explanation.Output, StringComparison.Ordinal);
    }
}
