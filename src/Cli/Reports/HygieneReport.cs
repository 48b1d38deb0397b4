using System.Text.Json;
using InfluencerMap.Cli.Verbs;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli.Reports;

/// <summary>One thing that was set aside.</summary>
/// <param name="Kind"><c>import</c>, <c>rule</c> or <c>account</c>.</param>
/// <param name="Name">File, rule, or the account's handle.</param>
/// <param name="Count">How many.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Reason">Why it was set aside.</param>
internal sealed record HygieneLine(string Kind, string Name, long Count, string Unit, string Reason);

/// <summary>What the imports dropped, what the run's rules set aside, and which accounts belong to nobody.</summary>
internal sealed class HygieneReport
{
    private readonly Run _run;
    private readonly HygieneLine[] _lines;

    private HygieneReport(Run run, HygieneLine[] lines) => (_run, _lines) = (run, lines);

    public static async Task<HygieneReport> ReadAsync(Store store, Run run, CancellationToken cancellation)
    {
        var imports = await store.Interactions.ImportsAsync(cancellation);
        var rules = await store.Rankings.HygieneAsync(run.Id, cancellation);
        var accounts = await store.Interactions.NobodyAccountsAsync(run.Period, cancellation);
        return new(run, [.. imports.SelectMany(OfImport), .. rules.Select(OfRule), .. accounts.Select(OfAccount)]);
    }

    public void Write(OutputFormat format, TextWriter output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, _lines);
                break;
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(_lines, ReportJson.Default.HygieneLineArray));
                break;
            default:
                WriteTables(TableOutput.On(output));
                break;
        }
    }

    private static IEnumerable<HygieneLine> OfImport(ImportRecord import)
    {
        yield return Dropped(import.RowsToOneself, "interactions", "Mail to oneself; dropped while reading.");
        yield return Dropped(import.RowsAlreadyThere, "interactions", "Repeats of an interaction already stored.");
        yield return Dropped(import.RowsBad, "rows", "Rows that could not be read; skipped by --max-bad-rows.");
        foreach (var (reason, count) in import.Dropped)
            yield return Dropped(count, "items", $"Dropped while reading: {reason}.");

        HygieneLine Dropped(long count, string unit, string reason) =>
            new("import", import.FileName, count, unit, reason);
    }

    private static HygieneLine OfRule(HygieneCount rule) => new("rule", rule.Rule, rule.Count, rule.Unit, rule.Reason);

    private static HygieneLine OfAccount(NobodyAccount account) =>
        new("account", account.Handle, account.Interactions, "interactions",
            $"Belongs to nobody in the directory ({account.Kind.ToString().ToLowerInvariant()}); never ranked.");

    private void WriteTables(IAnsiConsole console)
    {
        console.WriteLine(
            $"Run {_run.Id}, preset {_run.Options.Preset}: {_run.InteractionCount:N0} interactions from " +
            $"{_run.Period.From:yyyy-MM-dd} up to {_run.Period.To:yyyy-MM-dd}, {_run.TieCount:N0} ties kept.");
        WriteTable(console, "Dropped at import", "import");
        WriteTable(console, "Set aside by the rules of this run", "rule");
        WriteTable(console, "Accounts that belong to nobody", "account");
    }

    private void WriteTable(IAnsiConsole console, string title, string kind)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(title);
        TableOutput.AddColumns(table, kind);
        TableOutput.AddNumberColumns(table, "count");
        TableOutput.AddColumns(table, "of", "why");
        foreach (var line in _lines.Where(line => line.Kind == kind))
            table.AddRow(Markup.Escape(line.Name), $"{line.Count:N0}", line.Unit, Markup.Escape(line.Reason));
        console.Write(table);
    }
}
