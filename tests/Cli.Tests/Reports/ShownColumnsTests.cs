using System.Text;
using System.Text.Json.Nodes;

namespace InfluencerMap.Cli.Tests.Reports;

/// <summary>What tables and CSV show of a firm of 22: names, columns that fit, nothing of a chart that is not
/// there.</summary>
public sealed class ShownColumnsTests(SmallFirm firm) : IClassFixture<SmallFirm>
{
    private const StringComparison Exact = StringComparison.Ordinal;

    private CliProcess Cli => firm.Cli;

    [Fact]
    public async Task Imported_names_stand_beside_the_ids_in_tables_csv_and_json()
    {
        foreach (var verb in (string[][])[["rank"], ["cohort", "--size", "3"]])
        {
            Assert.Contains("│ Niccolò D'Amico 0", (await ShowAsync(verb)).Output, Exact);
            Assert.All(
                Csv.Read((await ShowAsync([.. verb, "--format", "csv"])).Output),
                line => Assert.Equal($"Niccolò D'Amico {line["person"][1..]}", line["name"]));
            Assert.Contains("\"name\": ", (await ShowAsync([.. verb, "--format", "json"])).Output, Exact);
        }
        var explained = await ShowAsync("explain", "p00");
        Assert.StartsWith("Niccolò D'Amico 00 (p00) is number ", explained.Output, Exact);
        Assert.Equal(
            "Niccolò D'Amico 00", (string?)JsonNode.Parse((await ShowAsync("explain", "p00", "--format", "json"))
                .Output)!["name"]);
        var backups = Csv.Read((await ShowAsync("what-if", "--leave", "p00", "--format", "csv")).Output);
        Assert.All(backups, line => Assert.Equal("Niccolò D'Amico 00", line["leaver_name"]));
        Assert.All(backups, line => Assert.Equal($"Niccolò D'Amico {line["person"][1..]}", line["name"]));
        var pairs = Csv.Read((await ShowAsync("fragility", "--format", "csv")).Output);
        Assert.All(pairs, line => Assert.Equal($"Niccolò D'Amico {line["person"][1..]}", line["name"]));
    }

    [Theory]
    [InlineData("rank")]
    [InlineData("cohort", "--size", "3")]
    [InlineData("what-if", "--leave", "p00")]
    [InlineData("fragility")]
    [InlineData("hygiene")]
    [InlineData("runs", "list")]
    public async Task No_line_of_a_table_is_wider_than_80_columns(params string[] verb)
    {
        var lines = (await NarrowAsync(verb)).OutputLines;

        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public async Task Ranking_at_80_columns_keeps_place_person_name_and_score_and_says_what_it_leaves_out()
    {
        var lines = (await NarrowAsync("rank", "--top", "5")).OutputLines;

        var header = lines.Single(line => line.StartsWith("│ rank", Exact));
        Assert.All((string[])["rank", "person", "name", "influence"], column => Assert.Contains(column, header, Exact));
        Assert.DoesNotContain("key", header, Exact);
        // Every person on one line: no cell is broken.
        Assert.Equal(5, lines.Count(line => line.Contains("Niccolò D'Amico", Exact)));
        Assert.Contains(lines, line => line.StartsWith("Columns left out at this width: key, ", Exact));
        Assert.Contains(lines, line => line.Contains("--format csv has all.", Exact));
    }

    [Fact]
    public async Task Nothing_is_left_out_where_no_width_is_said()
    {
        var output = (await ShowAsync("rank")).Output;

        Assert.DoesNotContain("Columns left out", output, Exact);
        Assert.All((string[])["key", "department", "level", "on chart", "gained"], column =>
            Assert.Contains($"│ {column} ", output.Replace("│      ", "│ ", Exact), Exact));
    }

    [Fact]
    public async Task Excel_in_italian_gets_a_mark_semicolons_and_decimal_commas()
    {
        var plain = Csv.Read((await ShowAsync("rank", "--format", "csv")).Output);

        var excel = await BytesAsync("rank", "--excel", "it");

        Assert.StartsWith("\uFEFFrank;person;name;", excel, Exact);
        var cells = excel.Split("\r\n")[1].Split(';');
        Assert.Equal(plain[0].Values.Count, cells.Length);
        var score = plain[0].Keys.ToList().IndexOf("score");
        Assert.Equal(plain[0]["score"].Replace('.', ','), cells[score]);
        Assert.DoesNotContain('.', cells[score]);
    }

    [Fact]
    public async Task Excel_in_english_gets_a_mark_commas_and_points()
    {
        var plain = (await ShowAsync("cohort", "--size", "3", "--format", "csv")).Output;

        var excel = await BytesAsync("cohort", "--size", "3", "--excel", "en");

        Assert.Equal("\uFEFF" + plain.Replace("\n", "\r\n", Exact), excel);
    }

    [Theory]
    [InlineData("rank")]
    [InlineData("rank", "--format", "csv")]
    [InlineData("cohort", "--size", "3")]
    [InlineData("cohort", "list")]
    [InlineData("what-if", "--leave", "p00")]
    [InlineData("fragility")]
    [InlineData("hygiene")]
    [InlineData("broadcasts")]
    [InlineData("identities", "log")]
    [InlineData("identities", "review")]
    public async Task Every_command_that_writes_csv_writes_it_for_excel(params string[] verb)
    {
        var output = await BytesAsync([.. verb, "--excel", "it"]);

        Assert.StartsWith("\uFEFF", output, Exact);
        Assert.Contains(';', output.Split('\n')[0]);
    }

    [Fact]
    public async Task Excel_is_not_for_other_formats()
    {
        var refused = await Cli.TryAsync("rank", "--excel", "it", "--format", "json", "--store", Cli.StorePath);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--excel writes CSV", refused.Error, Exact);
    }

    private Task<CliResult> ShowAsync(params string[] verb) => Cli.RunAsync([.. verb, "--store", Cli.StorePath]);

    private async Task<CliResult> NarrowAsync(params string[] verb)
    {
        Cli.Variables["COLUMNS"] = "80";
        try
        {
            return await ShowAsync(verb);
        }
        finally
        {
            Cli.Variables.Remove("COLUMNS");
        }
    }

    /// <summary>Of standard output, whose byte order mark a reader of text would take away.</summary>
    private async Task<string> BytesAsync(params string[] verb)
    {
        using var process = Cli.Start([.. verb, "--store", Cli.StorePath]);
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

/// <summary>A store with a night of two months of mail, which goes through the first few of a firm of 22.</summary>
public sealed class SmallFirm : IAsyncLifetime
{
    internal CliProcess Cli { get; } = new();

    public async ValueTask InitializeAsync() => await NightAsync(Cli, id => id == 0 ? "" : $"p{(id - 1) / 4:00}");

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task NightAsync(CliProcess cli, Func<int, string> managerOf, bool named = true)
    {
        var people = new StringBuilder(named ? "id,name,manager,department\n" : "id,manager,department\n");
        for (var id = 0; id < 22; id++)
            people.Append($"p{id:00},{(named ? $"Niccolò D'Amico {id:00}," : "")}{managerOf(id)},unit {id % 2}\n");
        var mail = new StringBuilder("from,to,at\n");
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2026, 3, 1); day = day.AddDays(1))
            for (var id = 1; id < 22; id++)
            {
                var other = (id - 1) / 3;
                mail.Append($"p{id:00},p{other:00},{day:yyyy-MM-dd}T09:00:00Z\n");
                mail.Append($"p{other:00},p{id:00},{day:yyyy-MM-dd}T15:00:00Z\n");
            }
        await cli.RunAsync(
            "import", "people", cli.Write("people.csv", people.ToString()), "--allow-partial",
            "--store", cli.StorePath);
        await cli.RunAsync(
            "import", "interactions", cli.Write("mail.csv", mail.ToString()), "--store", cli.StorePath);
        await cli.RunAsync("nightly", "--as-of", "2026-03-01", "--rule-effects", "off", "--store", cli.StorePath);
    }
}
