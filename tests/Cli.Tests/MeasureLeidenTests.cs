using System.Globalization;
using System.Text.RegularExpressions;
using InfluencerMap.Demo;

namespace InfluencerMap.Cli.Tests;

public sealed partial class MeasureLeidenTests : IDisposable
{
    private const string TwoTriangles = "a b 1\nb c 1\na c 1\nc d 1\nd e 5\ne f 5\nd f 5\nf g 1\n";

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("", "a,1 b,1 c,1 d,0 e,0 f,0 g,0")]
    [InlineData("--directed --seed 5 --best-of 1", "a,1 b,1 c,1 d,0 e,0 f,0 g,0")]
    [InlineData("--quality cpm --resolution 0.9", "a,0 b,0 c,0 d,1 e,1 f,1 g,2")]
    [InlineData("--weighted --quality CPM --resolution 4", "a,1 b,2 c,3 d,0 e,0 f,0 g,4")]
    public async Task Communities_of_two_triangles_are_those_that_follow_by_hand(string options, string communities)
    {
        var list = _cli.Write("list.txt", TwoTriangles);

        var result = await _cli.RunAsync(
            ["measure", list, "--measure", "leiden", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(["node,community", .. communities.Split(' ')], result.OutputLines);
        Assert.StartsWith("Leiden communities by ", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_for_and_how_good_it_is_is_said_on_standard_error()
    {
        var list = _cli.Write("list.txt", TwoTriangles);

        var result = await _cli.RunAsync("measure", list, "--measure", "leiden");

        Assert.Equal(
            "Leiden communities by modularity, resolution 1, by strength, best of the seeds: 2 communities, the "
            + "largest of 4, quality 0.367188.\n", result.Error);
    }

    [Fact]
    public async Task List_without_an_edge_has_no_communities_to_judge_and_says_so()
    {
        var result = await _cli.RunAsync("measure", _cli.Write("list.txt", "# none\n"), "--measure", "leiden");

        Assert.Equal(["node,community"], result.OutputLines);
        Assert.Contains("There is no tie", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leiden --resolution 0", "--resolution 0 is not above 0 and finite.")]
    [InlineData("leiden --resolution NaN", "--resolution NaN is not above 0 and finite.")]
    [InlineData("leiden --best-of 0", "--best-of 0 is less than 1.")]
    [InlineData("leiden --top 3", "Communities have no order of nodes; leave out --top.")]
    [InlineData("degree --seed 3", "Only leiden reads --seed; leave it out.")]
    [InlineData("pagerank --quality cpm", "Only leiden reads --quality; leave it out.")]
    [InlineData("leiden --engine sampled", "--engine would have no effect: only betweenness is sampled. Leave it out.")]
    [InlineData("leiden --weights inverse", "Only paths get lengths of 1 / weight; say --weights strength")]
    public async Task Options_that_make_no_sense_for_communities_are_named(string options, string message)
    {
        var list = _cli.Write("list.txt", "1 2\n");

        var result = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strengths_that_add_up_too_high_are_refused_where_a_resolution_is_compared_with_them()
    {
        var list = _cli.Write("list.txt", "1 2 1e308\n3 4 1e308\n5 6 1e308\n");
        string[] measure = ["measure", list, "--measure", "leiden", "--weighted"];

        var modularity = await _cli.RunAsync(measure);
        var potts = await _cli.TryAsync([.. measure, "--quality", "cpm"]);

        Assert.Equal(["node,community", "1,0", "2,0", "3,1", "4,1", "5,2", "6,2"], modularity.OutputLines);
        Assert.Equal(1, potts.ExitCode);
        Assert.Contains("divide all of them by one number", potts.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chats_of_the_demo_have_at_least_igraph_s_modularity()
    {
        // igraph 0.10.2, community_leiden by modularity, best of seeds 1 to 10 with 10 iterations: 0.8222349.
        var files = new MadeCompany(new()).WriteTo(_cli.Folder, cancellation: TestContext.Current.CancellationToken);
        var chats = files.Interactions.Single(path => Path.GetFileName(path) == "chat.csv");

        var result = await _cli.RunAsync("measure", chats, "--measure", "leiden", "--header", "yes");

        var quality = double.Parse(QualityText().Match(result.Error).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(quality > 0.8222349 - 1e-6, $"{quality} is less.");
    }

    [GeneratedRegex(@"quality (\S+)\.\n")]
    private static partial Regex QualityText();
}
