using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>Lists of ties as other programs write them, and ties without a direction.</summary>
public sealed class EdgeForms : IDisposable
{
    private static readonly DateTime At = new(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("1 2\n2 3\n3 4\n", "1>2", "2>3", "3>4")]
    [InlineData("3\t2\r\n1\t2\r\n2\t7\r\n", "3>2", "1>2", "2>7")]
    [InlineData("\"a\";\"b\"\n\"a\";\"c\"\n\"c\";\"d\"\n", "a>b", "a>c", "c>d")]
    [InlineData("\"a\" \"b\"\n\"a\" \"c c\"\n", "a>b", "a>c c")]
    [InlineData("\"a, b\",\"c\"\n", "a, b>c")]
    [InlineData("source,target\na,b\n", "a>b")]
    [InlineData(
        "\uFEFFSource;Target;Type;Id;Label;Weight\na;b;Directed;0;;1.0\na;c;Undirected;1;;1.0\n", "a>b", "a>c", "c>a")]
    [InlineData("%%MatrixMarket matrix coordinate integer symmetric\n3 3 1\n2 1 2\n", "2>1", "2>1", "1>2", "1>2")]
    [InlineData("%%MatrixMarket matrix coordinate pattern general\n% made\n3 3 2\n1 2\n2 3\n", "1>2", "2>3")]
    public void Every_row_of_a_list_of_edges_is_an_edge(string text, params string[] edges)
    {
        var path = _scratch.Write("made.edges", text);
        Assert.Equal(edges, Samples.Read(path, options: new() { At = At }).Pairs());
    }

    [Fact]
    public void A_size_is_one_where_somebody_says_so()
    {
        var read = Samples.Read(
            _scratch.Write("a.edges", "3 2\n1 2\n2 3\n"), options: new() { At = At, SizeLine = true });
        Assert.Equal(["1>2", "2>3"], read.Pairs());
        Assert.Equal(["a.edges: line 1 states the size of the list and is not an edge."], read.Report.Notes);
    }

    [Theory]
    [InlineData("0 1 0\n1 0 1\n0 1 0\n", "1>2", "2>1", "2>3", "3>2")]
    [InlineData("0,1,0,0\n0,0,0,0\n0,2,0,0\n0,0,0,0\n", "1>2", "3>2", "3>2")]
    [InlineData(";a;b;c\na;0;1;0\nb;1;0;1\nc;0;1;0\n", "a>b", "b>a", "b>c", "c>b")]
    [InlineData("*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2\n", "a>b")]
    [InlineData("*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2 2\n", "a>b", "a>b", "b>a", "b>a")]
    public void Each_tie_of_a_matrix_or_a_Pajek_network_is_a_row(string text, params string[] edges)
    {
        var read = Samples.Read(_scratch.Write("made.edges", text), options: new() { At = At });
        Assert.Equal(edges, read.Pairs());
        Assert.StartsWith("made.edges: Read as a ", read.Report.Notes[0]);
    }

    [Fact]
    public void Undirected_ties_of_a_matrix_are_told_once_each_way()
    {
        var read = Samples.Read(
            _scratch.Write("a.edges", "0 1 0\n1 0 1\n0 1 0\n"), options: new() { At = At, Undirected = true });
        Assert.Equal(["1>2", "2>1", "2>3", "3>2"], read.Pairs());
        Assert.Equal((2, 4), (read.Report.RowsGiven, read.Report.InteractionsGiven));
    }

    [Theory]
    [InlineData("\"a b\" \"w\"\n\"1\" \"x\" \"y\"\n\"2\" \"y\" \"z\"\n", "x>y", "y>z")]
    [InlineData("from to\n1 7 8\n2 8 9\n", "7>8", "8>9")]
    [InlineData("sep=;\n1;2\n2;3\n", "1>2", "2>3")]
    [InlineData("ego alter\n7 8\n8 9\n", "7>8", "8>9")]
    [InlineData("% sym\n# more\n7 8\n8 9\n", "7>8", "8>9")]
    [InlineData("# more\n% sym\n7 8\n8 9\n", "7>8", "8>9")]
    public void Row_numbers_and_what_stands_before_the_rows_are_no_edges(string text, params string[] edges) =>
        Assert.Equal(edges, Samples.Read(_scratch.Write("a.edges", text), options: new() { At = At }).Pairs());

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<graphml/>\n", "GraphML")]
    [InlineData("graph [\n  node [\n", "GML")]
    public void What_is_no_list_of_edges_is_refused_by_name(string text, string name) => Assert.Contains(
        name, Assert.Throws<InputException>(
            () => Samples.Read(_scratch.Write("a.edges", text), options: new() { At = At })).Message);

    [Theory]
    [InlineData("0 1 1\n1 2 1\n2 0 1\n")]
    [InlineData("1 2 1\n2 1 1\n1 1 1\n")]
    public void A_short_list_with_weights_is_no_matrix(string text) => Assert.NotEmpty(
        Samples.Read(_scratch.Write("a.edges", text), options: new() { At = At }).Interactions);

    [Fact]
    public void A_row_without_a_direction_tells_both_ways_and_the_same_as_two_rows_do()
    {
        var once = Samples.Read(
            _scratch.Write("a.csv", "from,to,at\na,b,2026-01-05\n"), options: new() { Undirected = true });
        var twice = Samples.Read(_scratch.Write("b.csv", "from,to,at\na,b,2026-01-05\nb,a,2026-01-05\n"));
        Assert.Equal(["a>b", "b>a"], once.Pairs());
        Assert.Equal(twice.Interactions.Select(i => i.EventId), once.Interactions.Select(i => i.EventId));
        Assert.Equal((1, 2), (once.Report.RowsGiven, once.Report.InteractionsGiven));
    }

    [Fact]
    public void A_meeting_goes_both_ways_by_itself()
    {
        var path = _scratch.Write("a.csv", "from,to,at,channel\na,b,2026-01-05,meeting\na,b,2026-01-05,call\n");
        Assert.Equal(["a>b", "a>b"], Samples.Read(path, options: new() { Undirected = true }).Pairs());
    }

    [Fact]
    public void Slices_of_a_contact_become_one_meeting_a_day_with_minutes_rounded_up()
    {
        var rows = string.Concat(Enumerable.Range(0, 7).Select(i => $"{28_820 + (20 * i)} 2 1\n"))
            + "28820 2 1\n86500 1 2\n28840 3 1\n";
        var read = Samples.Read(
            _scratch.Write("tij.edges", "28800 1 2\n" + rows), "edges",
            new() { SliceSeconds = 20, Undirected = true }, Map);
        Assert.Equal(
            ["1970-01-01 08:00:00Z 1>2", "1970-01-01 08:00:40Z 1>3", "1970-01-02 00:01:40Z 1>2"], read.Events());
        Assert.Equal([3, 1, 1], read.Interactions.Select(i => i.Minutes));
        Assert.All(read.Interactions, i => Assert.Equal(Channel.Meeting, i.Channel));
        Assert.Equal((11, 10, 3), (read.Report.RowsRead, read.Report.RowsGiven, read.Report.InteractionsGiven));
    }

    [Fact]
    public void Slices_may_stand_in_any_order_and_either_way_round()
    {
        string[] rows = ["100 1 2", "120 1 2", "140 2 1", "90000 1 2"];
        var one = Samples.Read(
            _scratch.Write("a.edges", string.Join('\n', rows)), "edges", new() { SliceSeconds = 20 }, Map);
        var other = Samples.Read(
            _scratch.Write("b.edges", string.Join('\n', rows.Reverse())), "edges", new() { SliceSeconds = 20 }, Map);
        Assert.Equal(one.Events(), other.Events());
        Assert.Equal(one.Interactions.Select(i => i.EventId), other.Interactions.Select(i => i.EventId));
    }

    private static CsvFormat Map { get; } = new() { Map = ColumnMap.Parse("at=1,from=2,to=3") };
}
