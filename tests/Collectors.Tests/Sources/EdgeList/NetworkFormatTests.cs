using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Matrix Market, Pajek and adjacency matrices: what they state of nodes and directions holds.</summary>
public sealed class NetworkFormatTests : IDisposable
{
    private const string Banner = "%%MatrixMarket matrix coordinate ";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory, InlineData(false), InlineData(true)]
    public void Matrix_market_keeps_its_nodes_without_an_entry(bool weighted)
    {
        var list = Read(Banner + "real general\n% made\n5 5 3\n2 1 0.5\n3 1 2\n4 1 1\n", weighted: weighted);
        Assert.Equal("1 2 3 4 5", Ids(list));
        Assert.Equal(weighted ? ["2>1 0.5", "3>1 2", "4>1 1"] : ["2>1 1", "3>1 1", "4>1 1"], Edges(list));
        Assert.Empty(list.Notes);
        Assert.Equal("1 2", Ids(Read(Banner + "integer general\n2 2 0\n", weighted: weighted)));
    }

    [Fact]
    public void Symmetric_matrix_market_is_one_tie_undirected_and_two_directed()
    {
        const string text = "%%matrixmarket Matrix Coordinate Pattern Symmetric\n3 3 3\n2 1\n3 2\n3 3\n";
        Assert.Equal(["2>1 1", "3>2 1", "3>3 1"], Edges(Read(text)));
        Assert.Equal(["1>2 1", "2>1 1", "2>3 1", "3>2 1", "3>3 1"], Edges(Read(text, directed: true)).Order());
    }

    [Theory]
    [InlineData("real general\n3 3 3\n2 1 0.5\n", "list.txt: it states 3 edges, and 1 follow; the file is cut off")]
    [InlineData("real general\n2 3 1\n2 1 0.5\n", "list.txt: a matrix of 2 rows and 3 columns is not a network;")]
    [InlineData("real general\n2 2 1\n3 1 0.5\n", "list.txt: an entry is outside rows and columns 1 … 2.")]
    [InlineData("real general\n2 2 1\n1 0 0.5\n", "list.txt: an entry is outside rows and columns 1 … 2.")]
    [InlineData("complex general\n2 2 1\n2 1 1 0\n", "list.txt, line 1: the Matrix Market banner names numbers")]
    [InlineData("real skew-symmetric\n2 2 1\n2 1 1\n", "list.txt, line 1: the Matrix Market banner names a symmetry")]
    [InlineData("pattern general\n2 2 1\n2 1\n", "list.txt: a Matrix Market pattern has no weights;")]
    [InlineData("real general\n2 2 1\n2 1 -1\n", "list.txt, line 3: column 3 is -1; a weight is positive and finite.")]
    public void Matrix_market_that_is_no_network_is_refused(string text, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<InputException>(() => Read(Banner + text, weighted: true)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Dense_matrix_market_is_refused_by_its_name() => Assert.Contains(
        "says 'array'; only entries by 'coordinate' are read",
        Assert.Throws<InputException>(() => Read("%%MatrixMarket matrix array real general\n2 2\n0\n1\n1\n0\n"))
            .Message);

    [Fact]
    public void Pajek_network_has_labels_directions_and_nodes_without_a_tie()
    {
        const string text = "*Vertices 4\r\n1 \"Ada Rossi\" 0.1 0.2\r\n2 ben\r\n3 \"cleo\"\r\n4 dan\r\n"
            + "*Arcs :1 \"mail\"\r\n1 2 2.5\r\n*Edges\r\n2 3 4\r\n*Arcslist\r\n3 1 2\r\n";
        var list = Read(text, weighted: true);
        Assert.Equal("Ada Rossi,ben,cleo,dan", Ids(list, ","));
        Assert.Equal(["Ada Rossi>ben 2.5", "ben>cleo 4", "cleo>Ada Rossi 1", "cleo>ben 1"], Edges(list));
        var directed = Read(text, weighted: true, directed: true);
        Assert.Equal(
            ["Ada Rossi>ben 2.5", "ben>cleo 4", "cleo>ben 4", "cleo>Ada Rossi 1", "cleo>ben 1"], Edges(directed));
        Assert.Equal("1 2 3", Ids(Read("*vertices 3\n1 x\n*edges\n1 2\n")));
    }

    [Theory]
    [InlineData("*Vertices 2\n*Edges\n1 3\n", "list.txt, line 3: a node is outside 1 … 2, which *Vertices states.")]
    [InlineData("*Vertices 2\n*Matrix\n0 1\n1 0\n", "list.txt, line 2: this section of a Pajek file is not read;")]
    [InlineData("*Vertices 5 2\n*Edges\n1 3\n", "list.txt, line 1: a Pajek network of two kinds of nodes is not read.")]
    [InlineData("*Vertices\n*Edges\n1 3\n", "list.txt, line 1: *Vertices is followed by the number of nodes.")]
    [InlineData("*Vertices 2\n*Edges\n1 2 0\n", "list.txt, line 3: column 3 is not a positive, finite number,")]
    public void Pajek_network_that_cannot_be_read_is_refused(string text, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<InputException>(() => Read(text, weighted: true)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0 1 0\n1 0 1\n0 1 0\n")]
    [InlineData("0,1,0\n1,0,1\n0,1,0\n")]
    [InlineData("0;1;0\n1;0;1\n0;1;0\n")]
    [InlineData(";1;2;3\n1;0;1;0\n2;1;0;1\n3;0;1;0\n")]
    [InlineData("1,2,3\n1,0,1,0\n2,1,0,1\n3,,1,\n")]
    public void Matrix_of_ties_is_no_list_of_edges(string text)
    {
        var undirected = Read(text);
        Assert.Equal(["1>2 1", "2>3 1"], Edges(undirected));
        Assert.Contains("Read as a matrix of 3 nodes", Assert.Single(undirected.Notes));
        Assert.Equal(["1>2 1", "2>1 1", "2>3 1", "3>2 1"], Edges(Read(text, directed: true)));
    }

    [Fact]
    public void Named_matrix_keeps_names_weights_and_nodes_without_a_tie()
    {
        var list = Read(",ada,ben,cleo\nada,0,\"2,5\",0\nben,7,0,0\ncleo,0,0,0\n", weighted: true, directed: true);
        Assert.Equal("ada ben cleo", Ids(list));
        Assert.Equal(["ada>ben 2.5", "ben>ada 7"], Edges(list));
    }

    [Theory]
    [InlineData("1 2 3\n2 3 4\n3 4 5\n")]
    [InlineData("1 2 2\n2 3 1\n1 3 1\n")]
    [InlineData("1 2 5 7\n2 3 1 7\n1 3 1 7\n4 1 1 7\n")]
    [InlineData("1 2 5\n2 3 7\n")]
    public void Few_edges_with_weights_are_no_matrix(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Length, Read(text, weighted: true).Ties.Length);
    }

    [Fact]
    public void Layout_can_be_said()
    {
        const string text = "0 1 0\n1 0 1\n0 1 0\n";
        Assert.Equal(3, Read(text, layout: NetworkLayout.Edges).Ties.Length);
        Assert.Equal(["1>2 1", "2>1 1", "2>2 1"], Edges(Read("0 1\n1 1\n", true, layout: NetworkLayout.Matrix)));
        Assert.Equal(
            "list.txt: not a matrix; it has not as many rows as columns.",
            Assert.Throws<InputException>(() => Read("0 1\n1 1\n1 0\n", layout: NetworkLayout.Matrix)).Message);
        Assert.Contains("is -1; a weight is finite", Assert.Throws<InputException>(
            () => Read("0 -1 0\n1 0 1\n0 1 0\n", weighted: true)).Message);
    }

    private static string Ids(EdgeList list, string separator = " ") =>
        string.Join(separator, Enumerable.Range(0, list.Ids.Count).Select(node => list.Ids[new(node)]));

    private static string[] Edges(EdgeList list) =>
        [.. list.Ties.Select(tie => $"{list.Ids[new(tie.Source)]}>{list.Ids[new(tie.Target)]} {tie.Strength}")];

    private EdgeList Read(
        string text, bool directed = false, bool weighted = false, NetworkLayout layout = NetworkLayout.Auto) =>
        EdgeList.Read(
            _scratch.Write("list.txt", text), new() { Weighted = weighted, Directed = directed, Layout = layout },
            TestContext.Current.CancellationToken);
}
