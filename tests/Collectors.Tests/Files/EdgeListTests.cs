using System.Globalization;
using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Graph;

namespace InfluencerMap.Tests.Files;

public sealed class EdgeListTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("7 3\n3 20\n")]
    [InlineData("7\t3\r\n3\t20\r\n")]
    [InlineData("# nodes and edges\n\n7,3\n% more\n3,20")]
    [InlineData("\uFEFF7;3\n  3  ;  20  \n\n")]
    [InlineData("7 3 1217567877\n3 20 1217567878\n")]
    public void Rows_are_read_whatever_separates_them(string text)
    {
        var list = Read(text);
        Assert.Equal([3, 7, 20], list.Ids);
        Assert.Equal([new Tie(1, 0), new Tie(0, 2)], list.Ties);
        Assert.Null(list.SizeLine);
    }

    [Fact]
    public void Zipped_list_equals_the_plain_one()
    {
        var path = _scratch.Write("list.gz", Scratch.Gzip("1 2\n2 3\n"));
        var zipped = EdgeList.Read(path, EdgeWeights.None, Cancellation);
        Assert.Equal(Read("1 2\n2 3\n").Ties, zipped.Ties);
    }

    [Fact]
    public void Ids_of_eighteen_digits_are_numbered_in_their_order()
    {
        var list = Read("999999999999999999 5\n123456789012 999999999999999999\n");
        Assert.Equal([5, 123456789012, 999999999999999999], list.Ids);
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
        Assert.Equal(weight, Read($"1 2 {text}\n", EdgeWeights.Strengths).Ties[0].Strength);

    [Theory]
    [InlineData("1 2\n-1 2\n", "list.txt, line 2: column 1 is negative; a node is a whole number of at least 0.")]
    [InlineData("# x\r\n1 -2\r\n", "list.txt, line 2: column 2 is negative; a node is a whole number of at least 0.")]
    [InlineData("1 2\n\n3\n", "list.txt, line 3: column 2 is missing; a row is source, target and what may follow.")]
    [InlineData("1,,2\n", "list.txt, line 1: column 2 is missing; a row is source, target and what may follow.")]
    [InlineData(
        "from to\n",
        "list.txt, line 1: column 1 is not a node; a node is a whole number of at most 18 digits.")]
    [InlineData("1 2.5\n", "list.txt, line 1: column 2 is not a node; a node is a whole number of at most 18 digits.")]
    [InlineData(
        "1234567890123456789 1\n",
        "list.txt, line 1: column 1 is not a node; a node is a whole number of at most 18 digits.")]
    public void Bad_node_is_told_by_file_line_and_column(string text, string message) =>
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
        var refusal = Assert.Throws<InputException>(() => Read($"4 5 1\n{row}\n", EdgeWeights.Strengths));
        Assert.Equal($"list.txt, line 2: column 3 {what}.", refusal.Message);
    }

    [Theory]
    [InlineData("9", "is 9; a length is a whole number from 1 to 8")]
    [InlineData("1.5", "is 1.5; a length is a whole number from 1 to 8")]
    [InlineData("0", "is 0; a weight is positive and finite")]
    public void Bad_length_is_told_by_file_line_and_column(string length, string what)
    {
        var refusal = Assert.Throws<InputException>(() => Read($"4 5 8\n1 2 {length}\n", EdgeWeights.Lengths));
        Assert.Equal($"list.txt, line 2: column 3 {what}.", refusal.Message);
    }

    [Fact]
    public void Broken_zip_and_endless_line_are_refused()
    {
        var zipped = Scratch.Gzip("1 2\n2 3\n");
        zipped[12] ^= 0xFF;
        zipped[13] ^= 0xFF;
        var path = _scratch.Write("list.gz", zipped);
        Assert.Throws<InputException>(() => EdgeList.Read(path, EdgeWeights.None, Cancellation));
        var refusal = Assert.Throws<InputException>(() => Read("1 2\n" + new string('7', 3 << 20)));
        Assert.Equal("list.txt, line 2: longer than 1048576 bytes; this is no edge list.", refusal.Message);
    }

    [Fact]
    public void First_row_that_truly_states_the_size_is_no_edge()
    {
        Assert.Equal(2, Read("# 3 nodes, 4 edges\n3 4\n0 1\n1 2\n2 0\n0 2\n").SizeLine);
        Assert.Equal(4, Read("3 4\n0 1\n1 2\n2 0\n0 2\n").Ties.Length);
        Assert.Equal(2, Read("%%MatrixMarket matrix coordinate pattern general\n9 9 2\n1 2\n2 3\n").Ties.Length);
        Assert.Null(Read("3 5\n0 1\n1 2\n2 0\n0 2\n").SizeLine);
        Assert.Null(Read("2 4\n0 1\n1 2\n2 0\n0 2\n").SizeLine);
        Assert.Null(Read("4 3\n0 1\n1 2\n2 3\n").SizeLine);
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
            foreach (var (source, target, weight) in rows)
            {
                if (random.Next(9) == 0)
                    text.Append("# a remark\n");
                var separator = " |\t|,|;| , |  ".Split('|')[random.Next(6)];
                text.Append(CultureInfo.InvariantCulture, $"{source}{separator}{target}{separator}{weight}\n");
            }
            var list = Read(text.ToString(), EdgeWeights.Strengths);
            Assert.Null(list.SizeLine);
            Assert.Equal(rows.SelectMany(r => new[] { r.Source, r.Target }).Distinct().Order(), list.Ids);
            Assert.Equal(rows, list.Ties.Select(t => (list.Ids[t.Source], list.Ids[t.Target], t.Strength)));
        }
    }

    [Theory]
    [InlineData("email-eu-core/email-Eu-core.txt", EdgeWeights.None, 1_005, 25_571, 25_571, 642, null)]
    [InlineData("snap-email-enron/email-Enron.txt.gz", EdgeWeights.None, 36_692, 367_662, 367_662, 0, 5L)]
    [InlineData(
        "higgs-twitter/higgs-reply_network.edgelist.gz", EdgeWeights.Strengths, 38_918, 32_523, 36_902, 343, null)]
    [InlineData(
        "higgs-twitter/higgs-mention_network.edgelist.gz",
        EdgeWeights.Strengths, 116_408, 150_818, 171_237, 5_353, null)]
    [InlineData(
        "higgs-twitter/higgs-retweet_network.edgelist.gz", EdgeWeights.Strengths, 256_491, 328_132, 354_930, 0, null)]
    public void Real_lists_have_the_counts_stated_of_them(
        string file, EdgeWeights weights, int nodes, int rows, double weightSum, int selfRows, long? sizeLine)
    {
        var list = EdgeList.Read(SharedData.Require("data/" + file), weights, Cancellation);
        Assert.Equal(nodes, list.Ids.Length);
        Assert.Equal(rows, list.Ties.Length);
        Assert.Equal(weightSum, list.Ties.Sum(tie => tie.Strength));
        Assert.Equal(selfRows, list.Ties.Count(tie => tie.Source == tie.Target));
        Assert.Equal(sizeLine, list.SizeLine);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EdgeList Read(string text, EdgeWeights weights = EdgeWeights.None) =>
        EdgeList.Read(_scratch.Write("list.txt", text), weights, Cancellation);
}
