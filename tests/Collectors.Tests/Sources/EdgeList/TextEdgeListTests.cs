using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Edge lists of any ids, as spreadsheets and graph programs write them.</summary>
public sealed class TextEdgeListTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("ada ben\nben cleo\n")]
    [InlineData("\"ada\",\"ben\"\n\"ben\",\"cleo\"\n")]
    [InlineData("ada;ben\r\nben;cleo\r\n")]
    [InlineData("ada\tben\tx y\nben\tcleo\t\n")]
    [InlineData("\uFEFFSource,Target\nada,ben\nben,cleo\n")]
    [InlineData("Source;Target;Type;Id;Label\nada;ben;Directed;0;\nben;cleo;Directed;1;\n")]
    [InlineData("\"\",\"from\",\"to\"\n\"1\",\"ada\",\"ben\"\n\"2\",\"ben\",\"cleo\"\n")]
    [InlineData("\"from\" \"to\"\n\"1\" \"ada\" \"ben\"\n\"2\" \"ben\" \"cleo\"\n")]
    [InlineData("\"V1\" \"V2\"\n\"1\" \"ada\" \"ben\"\n\"2\" \"ben\" \"cleo\"\n")]
    [InlineData("sep=;\nVon;Nach\nada;ben\nben;cleo\n", true)]
    [InlineData("ada ben {'weight': 7}\nben cleo {}\n")]
    [InlineData("target,source\nben,ada\ncleo,ben\n")]
    [InlineData("# From\tTo\nada\tben\nben\tcleo\n")]
    public void Ids_are_any_text_and_headings_name_the_columns(string text, bool hasHeading = false) => Assert.Equal(
        ["ada>ben", "ben>cleo"],
        Edges(Read(text, new() { First = hasHeading ? FirstRow.Heading : FirstRow.Auto })));

    [Theory]
    [InlineData("\"Rossi, Ada\",\"say \"\"ben\"\"\"\n", "Rossi, Ada>say \"ben\"")]
    [InlineData("Ada Rossi,Ben Bo\n", "Ada Rossi>Ben Bo")]
    [InlineData("\"Ada Rossi\" \"Ben Bo\"\n", "Ada Rossi>Ben Bo")]
    [InlineData("Ada Rossi\tBen Bo\n", "Ada Rossi>Ben Bo")]
    [InlineData("007 7\n", "007>7")]
    [InlineData("-1 -2\n", "-1>-2")]
    [InlineData("1234567890123456789012 9223372036854775808\n", "1234567890123456789012>9223372036854775808")]
    [InlineData("urn:x:1 https://made.example/a?b=1\n", "urn:x:1>https://made.example/a?b=1")]
    [InlineData("Zoë,Øystein\n", "Zoë>Øystein")]
    public void Ids_keep_what_they_are_written_with(string text, string edge) =>
        Assert.Equal([edge], Edges(Read(text)));

    [Fact]
    public void Files_of_other_encodings_are_read_and_told()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Zoë\tBen\n")).ToArray();
        Assert.Equal(["Zoë>Ben"], Edges(EdgeList.Read(_scratch.Write("16.txt", utf16), new(), Cancellation)));
        var windows = EdgeList.Read(
            _scratch.Write("1252.txt", Encoding.Latin1.GetBytes("Zoë;Ben\nJosé;Ben\n")), new(), Cancellation);
        Assert.Equal(["Zoë>Ben", "José>Ben"], Edges(windows));
        Assert.Equal("The file is not UTF-8; it was read as Windows-1252.", Assert.Single(windows.Notes));
    }

    [Theory]
    [InlineData("Source,Target,Weight\n1,2,1\n1,3,2\n", 1)]
    [InlineData("# made\nFromNodeId ToNodeId\n1 2\n1 3\n", 2)]
    [InlineData("Persona;Collega\n1;2\n1;3\n", 1)]
    [InlineData("node1,node2\n1,2\n1,3\n", 1)]
    [InlineData("Mittente;Destinatario;Peso\nada;ben;1\nada;cleo;2\n", 1)]
    public void Heading_is_no_edge_and_told(string text, int line)
    {
        // Where a third column stands, the weights are read too.
        foreach (var weighted in text.EndsWith("2\n", StringComparison.Ordinal) ? new[] { false, true } : [false])
        {
            var list = Read(text, new() { Weighted = weighted });
            Assert.Equal(2, list.Ties.Length);
            Assert.Equal($"Line {line} is a heading and was not read as an edge.", Assert.Single(list.Notes));
        }
    }

    [Theory]
    [InlineData("Von,Nach,Gewicht\nada,ben,3\nben,cleo,4\n")]
    [InlineData("Von;Nach;Gewicht\n1;2;3,5\n2;3;4,5\n")]
    [InlineData("wer\twem\twieviel\nada\tben\t2\nben\tcleo\t1\n")]
    public void Words_over_a_column_of_numbers_are_a_heading_whether_the_numbers_are_read_or_not(string text)
    {
        var (list, weighted) = (Read(text), Read(text, new() { Weighted = true }));

        Assert.Equal(Edges(weighted), Edges(list));
        Assert.Equal(["Line 1 is a heading and was not read as an edge."], list.Notes);
        Assert.Equal(2, list.Ties.Length);
    }

    [Theory]
    [InlineData("person,colleague\nada,ben\nben,cleo\n", true)]
    [InlineData("wer,wem,wie\nada,ben,oft\nben,cleo,3\n", true)]
    [InlineData("cleo,ada\nada,ben\nben,cleo\n", false)]
    [InlineData("1,9\n2,3\n3,4\n", false)]
    public void A_first_row_whose_ids_stand_nowhere_else_is_an_edge_and_told(string text, bool isTold)
    {
        var list = Read(text);

        Assert.Equal(3, list.Ties.Length);
        Assert.Equal(
            isTold
                ? ["Line 1 was read as an edge, and its two ids stand nowhere else. If it is a "
                    + "heading, say --header yes."]
                : [],
            list.Notes);
        Assert.Empty(Read(text, new() { First = FirstRow.Edge }).Notes);
    }

    [Theory]
    [InlineData("node1 node2\nnode2 node3\n", 2)]
    [InlineData("node1 node2\nnode3 node4\n", 2)]
    [InlineData("source target\ntarget sink\n", 2)]
    [InlineData("from to\n", 0)]
    [InlineData("ada ben\n", 1)]
    [InlineData("ada ben\nben 7\n", 2)]
    public void Row_of_ids_is_no_heading(string text, int edges) => Assert.Equal(edges, Read(text).Ties.Length);

    [Fact]
    public void Heading_can_be_said_or_denied()
    {
        var said = new EdgeListOptions { First = FirstRow.Heading };
        var denied = new EdgeListOptions { First = FirstRow.Edge };
        Assert.Equal(["ada>ben"], Edges(Read("Capo,Collega\nada,ben\n", said)));
        Assert.Equal(["from>to", "ada>ben"], Edges(Read("from,to\nada,ben\n", denied)));
        Assert.Equal(["from>to", "1>2"], Edges(Read("from,to\n1,2\n", denied)));
    }

    [Fact]
    public void Weight_stands_where_the_heading_says()
    {
        var list = Read("Source,Target,Type,Weight\nada,ben,Directed,2.5\nben,cleo,Directed,4\n", Weighted);
        Assert.Equal([2.5, 4], list.Ties.Select(tie => tie.Strength));
        Assert.Equal(
            "list.txt, line 1: the heading names no weight; call a column weight, or leave out the weights.",
            Assert.Throws<InputException>(() => Read("name,source,target\nx,ada,ben\n", Weighted)).Message);
    }

    [Theory]
    [InlineData("\"from\" \"to\" \"weight\"\n\"1\" \"ada\" \"ben\" 7\n\"2\" \"ben\" \"cleo\" 2.5\n")]
    [InlineData("sep=;\nSource;Target;Weight\nada;ben;7\nben;cleo;2,5\n")]
    [InlineData("ada ben {'weight': 7}\nben cleo {'colour': 'red', 'weight': 2.5}\n")]
    [InlineData("ada|ben|7\nben|cleo|2.5|\n")]
    public void Weights_are_found_as_programs_write_them(string text)
    {
        var list = Read(text, Weighted);
        Assert.Equal(["ada>ben", "ben>cleo"], Edges(list));
        Assert.Equal([7, 2.5], list.Ties.Select(tie => tie.Strength));
    }

    [Theory, InlineData("a -> b\nb -> c\n"), InlineData("1 -- 2\n"), InlineData("a - b\n")]
    public void Arrow_is_no_node(string text) => Assert.Contains(
        "column 2 is an arrow, no node;", Assert.Throws<InputException>(() => Read(text)).Message);

    [Fact]
    public void Strengths_of_a_first_row_without_heading_come_first() =>
        Assert.Equal([2.5, 1, 3.5], Read("ada ben 2.5\nada cleo 1\nben cleo 3.5\n", Weighted).Ties
            .Select(tie => tie.Strength));

    [Theory]
    [InlineData("a b NaN\nb c 1\n", "list.txt, line 1: column 3 is NaN; a weight is positive and finite.")]
    [InlineData("a b NA\nb c 1\n", "list.txt, line 1: column 3 is not a number; a weight is positive and finite.")]
    [InlineData("a b true\nb c 1\n", "list.txt, line 1: column 3 is not a number; a weight is positive and finite.")]
    [InlineData("a,b,1\nb,c,\n",
        "list.txt, line 2: column 3 is missing; a weighted list has rows of source, target and weight.")]
    [InlineData("a b 0,0\nb c 1,5\n", "list.txt, line 1: column 3 is 0; a weight is positive and finite.")]
    public void Bad_weight_of_texts_is_told(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(text, Weighted)).Message);

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<gexf>\n", "XML, such as GraphML or GEXF")]
    [InlineData("{\"nodes\":[]}\n", "JSON")]
    [InlineData("graph\n[\n node [ id 1 ]\n", "GML")]
    [InlineData("graph {\n a -- b;\n}\n", "DOT")]
    [InlineData("digraph made {\n a -> b;\n}\n", "DOT")]
    [InlineData("DL n=3 format=edgelist1\n1 2\n", "UCINET DL")]
    [InlineData("nodedef>name VARCHAR\nada\n", "GDF")]
    public void Other_formats_are_refused_by_their_names(string text, string format) =>
        Assert.StartsWith(
            $"list.txt: this is {format}, which is not read;",
            Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Adjacency_list_is_refused_by_its_name_unless_it_is_none()
    {
        const string text = "1 2 3 4\n2 3\n3 4 5\n4 1\n";
        Assert.StartsWith(
            "list.txt: rows of 2 to 4 numbers look like an adjacency list,",
            Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);
        Assert.Equal(4, Read(text, new() { Layout = NetworkLayout.Edges }).Ties.Length);
    }

    /// <summary>The oracle splits at the delimiter; the ids need no quotes.</summary>
    [Fact]
    public void Random_lists_of_texts_are_read_as_splitting_reads_them()
    {
        var random = new Random(20261129);
        for (var trial = 0; trial < 60; trial++)
        {
            var delimiter = " \t,;|"[trial % 5];
            var rows = Enumerable.Range(0, random.Next(1, 200)).Select(_ =>
                string.Join(delimiter, Word(random), Word(random), random.Next(1, 99))).ToArray();
            var list = Read(string.Join('\n', rows), Weighted);
            Assert.Equal(
                rows.Select(row => row.Split(delimiter)).Select(cells => $"{cells[0]}>{cells[1]} {cells[2]}"),
                list.Ties.Select(tie => $"{list.Ids[new(tie.Source)]}>{list.Ids[new(tie.Target)]} {tie.Strength}"));
            Assert.Empty(list.Notes);
        }
    }

    private static string Word(Random random) => "n" + random.Next(40);

    private static string[] Edges(EdgeList list) =>
        [.. list.Ties.Select(tie => $"{list.Ids[new(tie.Source)]}>{list.Ids[new(tie.Target)]}")];

    private static EdgeListOptions Weighted { get; } = new() { Weighted = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EdgeList Read(string text, EdgeListOptions? options = null) =>
        EdgeList.Read(_scratch.Write("list.txt", text), options ?? new(), Cancellation);
}
