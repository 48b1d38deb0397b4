namespace InfluencerMap.Tests.Reading;

/// <summary>Whole numbers however programs write them; a comma never cuts one.</summary>
public sealed class CellNumbers : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("3.0", 3)]
    [InlineData("3,0", 3)]
    [InlineData("3,00", 3)]
    [InlineData("1.234,0", 1234)]
    [InlineData("1,234.0", 1234)]
    [InlineData("1.000.0", null)]
    [InlineData("2,5", null)]
    [InlineData("2.5", null)]
    [InlineData("1,234", null)]
    [InlineData("1.234", null)]
    [InlineData("0,000", 0)]
    public async Task A_weight_is_whole_or_the_row_is_bad(string cell, int? expected)
    {
        var path = _scratch.Write("a.csv", $"from;to;at;weight\na;b;2026-11-02;{cell}\n");
        if (expected is { } count)
            Assert.Equal(count, (await Scratch.CollectAsync(path)).Interactions.Length);
        else
            Assert.StartsWith(
                "a.csv, line 2, column 4 (weight): expected a whole number", await Scratch.RefusalAsync(path));
    }

    [Theory]
    [InlineData(new[] { "1.234", "2,0" }, 1236)]
    [InlineData(new[] { "1,234", "2.0" }, 1236)]
    [InlineData(new[] { "1.234", "1.000.000" }, null)]
    [InlineData(new[] { "2,000", "1500" }, 1502)]
    [InlineData(new[] { "1.000", "2.50" }, null)]
    [InlineData(new[] { "3.0", "3,0" }, 6)]
    public async Task What_a_mark_means_shows_in_the_whole_column(string[] cells, int? expected)
    {
        var path = _scratch.Write(
            "a.csv", "from;to;at;weight\n" + string.Concat(cells.Select((cell, i) => $"a;b{i};2026-11-02;{cell}\n")));
        if (expected is { } count)
            Assert.Equal(count, (await Scratch.CollectAsync(path)).Interactions.Length);
        else
            Assert.Contains("(weight): expected a whole number", await Scratch.RefusalAsync(path));
    }

    [Fact]
    public async Task A_comma_between_digits_parts_cells_where_commas_do()
    {
        var path = _scratch.Write("a.csv", "from,to,at,weight\na,b,2026-11-02,610,086\n");
        Assert.Contains("as many columns as the first line has", await Scratch.RefusalAsync(path));
    }

    [Fact]
    public async Task Minutes_and_audiences_are_read_alike()
    {
        var read = await Scratch.CollectAsync(
            _scratch.Write("a.csv", "from;to;at;channel;minutes;audience\na;b;2026-11-02;meeting;30,0;12.0\n"));
        Assert.Equal((30, 12), (read.Interactions[0].Minutes, read.Interactions[0].AudienceSize));
    }
}
