using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>The same two interactions, however a file is laid out.</summary>
public sealed class Layouts : IDisposable
{
    private const string Plain = "from,to,at\na@x.example,b@x.example,2024-01-02\nb@x.example,c@x.example,2024-01-03\n";
    private static readonly string[] Expected = ["a@x.example>b@x.example", "b@x.example>c@x.example"];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(",", CsvFormat.Auto)]
    [InlineData(";", CsvFormat.Auto)]
    [InlineData("\t", CsvFormat.Auto)]
    [InlineData("|", CsvFormat.Auto)]
    [InlineData("\t", "tab")]
    [InlineData("^", "^")]
    [InlineData(" ", " ")]
    [InlineData("  \t ", CsvFormat.Whitespace)]
    public async Task Delimiters_are_found_or_given(string delimiter, string given)
    {
        var path = _scratch.Write("a.csv", Plain.Replace(",", delimiter));
        Assert.Equal(Expected, (await Scratch.CollectAsync(path, new() { Delimiter = given })).Pairs());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Line_ends_may_be_of_any_system(string lineEnd)
    {
        var path = _scratch.Write("a.csv", Plain.Replace("\n", lineEnd));
        Assert.Equal(Expected, (await Scratch.CollectAsync(path)).Pairs());
        var columns = _scratch.Write("b.txt", Plain.Replace("\n", " " + lineEnd + " ").Replace(",", "   "));
        var read = await Scratch.CollectAsync(columns, new() { Delimiter = CsvFormat.Whitespace });
        Assert.Equal(Expected, read.Pairs());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Byte_order_marks_are_no_part_of_the_first_column(string encoding)
    {
        var e = Encoding.GetEncoding(encoding);
        var path = _scratch.Write("a.csv", [.. e.GetPreamble(), .. e.GetBytes(Plain)]);
        Assert.Equal(Expected, (await Scratch.CollectAsync(path)).Pairs());
    }

    [Fact]
    public async Task Packed_files_are_unpacked()
    {
        var path = _scratch.Write("a.csv.gz", Scratch.Gzip(Plain));
        Assert.Equal(Expected, (await Scratch.CollectAsync(path)).Pairs());
    }

    [Fact]
    public async Task Without_a_header_columns_have_numbers()
    {
        var path = _scratch.Write("a.csv", "2024-01-02,a@x.example,b@x.example\n2024-01-03,b@x.example,c@x.example");
        var format = new CsvFormat { HasHeader = false, Map = ColumnMap.Parse("from=2,to=3,at=1") };
        Assert.Equal(Expected, (await Scratch.CollectAsync(path, format)).Pairs());
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_case_and_be_mapped_by_name_or_number()
    {
        var path = _scratch.Write(
            "a.csv", "AT,Sent To,From\n2024-01-02, b@x.example ,A@X.example\n2024-01-03,C@x.example,b@x.example");
        foreach (var map in (string[])["to=sent to", "to=2", "TO=Sent To,from=3"])
            Assert.Equal(Expected, (await Scratch.CollectAsync(path, new() { Map = ColumnMap.Parse(map) })).Pairs());
    }

    [Fact]
    public async Task Blanks_around_cells_and_around_their_quotes_mean_nothing()
    {
        var path = _scratch.Write(
            "a.csv",
            "from , to ,at, kind\na@x.example , \"b@x.example\" , 2024-01-02\t, sent \n"
            + "b@x.example,c@x.example, 2024-01-03 ,sent\n");
        Assert.Equal(Expected, (await Scratch.CollectAsync(path, new() { Where = [new("kind", "sent")] })).Pairs());
    }

    [Fact]
    public async Task Unread_cells_may_hold_anything_that_is_quoted_well()
    {
        var path = _scratch.Write(
            "a.csv",
            "subject,from,to,at,\"body\"\n\"one\r\ntwo, \"\"three\"\"\n\",a@x.example,b@x.example,2024-01-02,\n"
            + ",b@x.example,c@x.example,2024-01-03,\"\n\n,,,,\n\"\n,b@x.example,,2024-01-03,\n");
        var read = await Scratch.CollectAsync(path, new() { MaxBadRows = 1 });
        Assert.Equal(Expected, read.Pairs());
        Assert.Equal([1, 5], read.Report.UnreadColumns);
        var message = Assert.Single(read.Report.BadRowMessages);
        Assert.StartsWith("a.csv, line 9, column 3 (to): expected an address", message);
    }

    [Fact]
    public async Task Empty_lines_and_comments_of_a_list_of_edges_are_passed_over()
    {
        var path = _scratch.Write("a.txt", "# from to\n\na@x.example b@x.example\n   \nb@x.example\tc@x.example\n");
        var format = new CsvFormat
        {
            Delimiter = CsvFormat.Whitespace,
            HasHeader = false,
            Map = ColumnMap.Parse("from=1,to=2"),
        };
        Assert.Equal(Expected, (await Scratch.CollectAsync(path, format, new() { At = DateTime.UnixEpoch })).Pairs());
    }

    [Fact]
    public async Task Rows_are_kept_where_all_conditions_hold()
    {
        var path = _scratch.Write(
            "a.csv", "from,to,at,kind,box\na,b,2024-01-02,sent,1\nc,d,2024-01-02,sent,2\ne,f,,draft,1\n");
        var format = new CsvFormat { Where = [CellFilter.Parse("kind=sent"), CellFilter.Parse("box=1")] };
        var read = await Scratch.CollectAsync(path, format);
        Assert.Equal(["a>b"], read.Pairs());
        Assert.Equal((3, 2), (read.Report.RowsRead, read.Report.RowsFilteredOut));
        Assert.Empty(read.Report.UnreadColumns);
    }

    [Fact]
    public async Task Random_rows_are_read_back_whatever_is_quoted()
    {
        var random = new Random(42);
        for (var round = 0; round < 50; round++)
        {
            var delimiter = ",;\t|"[random.Next(4)];
            (string From, string To, string Subject)[] rows = [.. Enumerable.Range(0, random.Next(1, 200))
                .Select(_ => (Cell(random) + "x", Cell(random).Replace(";", "").Replace(",", "") + "Y", Cell(random)))];
            var text = new StringBuilder("from,to,at,subject\n".Replace(',', delimiter));
            foreach (var (from, to, subject) in rows)
                text.AppendJoin(delimiter, Quote(from), Quote(to), "2024-01-02", Quote(subject)).Append('\n');
            var path = _scratch.Write("random.csv", text.ToString());
            var read = await Scratch.CollectAsync(path, new() { MaxBadRows = rows.Length });
            string[] expected = [.. rows.Where(row => !(row.From + row.To).Any(char.IsControl))
                .Select(row => $"{row.From}>{row.To}".ToLowerInvariant())];
            Assert.Equal(expected, read.Pairs());
            Assert.Equal(rows.Length, read.Report.RowsRead);
        }
    }

    /// <summary>A letter, a number and some of the marks that need quotes.</summary>
    private static string Cell(Random random) =>
        $"{(char)('a' + random.Next(26))}{random.Next(50)}\"',;\t|\n é"[..random.Next(2, 11)];

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"")}\"";
}
