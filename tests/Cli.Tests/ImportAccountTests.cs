using System.IO.Compression;
using System.Text.Json.Nodes;
using InfluencerMap.Cli.Tests.Backups;

namespace InfluencerMap.Cli.Tests;

/// <summary>What an import says became of everything that it read, and when it stores nothing.</summary>
public sealed class ImportAccountTests : IDisposable
{
    /// <summary>No program's date: that of the separator, which is written from it, does not stand in.</summary>
    private const string Impossible = "Mon, 02 Jan 0001 10:00:00 +0000";

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Account_of_a_table_adds_up_with_rows_of_every_end()
    {
        await _cli.RunAsync(
            "import", "people", _cli.Write("people.csv", "id\nada\nben\ncleo\ndan\n"), "--store", _cli.StorePath);
        await _cli.RunAsync("erase", "dan", "--yes", "--store", _cli.StorePath);
        await _cli.RunAsync("retention", "--profile", "it-IT", "--store", _cli.StorePath);
        await ImportAsync(Table("ada,ben,1", "ada,cleo,1"));

        string[] lines =
        [
            "ada,ben,1", "ada,ben,2", "ben,ada,2", "ada,ada,2", "ada,dan,2", "cleo,dan,2", "ada,ben,99", "ada,ben,",
        ];
        var (rows, interactions, leftOut) = await ImportAsync(Table(lines), "--max-bad-rows", "1");

        Assert.Equal((8, 6, 1), Ends(rows));
        Assert.Equal("""{"to oneself":1}""", rows["setAside"]!.ToJsonString());
        Assert.Equal((6, 2, 1, 2, 1), Given(interactions));
        Assert.Equal(
            """{"of people who were erased":2,"older than the retention profile allows":1}""",
            leftOut.ToJsonString());
    }

    [Fact]
    public async Task Account_of_mail_adds_up_where_a_mail_gives_several_interactions_or_is_automatic_or_unreadable()
    {
        var mail = _cli.Write("mail.mbox", Mail("To: ben@made.example, cleo@made.example, ada@made.example")
            + Mail("Auto-Submitted: auto-generated\nTo: ben@made.example") + Mail("To: ada@made.example")
            + Mail("To: ben@made.example", date: Impossible));

        var (rows, interactions, _) = await ImportAsync(mail);

        Assert.Equal((4, 1, 1), Ends(rows));
        Assert.Equal([1, 1], rows["setAside"]!.AsObject().Select(reason => (long)reason.Value!));
        Assert.Equal((2, 2, 0, 0, 0), Given(interactions));
        Assert.Equal((2, 0, 2, 0, 0), Given((await ImportAsync(mail)).Interactions));
    }

    [Fact]
    public async Task Account_of_an_archive_adds_up_with_posts_to_nobody_and_items_that_cannot_be_read()
    {
        var zip = Path.Combine(_cli.Folder, "slack.zip");
        await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Create, Cancellation))
        {
            var everybody = string.Join(", ", Enumerable.Range(0, 12).Select(i => $"\"U{i}\""));
            await AddAsync(
                archive, "users.json", """[{"id":"U0","profile":{"email":"ada@made.example"}},{"id":"U1"}]""");
            await AddAsync(archive, "channels.json", $$"""[{"id":"C1","name":"all","members":[{{everybody}}]}]""");
            await AddAsync(archive, "dms.json", """[{"id":"D1","members":["U0","U1"]}]""");
            await AddAsync(archive, "D1/2026-01-05.json", """
                [{"type":"message","user":"U0","ts":"1767600000.000100","text":"never read"},
                 {"type":"message","user":"U1","ts":"1767600060.000100","text":"never read"},
                 {"type":"message","user":"U1","text":"without a time"}]
                """);
            await AddAsync(archive, "all/2026-01-05.json", """
                [{"type":"message","user":"U0","ts":"1767600120.000100","text":"to nobody in particular"},
                 {"type":"message","subtype":"channel_join","user":"U2","ts":"1767600180.000100","text":"joined"}]
                """);
        }

        var (rows, interactions, _) = await ImportAsync(zip, "--max-bad-rows", "1");

        Assert.Equal((5, 2, 1), Ends(rows));
        Assert.Equal(1, (long)rows["setAside"]!["posts to nobody in particular"]!);
        Assert.Equal((2, 2, 0, 0, 0), Given(interactions));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task File_of_which_more_than_half_cannot_be_read_is_refused_unless_a_part_is_asked_for(
        int unreadable, bool isTaken)
    {
        var mail = _cli.Write("mail.mbox", Mail("To: ben@made.example") + string.Concat(
            Enumerable.Range(0, unreadable).Select(_ => Mail("To: ben@made.example", date: Impossible))));

        var result = await TryAsync(mail);

        Assert.Equal(isTaken ? 0 : 1, result.ExitCode);
        Assert.Equal(isTaken ? 1 : 0, await StoredAsync(mail));
        if (!isTaken)
        {
            Assert.Contains("mail.mbox: 2 of 3 rows could not be read", Assert.Single(result.ErrorLines));
            Assert.Contains("--allow-partial", result.Error, StringComparison.Ordinal);
            Assert.Empty(result.Output);
        }
        Assert.Equal((unreadable + 1, 1, unreadable), Ends((await ImportAsync(mail, "--allow-partial")).Rows));
        Assert.Equal(1, await StoredAsync(mail));
    }

    [Theory]
    [InlineData("ada,ada,2\nben,ben,2", "2 set aside: to oneself", "to oneself")]
    [InlineData("ada,ben,99", "1 row is older than the retention profile allows", null)]
    [InlineData("ada,dan,2", "1 row is of somebody who was erased", null)]
    public async Task File_of_which_nothing_would_be_stored_is_refused_with_the_reasons_and_the_account(
        string lines, string told, string? setAside)
    {
        await _cli.RunAsync(
            "import", "people", _cli.Write("people.csv", "id\nada\nben\ndan\n"), "--store", _cli.StorePath);
        await _cli.RunAsync("erase", "dan", "--yes", "--store", _cli.StorePath);
        await _cli.RunAsync("retention", "--profile", "it-IT", "--store", _cli.StorePath);
        var table = Table(lines.Split('\n'));

        var refused = await TryAsync(table, "--report", "json");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(told, refused.Error, StringComparison.Ordinal);
        Assert.Contains("read as csv, and nothing of it is to be stored", refused.ErrorLines[^1]);
        var (rows, interactions, _) = Read(refused);
        Assert.Equal(0, (long)interactions["stored"]!);
        if (setAside is not null)
            Assert.Equal(2, (long)rows["setAside"]![setAside]!);
        Assert.Empty(BackedUpCompany.Rows(
            _cli.StorePath, "SELECT 1 FROM imports UNION ALL SELECT 1 FROM interactions"));
    }

    [Fact]
    public async Task File_that_is_imported_again_is_taken_though_nothing_is_new_and_an_empty_one_too()
    {
        await ImportAsync(Table("ada,ben,1"));

        Assert.Equal((1, 0, 1, 0, 0), Given((await ImportAsync(Table("ada,ben,1"))).Interactions));
        Assert.Equal((0, 0, 0), Ends((await ImportAsync(Table())).Rows));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Lines of from, to and days ago; a day that is missing cannot be read.</summary>
    private string Table(params string[] lines)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        return _cli.Write("table.csv", "from,to,at\n" + string.Concat(lines.Select(line => line.Split(',')).Select(
            cells => $"{cells[0]},{cells[1]},{At(cells[2])}\n")));

        string At(string daysAgo) => daysAgo.Length > 0 ? $"{now.AddDays(-int.Parse(daysAgo)):s}Z" : "never";
    }

    private static string Mail(string recipients, string date = "Mon, 2 Feb 2026 09:00:00 +0000") =>
        $"From ada@made.example Mon Feb  2 09:00:00 2026\nMessage-ID: <{Guid.NewGuid():N}@made.example>\n"
        + $"Date: {date}\nFrom: ada@made.example\n{recipients}\n\nNever read.\n\n";

    private static async Task AddAsync(ZipArchive archive, string name, string text)
    {
        await using var writer = new StreamWriter(await archive.CreateEntry(name).OpenAsync(Cancellation));
        await writer.WriteAsync(text);
    }

    private Task<CliResult> TryAsync(string file, params string[] options) =>
        _cli.TryAsync(["import", "interactions", file, .. options, "--store", _cli.StorePath]);

    /// <summary>Rows that an import of the same file finds in the store, if it is to store what it can.</summary>
    private async Task<long> StoredAsync(string file)
    {
        var copy = _cli.StorePath + ".copy";
        File.Copy(_cli.StorePath, copy, overwrite: true);
        var again = await _cli.RunAsync(
            "import", "interactions", file, "--allow-partial", "--report", "json", "--store", copy);
        return (long)Read(again).Interactions["alreadyThere"]!;
    }

    private async Task<(JsonNode Rows, JsonNode Interactions, JsonNode LeftOut)> ImportAsync(
        string file, params string[] options)
    {
        var result = await TryAsync(file, [.. options, "--report", "json"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return Read(result);
    }

    /// <summary>The one object on standard output, whose numbers add up.</summary>
    private static (JsonNode Rows, JsonNode Interactions, JsonNode LeftOut) Read(CliResult result)
    {
        var account = JsonNode.Parse(result.Output)!;
        var (rows, interactions) = (account["rows"]!, account["interactions"]!);
        var (found, gave, unreadable) = Ends(rows);
        Assert.Equal(found, gave + unreadable + rows["setAside"]!.AsObject().Sum(reason => (long)reason.Value!));
        var (given, stored, alreadyThere, ofErased, outside) = Given(interactions);
        Assert.Equal(given, stored + alreadyThere + ofErased + outside);
        return (rows, interactions, account["leftOut"]!);
    }

    private static (long Found, long Gave, long Unreadable) Ends(JsonNode rows) =>
        ((long)rows["found"]!, (long)rows["gave"]!, (long)rows["unreadable"]!);

    private static (long Given, long Stored, long AlreadyThere, long OfErased, long Outside) Given(JsonNode given) => (
        (long)given["given"]!, (long)given["stored"]!, (long)given["alreadyThere"]!, (long)given["ofErased"]!,
        (long)given["outsideRetention"]!);
}
