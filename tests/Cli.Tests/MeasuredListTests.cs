namespace InfluencerMap.Cli.Tests;

/// <summary><c>measure</c> on lists as other programs write them: what is read, how, and what is said of it.</summary>
public sealed class MeasuredListTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("Source,Target,Weight\na,b,1\nb,a,1\na,c,1\nc,a,1\n", "degree --weighted", "a,4 b,2 c,2")]
    [InlineData("1850000000000000001 1850000000000000002\n", "degree", "1850000000000000001,1 1850000000000000002,1")]
    [InlineData("3 2\n3 0\n3 1\n", "betweenness", "0,0 1,0 2,0 3,6")]
    [InlineData("1;2;2,5\n2;3;7,25\n", "degree --weighted", "1,2.5 2,9.75 3,7.25")]
    [InlineData("%%MatrixMarket matrix coordinate real general\n4 4 1\n2 1 5\n", "degree", "1,1 2,1 3,0 4,0")]
    [InlineData("4 2\n1 2\n2 3\n", "degree --size-line", "1,1 2,2 3,1 4,0")]
    [InlineData("Capo,Collega\nada,ben\n", "degree --header yes", "ada,1 ben,1")]
    [InlineData("0 1 0\n1 0 1\n0 1 0\n", "betweenness", "1,0 2,2 3,0")]
    public async Task Lists_of_other_programs_have_their_scores(string text, string options, string scores)
    {
        var list = _cli.Write("list.txt", text);

        var result = await _cli.RunAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal(["node,score", .. scores.Split(' ')], result.OutputLines);
    }

    [Fact]
    public async Task Ids_with_commas_stay_one_cell()
    {
        var list = _cli.Write("list.txt", "\"Rossi, Ada\",\"say \"\"ben\"\"\"\n");

        var result = await _cli.RunAsync("measure", list, "--measure", "degree");

        Assert.Equal(["node,score", "\"Rossi, Ada\",1", "\"say \"\"ben\"\"\",1"], result.OutputLines);
    }

    [Fact]
    public async Task Rows_left_out_and_merged_are_counted()
    {
        var list = _cli.Write("list.txt", "1 2 3\n2 1 4\n2 2 1\n1 3 5\n1 2 1\n");

        var plain = await _cli.RunAsync("measure", list, "--measure", "degree");
        var added = await _cli.RunAsync("measure", list, "--measure", "degree", "--weighted");
        var directed = await _cli.RunAsync("measure", list, "--weighted", "--directed");

        const string counted =
            "5 rows: 1 from a node to itself left out, 2 merged into an earlier one of the same two nodes";
        Assert.Equal([counted + "."], plain.ErrorLines);
        Assert.Equal(counted + ", strengths added.", added.ErrorLines[0]);
        Assert.Equal(
            counted.Replace("2 merged", "1 merged", StringComparison.Ordinal) + ", the shortest kept.",
            directed.ErrorLines[0]);
    }

    /// <summary>Beside 1 – 2 – 3, the tie 1 – 3 is long by lengths, and near by strengths.</summary>
    [Theory]
    [InlineData("betweenness --weighted", "2,2", "Weights are read as lengths: larger is farther.")]
    [InlineData("betweenness --weights length", "2,2", "Weights are read as lengths: larger is farther.")]
    [InlineData("betweenness --weights strength", "2,0", "Weights are read as strengths: larger is closer, and")]
    [InlineData("betweenness --weights inverse", "2,0", "Weights are read as strengths: larger is closer, and")]
    [InlineData("degree --weighted", "2,4", "Weights are read as strengths: larger is closer.")]
    [InlineData("degree --weights length", "2,1", "Weights are read as lengths: larger is farther, and strengths are")]
    public async Task Reading_of_the_weights_is_said_and_can_be_chosen(string options, string score, string said)
    {
        var list = _cli.Write("list.txt", "1 2 2\n2 3 2\n1 3 8\n");

        var result = await _cli.RunAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Contains(score, result.OutputLines);
        Assert.StartsWith(said, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2,0")]
    [InlineData(" --equal-within 1e-9", "2,1")]
    public async Task Real_lengths_tie_where_they_are_said_to(string options, string score)
    {
        var list = _cli.Write("list.txt", "1 2 0.1\n2 3 0.2\n1 3 0.3\n");

        var result = await _cli.RunAsync(["measure", list, .. $"--weighted{options}".Split(' ')]);

        Assert.Contains(score, result.OutputLines);
    }

    [Theory]
    [InlineData("0 1 1e308\n0 1 1e308\n", "pagerank --weighted", "0,0.5 1,0.5")]
    [InlineData("0 1 1e308\n0 1 1e308\n1 2 1e308\n", "betweenness --weights strength", "0,0 1,2 2,0")]
    [InlineData("0 1 5e-324\n1 2 5e-324\n", "degree --weighted", "0,5E-324 1,1E-323 2,5E-324")]
    [InlineData("0 1 1e308\n1 2 1e308\n", "betweenness --weighted", "0,0 1,2 2,0")]
    public async Task Weights_of_any_size_have_the_scores_of_their_ratios(string text, string options, string scores)
    {
        var list = _cli.Write("list.txt", text);

        var result = await _cli.RunAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal(["node,score", .. scores.Split(' ')], result.OutputLines);
    }

    [Theory]
    [InlineData("0 1 1e308\n0 1 1e308\n", "degree --weighted", "list.txt: the strengths add up to more than 1.8e+308,")]
    [InlineData("0 1 5e-324\n", "degree --weights length", "A length of 5E-324 has no inverse that is a number;")]
    [InlineData("1 2\n2 3 1\n", "degree --weighted", "list.txt, line 1: column 3 is missing;")]
    [InlineData("<graphml/>\n", "degree", "list.txt: this is XML, such as GraphML or GEXF, which is not read;")]
    public async Task What_cannot_be_right_is_refused_in_one_line(string text, string options, string message)
    {
        var list = _cli.Write("list.txt", text);

        var result = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(message, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reach --weights length")]
    [InlineData("degree --weights inverse")]
    [InlineData("degree --weights heavy")]
    [InlineData("betweenness --equal-within 0.5")]
    [InlineData("degree --size-line --header yes")]
    public async Task Senseless_readings_are_wrong_usage(string options)
    {
        var list = _cli.Write("list.txt", "1 2 3\n");

        var result = await _cli.TryAsync(["measure", list, "--measure", .. options.Split(' ')]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task File_without_an_edge_says_so()
    {
        var result = await _cli.RunAsync("measure", _cli.Write("list.txt", "# nothing\n"), "--measure", "degree");

        Assert.Equal(["node,score"], result.OutputLines);
        Assert.Equal(["There is no edge in the file; lines that begin with # or % are comments."], result.ErrorLines);
    }
}
