using System.Globalization;
using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph;

namespace InfluencerMap.Tests.Sources;

public sealed class EdgeListTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("7 3\n3 20\n")]
    [InlineData("7\t3\r\n3\t20\r\n")]
    [InlineData("# nodes and edges\n\n7,3\n% more\n3,20")]
    [InlineData("7|3\n3|20\n")]
    [InlineData("7 \t 3\n3\t20\n")]
    [InlineData("7 3\r3 20\r")]
    [InlineData("7 3 x\r3 20 y\r\n")]
    [InlineData("\uFEFF7;3\n  3  ;  20  \n\n")]
    [InlineData("7 3 1217567877\n3 20 1217567878\n")]
    public void Rows_are_read_whatever_separates_them(string text)
    {
        var list = Read(text);
        Assert.Equal(["3", "7", "20"], Ids(list));
        Assert.Equal([new Tie(1, 0), new Tie(0, 2)], list.Ties);
        Assert.Empty(list.Notes);
    }

    [Fact]
    public void Zipped_list_equals_the_plain_one()
    {
        var path = _scratch.Write("list.gz", Scratch.Gzip("1 2\n2 3\n"));
        var zipped = EdgeList.Read(path, new(), Cancellation);
        Assert.Equal(Read("1 2\n2 3\n").Ties, zipped.Ties);
    }

    [Fact]
    public void Ids_up_to_the_largest_long_are_numbered_in_their_order()
    {
        var list = Read("9223372036854775807 5\n1850000000000000001 9223372036854775807\n");
        Assert.Equal(["5", "1850000000000000001", "9223372036854775807"], Ids(list));
        Assert.Equal([new Tie(2, 0), new Tie(1, 2)], list.Ties);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0.1", 0.1)]
    [InlineData("12345.678901", 12345.678901)]
    [InlineData("1e-3", 1e-3)]
    [InlineData("+4", 4)]
    [InlineData(".5", .5)]
    [InlineData("3.", 3)]
    [InlineData("0.12345678901234567", 0.12345678901234567)]
    [InlineData("123456789012345678901", 123456789012345678901.0)]
    public void Weights_are_read_to_the_last_bit(string text, double weight) =>
        Assert.Equal(weight, Read($"1 2 {text}\n", Weighted).Ties[0].Strength);

    [Theory]
    [InlineData("1 2\n\n3\n", "list.txt, line 3: column 2 is missing; a row is source, target and what may follow.")]
    [InlineData("1,,2\n", "list.txt, line 1: column 2 is missing; a row is source, target and what may follow.")]
    [InlineData("# x\r\n1\t2\r\n\t3\r\n4\t\t5\r\n6\t7\r\n8\t9\r\n",
        "list.txt, line 3: column 2 is missing; a row is source, target and what may follow.")]
    [InlineData("1 2\n\"3 4\n", "list.txt, line 2: a quote is not closed, or something follows it in its cell.")]
    [InlineData("1,2\n\"3\"x,4\n", "list.txt, line 2: a quote is not closed, or something follows it in its cell.")]
    public void Bad_row_is_told_by_file_and_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(text)).Message);

    [Theory]
    [InlineData("1 2 0", "is 0; a weight is positive and finite")]
    [InlineData("1 2 0.000", "is 0; a weight is positive and finite")]
    [InlineData("1 2 -3", "is -3; a weight is positive and finite")]
    [InlineData("1 2 NaN", "is NaN; a weight is positive and finite")]
    [InlineData("1 2 Infinity", "is Infinity; a weight is positive and finite")]
    [InlineData("1 2 heavy", "is not a number; a weight is positive and finite")]
    [InlineData("1 2 1.2.3", "is not a number; a weight is positive and finite")]
    [InlineData("1 2 ", "is missing; a weighted list has rows of source, target and weight")]
    public void Bad_weight_is_told_by_file_line_and_column(string row, string what)
    {
        var refusal = Assert.Throws<InputException>(() => Read($"4 5 1\n{row}\n", Weighted));
        Assert.Equal($"list.txt, line 2: column 3 {what}.", refusal.Message);
    }

    [Fact]
    public void Broken_zip_and_endless_line_are_refused()
    {
        var zipped = Scratch.Gzip("1 2\n2 3\n");
        zipped[12] ^= 0xFF;
        zipped[13] ^= 0xFF;
        var path = _scratch.Write("list.gz", zipped);
        Assert.Throws<InputException>(() => EdgeList.Read(path, new(), Cancellation));
        var refusal = Assert.Throws<InputException>(() => Read("1 2\n" + new string('7', 3 << 20)));
        Assert.Equal("list.txt, line 2: longer than 1 MiB.", refusal.Message);
    }

    [Theory]
    [InlineData("3 2\n3 0\n3 1\n", 3)]
    [InlineData("1 2\n2 3\n3 4\n", 3)]
    [InlineData("3 4\n0 1\n1 2\n2 0\n0 2\n", 5)]
    [InlineData("2 1\n1 0\n", 2)]
    public void No_row_is_taken_for_a_size(string text, int edges) => Assert.Equal(edges, Read(text).Ties.Length);

    [Fact]
    public void First_row_that_cannot_state_the_size_is_not_spoken_of() =>
        Assert.Empty(Read("1 2\n2 3\n1 3\n").Notes);

    [Fact]
    public void First_row_that_could_state_the_size_is_pointed_out() => Assert.Equal(
        "Line 2 was read as an edge. If it states the numbers of nodes and edges, say --size-line.",
        Assert.Single(Read("# 3 nodes, 4 edges\n3 4\n0 1\n1 2\n2 0\n0 2\n").Notes));

    [Fact]
    public void Size_asked_for_is_held_to_and_keeps_nodes_without_an_edge()
    {
        var size = new EdgeListOptions { First = FirstRow.Size };
        Assert.Equal(["0", "1", "2", "3"], Ids(Read("4 2\n0 1\n1 3\n", size)));
        var fromOne = Read("4 2\n1 2\n2 4\n", size);
        Assert.Equal(["1", "2", "3", "4"], Ids(fromOne));
        Assert.Equal([new Tie(0, 1), new Tie(1, 3)], fromOne.Ties);
        Assert.Contains("2 are in no row", Assert.Single(Read("4 1\nada ben\n", size).Notes));
        Assert.Equal(
            "list.txt: it states 3 edges, and 2 follow; the file is cut off, or its first row is something else.",
            Assert.Throws<InputException>(() => Read("4 3\n0 1\n1 3\n", size)).Message);
        Assert.Equal(
            "list.txt: it states 2 nodes, and the rows name 3.",
            Assert.Throws<InputException>(() => Read("2 2\n0 1\n1 3\n", size)).Message);
        Assert.Equal(
            "list.txt: the first row does not state the numbers of nodes and edges.",
            Assert.Throws<InputException>(() => Read("ada ben\n0 1\n1 3\n", size)).Message);
    }

    [Fact]
    public void Random_lists_are_read_as_splitting_reads_them()
    {
        var random = new Random(20260921);
        for (var trial = 0; trial < 50; trial++)
        {
            var idMax = trial % 2 == 0 ? 50 : 1L << 40;
            var rows = Enumerable.Range(0, random.Next(1, 400))
                .Select(_ => (
                    Source: random.NextInt64(idMax),
                    Target: random.NextInt64(idMax),
                    Weight: random.Next(1, 1_000) / 64.0))
                .ToArray();
            var text = new StringBuilder();
            var separator = " _\t_,_;_ , _  _|".Split('_')[random.Next(7)];
            foreach (var (source, target, weight) in rows)
            {
                if (random.Next(9) == 0)
                    text.Append("# a remark\n");
                text.Append(CultureInfo.InvariantCulture, $"{source}{separator}{target}{separator}{weight}\n");
            }
            var list = Read(text.ToString(), Weighted);
            Assert.Empty(list.Notes);
            Assert.Equal(
                rows.SelectMany(r => new[] { r.Source, r.Target }).Distinct().Order(), Ids(list).Select(long.Parse));
            Assert.Equal(rows, list.Ties.Select(
                t => (long.Parse(list.Ids[new(t.Source)]), long.Parse(list.Ids[new(t.Target)]), t.Strength)));
        }
    }

    [Theory]
    [InlineData("email-eu-core/email-Eu-core.txt", false, 1_005, 25_571, 25_571, 642)]
    [InlineData("snap-email-enron/email-Enron.txt.gz", false, 36_692, 367_662, 367_662, 0, FirstRow.Size)]
    [InlineData(
        "higgs-twitter/higgs-reply_network.edgelist.gz", true, 38_918, 32_523, 36_902, 343)]
    [InlineData(
        "higgs-twitter/higgs-mention_network.edgelist.gz",
        true, 116_408, 150_818, 171_237, 5_353)]
    [InlineData(
        "higgs-twitter/higgs-retweet_network.edgelist.gz", true, 256_491, 328_132, 354_930, 0)]
    public void Real_lists_have_the_counts_stated_of_them(
        string file, bool weighted, int nodes, int rows, double weightSum, int selfRows,
        FirstRow first = FirstRow.Auto)
    {
        var list = EdgeList.Read(
            SharedData.Require("data/" + file), new() { Weighted = weighted, First = first }, Cancellation);
        Assert.Equal(nodes, list.Ids.Count);
        Assert.Equal(rows, list.Ties.Length);
        Assert.Equal(weightSum, list.Ties.Sum(tie => tie.Strength));
        Assert.Equal(selfRows, list.Ties.Count(tie => tie.Source == tie.Target));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static EdgeListOptions Weighted { get; } = new() { Weighted = true };

    private static string[] Ids(EdgeList list) =>
        [.. Enumerable.Range(0, list.Ids.Count).Select(node => list.Ids[new(node)])];

    private EdgeList Read(string text, EdgeListOptions? options = null) =>
        EdgeList.Read(_scratch.Write("list.txt", text), options ?? new(), Cancellation);
}
