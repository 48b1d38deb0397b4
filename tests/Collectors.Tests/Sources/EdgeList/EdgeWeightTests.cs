using System.Globalization;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>A comma in a weight is decided from its whole column, and never cuts a number.</summary>
public sealed class EdgeWeightTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("2,5 7,25", 2.5, 7.25)]
    [InlineData("610,086 2,5", 610.086, 2.5)]
    [InlineData("610,086 1,234,567", 610086, 1234567)]
    [InlineData("610,086 2.5", 610086, 2.5)]
    [InlineData("0,125 610,086", 0.125, 610.086)]
    [InlineData("1234,567 610,086", 1234.567, 610.086)]
    [InlineData("1.234,5 1.234", 1234.5, 1234)]
    [InlineData("1,234.5 7", 1234.5, 7)]
    [InlineData("1.234.567 2", 1234567, 2)]
    [InlineData("1.234 2", 1.234, 2)]
    [InlineData("2,5e3 7", 2500, 7)]
    [InlineData("12,5 +3", 12.5, 3)]
    public void Column_shows_what_its_commas_mean(string cells, double first, double second)
    {
        foreach (var delimiter in new[] { ";", "\t", " ", "|" })
            Assert.Equal(
                [first, second],
                Weights($"1{delimiter}2{delimiter}{cells.Replace(" ", $"\n2{delimiter}3{delimiter}")}\n"));
        Assert.Equal([first, second], Weights($"a,b,\"{cells.Replace(" ", "\"\nb,c,\"")}\"\n"));
    }

    [Theory]
    [InlineData("1;2;610,086\n2;3;12\n", "list.txt: column 3 has commas that may part decimals or thousands")]
    [InlineData("1;2;610,086\n", "list.txt: column 3 has commas that may part decimals or thousands")]
    [InlineData("1;2;2,5\n2;3;2.5\n", "list.txt: column 3 has numbers with a decimal comma and others with a")]
    [InlineData("1;2;2,5\n2;3;1,2,3\n", "list.txt, line 2: column 3 is not a number;")]
    [InlineData("1,2,610,086\n2,3,12,5\n", "list.txt, line 1: columns 3 and 4 may be one number with a decimal comma")]
    [InlineData("1,2,2,5\n2,3,7\n", "list.txt, line 1: columns 3 and 4 may be one number with a decimal comma")]
    [InlineData("Source,Target,Weight\n1,2,2,5\n", "list.txt, line 2: 4 cells, and the heading has 3;")]
    public void Column_that_leaves_it_open_is_refused(string text, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<InputException>(() => Weights(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Mark_that_is_said_holds()
    {
        Assert.Equal([610.086, 12], Weights("1;2;610,086\n2;3;12\n", DecimalMark.Comma));
        Assert.Equal([610086, 12], Weights("1;2;610,086\n2;3;12\n", DecimalMark.Point));
        Assert.Equal([610, 12], Weights("1,2,610,086\n2,3,12,5\n", DecimalMark.Point));
        Assert.Throws<InputException>(() => Weights("1;2;2,5\n", DecimalMark.Point));
    }

    /// <summary>Columns after the weight, such as a time, are no decimals.</summary>
    [Theory]
    [InlineData("6,2,4,1289241911.72836\n6,5,2,1289241941\n")]
    [InlineData("6,2,4,Directed\n6,5,2,Directed\n")]
    [InlineData("6,2,4,1289241911\n6,5,2,1289241941\n")]
    public void Further_columns_are_not_read(string text) => Assert.Equal([4, 2], Weights(text));

    /// <summary>What the invariant culture writes with a decimal comma is read back, in any mixture.</summary>
    [Fact]
    public void Numbers_written_in_Italian_are_read_back()
    {
        var italian = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        var random = new Random(5);
        for (var trial = 0; trial < 50; trial++)
        {
            var format = trial % 2 == 0 ? "0.####" : "#,0.####";
            var weights = Enumerable.Range(0, 40)
                .Select(_ => Math.Round(Math.Exp(random.NextDouble() * 12) + 0.01, 4)).Append(2.5).ToArray();
            var text = string.Join('\n', weights.Select(weight => $"a;b;{weight.ToString(format, italian)}"));
            Assert.Equal(weights, Weights(text));
        }
    }

    private double[] Weights(string text, DecimalMark mark = DecimalMark.Auto) =>
        [.. EdgeList.Read(
            _scratch.Write("list.txt", text), new() { Weighted = true, Decimal = mark },
            TestContext.Current.CancellationToken).Ties.Select(tie => tie.Strength)];
}
