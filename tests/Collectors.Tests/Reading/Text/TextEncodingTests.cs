using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Texts in whatever encoding they are; nothing is taken for another one without a word.</summary>
public sealed class TextEncodingTests : IDisposable
{
    private const string Rows = "from,to,at\nnicolò@x.example,zoë@x.example,2026-11-02\n";

    private readonly Scratch _scratch = new();

    static TextEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("windows-1252", false)]
    [InlineData("iso-8859-1", false)]
    public async Task Tables_are_read_in_the_encoding_that_shows(string name, bool isWithoutMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. isWithoutMark ? [] : encoding.GetPreamble(), .. encoding.GetBytes(Rows)];
        var read = await Scratch.CollectAsync(_scratch.Write("a.csv", bytes));
        Assert.Equal(["nicolò@x.example>zoë@x.example"], read.Pairs());
        Assert.Equal(isWithoutMark || name is "windows-1252" or "iso-8859-1" ? 1 : 0, read.Report.Notes.Count);
    }

    [Fact]
    public async Task Cyrillic_without_a_mark_is_seen_by_its_delimiters()
    {
        var bytes = Encoding.Unicode.GetBytes("from,to,at\nборис,анна,2026-11-02\nборис,вера,2026-11-02\n");
        var read = await Scratch.CollectAsync(_scratch.Write("a.csv", bytes));
        Assert.Equal(["борис>анна", "борис>вера"], read.Pairs());
    }

    [Fact]
    public async Task That_a_text_is_Windows_1252_is_told()
    {
        var path = _scratch.Write("a.csv", Encoding.GetEncoding(1252).GetBytes(Rows));
        Assert.Equal(
            ["a.csv: no UTF-8, read as Windows-1252 (Western Europe); --encoding NAME says otherwise."],
            (await Scratch.CollectAsync(path)).Report.Notes);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public async Task A_character_is_whole_wherever_the_parts_end_in_which_a_file_is_read(string name)
    {
        var text = new StringBuilder("from,to,at\n");
        for (var i = 0; i < 9_000; i++)
            text.Append($"{new string('a', i % 7)}é@x.example,b{i % 3}@x.example,")
                .Append($"2026-11-02T{i / 60 % 24:00}:{i % 60:00}\n");
        var bytes = Encoding.GetEncoding(name).GetBytes(text.ToString());
        var read = await Scratch.CollectAsync(_scratch.Write("a.csv", bytes));
        Assert.Equal(9_000, read.Interactions.Length);
        Assert.Equal(10, read.Accounts.Added.Count);
    }

    [Theory]
    [InlineData("ibm850", "andré@x.example")]
    [InlineData("ibm850", "nicolò@x.example")]
    [InlineData("ibm850", "jürgen@x.example")]
    [InlineData("macintosh", "andré@x.example")]
    [InlineData("macintosh", "nicolò@x.example")]
    public async Task Other_code_pages_are_refused_until_they_are_named(string name, string address)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes($"from,to,at\n{address},b@x.example,2026-11-02\n");
        var path = _scratch.Write("a.csv", bytes);
        Assert.Contains("--encoding NAME, such as", await Scratch.RefusalAsync(path));
        var read = await Scratch.CollectAsync(path, new() { Encoding = name });
        Assert.Equal([$"{address}>b@x.example"], read.Pairs());
    }

    [Fact]
    public async Task A_text_of_two_encodings_is_refused()
    {
        byte[] bytes =
        [
            .. Encoding.Latin1.GetBytes("from,to,at\nnicolò@x.example,b,2026-11-02\n"),
            .. Encoding.UTF8.GetBytes("nicolò@x.example,b,2026-11-02\n"),
        ];
        Assert.Contains(
            "UTF-8 in one part and another encoding in another",
            await Scratch.RefusalAsync(_scratch.Write("a.csv", bytes)));
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        byte[] bytes = [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 % 251))];
        Assert.Equal("a.csv: this is not text.", await Scratch.RefusalAsync(_scratch.Write("a.csv", bytes)));
        bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]];
        Assert.Contains("an old Office file (.xls, .msg)", await Scratch.RefusalAsync(_scratch.Write("a.csv", bytes)));
    }

    [Fact]
    public void Names_that_no_encoding_has_are_told() => Assert.StartsWith(
        "There is no encoding 'ansi-latin'; expected auto or an IANA name",
        Assert.Throws<InputException>(() => new CsvFormat { Encoding = "ansi-latin" }).Message);

    [Fact]
    public async Task People_and_identities_are_read_so_too()
    {
        var people = await Scratch.PeopleAsync(
            _scratch.Write("p.csv", Encoding.GetEncoding(1252).GetBytes("id;name\nE1;Nicolò Müller\n")));
        Assert.Single(people.Entries);
        var mapping = _scratch.Write("m.csv", Encoding.GetEncoding(1252).GetBytes("handle;person\nnicolò;E1\n"));
        Assert.Equal("nicolò", (await IdentitiesCsv.ReadAsync(
            mapping, CsvFormat.Default, TestContext.Current.CancellationToken)).Rows[0].Handle);
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-8", false)]
    public void Json_of_PowerShell_is_found_and_read(string name, bool isWithoutMark)
    {
        const string Json = """
            [{"id": "1", "messageType": "message", "createdDateTime": "2026-11-02T10:00:00Z", "chatId":
            "19:aaaaaaaa-0000-0000-0000-000000000001_bbbbbbbb-0000-0000-0000-000000000002@unq.gbl.spaces",
            "from": {"user": {"id": "aaaaaaaa-0000-0000-0000-000000000001", "userIdentityType": "aadUser"}}}]
            """;
        var encoding = Encoding.GetEncoding(name);
        string[] texts =
        [
            Json, Json[1..^1], $"{{\"value\": {Json}, \"Count\": 1}}",
            Json.Replace("2026-11-02T10:00:00Z", "\\/Date(1793613600000)\\/"),
        ];
        foreach (var text in texts)
        {
            byte[] bytes = [.. isWithoutMark ? [] : encoding.GetPreamble(), .. encoding.GetBytes(text)];
            var read = Samples.Read(_scratch.Write("t.json", bytes));
            Assert.Equal(("teams-export", 1), (read.Format, read.Interactions.Length));
            Assert.Equal(new(2026, 11, 2, 10, 0, 0), read.First);
        }
    }

    [Fact]
    public void Json_with_the_names_of_the_module_of_Graph_is_read()
    {
        var read = Samples.Read(_scratch.Write("t.json", """
            {"Id": "1", "MessageType": "message", "CreatedDateTime": "\/Date(1793613600000)\/", "ChatId":
            "19:aaaaaaaa-0000-0000-0000-000000000001_bbbbbbbb-0000-0000-0000-000000000002@unq.gbl.spaces",
            "From": {"Application": null, "User": {"Id": "aaaaaaaa-0000-0000-0000-000000000001"}}, "Mentions": []}
            """));
        Assert.Equal(
            ["2026-11-02 10:00:00Z aaaaaaaa-0000-0000-0000-000000000001>bbbbbbbb-0000-0000-0000-000000000002"],
            read.Events());
    }
}
