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

        Assert.Matches(@"top 20 holds \d+ of them; the org chart's holds \d+\.$", first.Output.TrimEnd());
        Assert.Equal(first.Output, second.Output);
        Assert.Equal("svg", XDocument.Load(Path.Combine(_cli.Folder, "made", "network.svg")).Root!.Name.LocalName);
        foreach (var file in (string[])["people.csv", "mail.csv", "chat.csv", "meetings.csv", "social.csv"])
            Assert.True(new FileInfo(Path.Combine(_cli.Folder, "made", file)).Length > 1000, file);
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
