namespace InfluencerMap.Cli.Tests;

/// <summary><c>measure</c> with groups, chosen ends and starts, and the measures of ties and of brokers.</summary>
public sealed class MeasureChoicesTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("edge-betweenness", "10,20,6 20,30,8 30,40,6")]
    [InlineData("edge-betweenness --directed --cutoff 2", "10,20,2 20,30,3 30,40,2")]
    [InlineData("edgebetweenness --top 1", "20,30,8")]
    public async Task Ties_of_a_chain_have_the_scores_that_follow_by_hand(string options, string scores)
    {
        var lines = await LinesAsync(Chain, options);

        Assert.Equal(["source,target,score", .. scores.Split(' ')], lines);
    }

    [Theory]
    [InlineData("betweenness --cutoff 2", "10,0 20,2 30,2 40,0")]
    [InlineData("betweenness --weighted --cutoff 5", "10,0 20,0 30,0 40,0")]
    [InlineData("betweenness --sources ends.txt --targets ends.txt", "10,0 20,2 30,2 40,0")]
    [InlineData("betweenness --sources one.txt --directed", "10,0 20,2 30,1 40,0")]
    [InlineData("constraint", "10,1 20,0.5 30,0.5 40,1")]
    [InlineData("effective-size", "10,1 20,2 30,2 40,1")]
    [InlineData("efficiency --directed", "10,1 20,1 30,1 40,1")]
    [InlineData("coordinator --groups groups.csv", "10,0 20,0 30,0 40,")]
    [InlineData("representative --groups groups.csv --directed", "10,0 20,1 30,0 40,")]
    [InlineData("gatekeeper --groups groups.csv --directed", "10,0 20,0 30,0 40,")]
    [InlineData("itinerant --groups alternating.csv", "10,0 20,1 30,1 40,0")]
    [InlineData("liaison --groups three.txt", "10,0 20,1 30,0 40,0")]
    [InlineData("ei-index --groups groups.csv", "10,-1 20,0 30,1 40,")]
    [InlineData("cross-share --groups groups.csv", "10,0 20,0.5 30,1 40,")]
    [InlineData("cross-share --groups groups.csv --weighted", "10,0 20,0.8 30,1 40,")]
    public async Task Chain_of_four_has_the_scores_of_brokers_that_follow_by_hand(string options, string scores)
    {
        _cli.Write("ends.txt", "10\n40\n");
        _cli.Write("one.txt", "# where it begins\nnode\n10\n");
        _cli.Write("groups.csv", "node,group\n10,\"Sales, north\"\n20,\"Sales, north\"\n30,IT\n50,IT\n");
        _cli.Write("alternating.csv", "10;a\n20;b\n30;a\n40;b\n");
        _cli.Write("three.txt", "10 Human resources\n20 IT\n30 Human capital\n40 IT\n");

        var lines = await LinesAsync(Chain, options);

        Assert.Equal(["node,score", .. scores.Split(' ')], lines);
    }

    [Fact]
    public async Task Scores_that_are_absent_are_empty_and_their_reasons_are_counted()
    {
        var list = _cli.Write("list.txt", "4 2\n1 2\n2 3\n");

        var result = await _cli.RunAsync("measure", list, "--measure", "hierarchy", "--size-line");

        Assert.Equal(["node,score", "1,", "2,0", "3,", "4,"], result.OutputLines);
        Assert.Contains("2 of 4 nodes have no score: few-people.", result.ErrorLines);
        Assert.Contains("1 of 4 nodes have no score: no-ties.", result.ErrorLines);
    }

    [Fact]
    public async Task PageRank_with_a_start_favours_what_is_near_to_it()
    {
        _cli.Write("start.csv", "node,share\n40,3\n30,1\n");

        var lines = await LinesAsync(Chain, "pagerank --start start.csv --top 2");

        Assert.Equal(["30", "40"], lines[1..].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Eigenvector_is_scaled_to_one_and_says_where_there_is_none()
    {
        var star = await LinesAsync("1 2\n1 3\n1 4\n1 5\n", "eigenvector");
        Assert.Equal("1,1", star[1]);
        Assert.Matches("^2,0\\.(5|4999|5000)", star[2]);

        var list = _cli.Write("list.txt", Chain);
        var failed = await _cli.TryAsync("measure", list, "--measure", "eigenvector", "--directed");
        Assert.Equal(1, failed.ExitCode);
        Assert.StartsWith("No tie is part of a circle", failed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("betweenness --sources given.csv", "99\n", "given.csv, line 1: no node of the edge list has this id.")]
    [InlineData("betweenness --targets given.csv", "# none\n", "given.csv: no row names a node.")]
    [InlineData("pagerank --start given.csv", "10,much\n", "given.csv, line 1: the second cell is no finite number")]
    [InlineData("pagerank --start given.csv", "10,0\n", "given.csv: no share is above 0")]
    [InlineData("liaison --groups given.csv", "10,a\n20\n", "given.csv, line 2: no group; rows are 'node,group'.")]
    [InlineData("liaison --groups given.csv", "10,a\n10,b\n", "given.csv, line 2: its node has another group already.")]
    [InlineData("liaison --groups none.csv", "", "There is no file 'none.csv'.")]
    public async Task Bad_file_of_nodes_is_one_line_with_file_and_line(string options, string rows, string message)
    {
        _cli.Write("given.csv", rows);
        var list = _cli.Write("list.txt", Chain);

        var failed = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((1, ""), (failed.ExitCode, failed.Output));
        Assert.StartsWith(message, Assert.Single(failed.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("degree --cutoff 2")]
    [InlineData("betweenness --cutoff 0")]
    [InlineData("betweenness --cutoff 2 --engine sampled")]
    [InlineData("pagerank --sources list.txt")]
    [InlineData("betweenness --start list.txt")]
    [InlineData("constraint --groups list.txt")]
    [InlineData("gatekeeper")]
    [InlineData("ei-index --weighted --groups list.txt")]
    [InlineData("constraint --weights inverse")]
    [InlineData("edge betweenness")]
    public async Task Choices_that_a_measure_does_not_read_are_wrong_usage(string options)
    {
        var list = _cli.Write("list.txt", Chain);

        var failed = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((2, ""), (failed.ExitCode, failed.Output));
        Assert.Matches(@"^\S.*\.\s", failed.Error);
    }

    private const string Chain = "20 30 8\n10 20 2\n30 40 2\n";

    private async Task<string[]> LinesAsync(string text, string options)
    {
        var list = _cli.Write("list.txt", text);
        return (await _cli.RunAsync(["measure", list, "--measure", .. options.Split(' ')])).OutputLines;
    }
}
