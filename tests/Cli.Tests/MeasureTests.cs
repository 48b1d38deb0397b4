using System.Globalization;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

public sealed class MeasureTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("betweenness", "10,0 20,4 30,4 40,0")]
    [InlineData("betweenness --directed", "10,0 20,2 30,2 40,0")]
    [InlineData("reach", "10,2 20,3 30,3 40,2")]
    [InlineData("reach --steps 1 --directed", "10,1 20,1 30,1 40,0")]
    [InlineData("reach --steps 2147483647", "10,3 20,3 30,3 40,3")]
    [InlineData("harmonic --directed", "10,1.8333333333333333 20,1.5 30,1 40,0")]
    [InlineData("degree", "10,1 20,2 30,2 40,1")]
    [InlineData("betweenness --top 3", "20,4 30,4 10,0")]
    public async Task Chain_of_four_has_the_scores_that_follow_by_hand(string options, string scores)
    {
        var list = _cli.Write("chain.txt", "# a chain\n20 30 8\n10 20 1\n30 40 2\n");

        var result = await _cli.RunAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal(["node,score", .. scores.Split(' ')], result.OutputLines);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Lengths_of_a_list_given_both_ways_are_not_added()
    {
        var list = _cli.Write("list.txt", "1 2 3\n2 1 3\n1 3 2\n3 1 2\n3 2 2\n2 3 2\n");

        var result = await _cli.RunAsync("measure", list, "--measure", "betweenness", "--weighted");

        Assert.Equal(["node,score", "1,0", "2,0", "3,0"], result.OutputLines);
    }

    [Fact]
    public async Task PageRank_sums_to_one()
    {
        var list = _cli.Write("list.txt", "1 2 3\n2 3 1\n4 1 5\n");

        var result = await _cli.RunAsync("measure", list, "--measure", "pagerank", "--directed", "--weighted");

        Assert.Equal(1, Scores(result.OutputLines).Sum(line => line.Score), 1e-9);
    }

    [Fact]
    public async Task Timing_is_two_lines_on_standard_error_and_scores_can_go_to_a_file()
    {
        var list = _cli.Write("list.txt", "1 2\n2 3\n");
        var csv = Path.Combine(_cli.Folder, "scores.csv");

        var result = await _cli.RunAsync("measure", list, "--measure", "degree", "--timing", "--csv", csv);

        Assert.Collection(
            result.ErrorLines,
            line => Assert.Matches(@"^load \d+\.\d{3} s$", line),
            line => Assert.Matches(@"^compute \d+\.\d{3} s$", line));
        Assert.Empty(result.Output);
        Assert.Equal(["node,score", "1,1", "2,2", "3,1"], File.ReadLines(csv));
    }

    [Theory]
    [InlineData("1;2;0,0\n", "degree --weighted", "line 1: column 3 is 0; a weight is positive and finite.")]
    [InlineData("1 2\n3\n", "degree", "line 2: column 2 is missing; a row is source, target and what may follow.")]
    [InlineData("1 2 0\n", "pagerank --weighted", "line 1: column 3 is 0; a weight is positive and finite.")]
    [InlineData("1 2 NaN\n", "degree --weighted", "line 1: column 3 is NaN; a weight is positive and finite.")]
    [InlineData("1 2 -1\n", "betweenness --weighted", "line 1: column 3 is -1; a weight is positive and finite.")]
    public async Task Bad_input_is_one_line_with_file_and_line_number(string text, string options, string message)
    {
        var list = _cli.Write("list.txt", text);

        var result = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((1, "", $"list.txt, {message}\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("reach --weighted")]
    [InlineData("reach --steps 0")]
    [InlineData("degree --top 0")]
    [InlineData("degree --threads -1")]
    [InlineData("charm")]
    [InlineData("betweenness --engine magic")]
    [InlineData("betweenness --engine sampled --epsilon 0")]
    [InlineData("betweenness --engine sampled --delta 1")]
    [InlineData("degree --engine sampled")]
    public async Task Senseless_options_are_wrong_usage(string options)
    {
        var list = _cli.Write("list.txt", "1 2\n");

        var result = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_sample_says_how_far_off_it_may_be()
    {
        var list = SharedData.Require("data/email-eu-core/email-Eu-core.txt");

        var sampled = await _cli.RunAsync(
            "measure", list, "--measure", "betweenness", "--engine", "sampled", "--epsilon", "0.2", "--top", "3");
        var exact = await _cli.RunAsync("measure", list, "--engine", "sampled", "--epsilon", "0.0001");

        Assert.Contains("sampled from 256 sources", sampled.Error, StringComparison.Ordinal);
        Assert.Contains("no score is further off than", sampled.Error, StringComparison.Ordinal);
        Assert.Equal(4, sampled.OutputLines.Length);
        Assert.Contains(exact.ErrorLines, line => line.StartsWith("Betweenness, exact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Real_network_has_the_reference_s_betweenness()
    {
        var list = SharedData.Require("data/email-eu-core/email-Eu-core.txt");
        var reference = SharedData.Require("data/reference-betweenness/email-eu-core_directed_unweighted.csv");
        var expected = Scores(await File.ReadAllLinesAsync(reference, TestContext.Current.CancellationToken));

        var result = await _cli.RunAsync("measure", list, "--measure", "betweenness", "--directed");

        var actual = Scores(result.OutputLines).ToDictionary(line => line.Node, line => line.Score);
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected, line =>
            Assert.Equal(line.Score, actual[line.Node], 1e-4 * Math.Max(1, line.Score)));
    }

    [Fact]
    public async Task Size_line_is_left_out_when_it_is_said_to_be_one()
    {
        var enron = SharedData.Require("data/snap-email-enron/email-Enron.txt.gz");

        var sized = await _cli.RunAsync("measure", enron, "--measure", "degree", "--top", "1", "--size-line");
        var edge = await _cli.RunAsync("measure", enron, "--measure", "degree", "--top", "1");

        Assert.Equal(["node,score", "5038,1383"], sized.OutputLines);
        Assert.DoesNotContain("--size-line", sized.Error, StringComparison.Ordinal);
        Assert.Contains("Line 5 was read as an edge.", edge.Error, StringComparison.Ordinal);
        Assert.Contains("say --size-line", edge.Error, StringComparison.Ordinal);
    }

    private static List<(long Node, double Score)> Scores(IEnumerable<string> lines) =>
        [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => (
            long.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture)))];
}
