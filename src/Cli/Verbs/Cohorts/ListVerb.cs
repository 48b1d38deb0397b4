using System.CommandLine;
using System.Text.Json;
using InfluencerMap.Cli.Reports;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli.Verbs.Cohorts;

/// <summary><c>influencermap cohort list</c>: the cohorts that were saved.</summary>
internal static class ListVerb
{
    public static Verb Create()
    {
        var top = new Option<int>("--top")
        {
            Description = "How many cohorts to show.",
            HelpName = "n",
            DefaultValueFactory = _ => 20,
        };
        var format = SharedOptions.Format();
        var store = SharedOptions.Store();
        var verb = new Verb("list", "Lists the cohorts that were saved, the last first.")
        {
            Examples = ["cohort list", "cohort list --format csv"],
        };
        foreach (var option in new Option[] { top, format, store })
            verb.Add(option);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var take = SharedOptions.RequireTop(parsed.GetValue(top));
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            SavedCohortLine[] lines =
                [.. (await opened.Cohorts.ListAsync(take, cancellation)).Select(SavedCohortLine.Of)];
            Write(lines, parsed.GetValue(format), Console.Out);
            return CommandLine.Done;
        });
        return verb;
    }

    private static void Write(SavedCohortLine[] lines, OutputFormat format, TextWriter output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, lines);
                return;
            case OutputFormat.Json:
                output.WriteLine(JsonSerializer.Serialize(lines, ReportJson.Default.SavedCohortLineArray));
                return;
        }
        if (lines.Length == 0)
        {
            output.WriteLine("No cohort is saved yet. Save one: influencermap cohort --save");
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "cohort", "saved (UTC)", "by", "run", "asked");
        TableOutput.AddNumberColumns(table, "covered", "certificate");
        foreach (var line in lines)
            table.AddRow(
                $"{line.Number}", $"{line.SavedAt:yyyy-MM-dd HH:mm}",
                line.SavedBy switch { null => "–", CohortStore.Operator => "operator", _ => "over HTTP" }, line.Run,
                Markup.Escape(line.Wishes), $"{100 * line.Covered:0.0} %", $"{100 * line.Certificate:0.0} %");
        TableOutput.On(output).Write(table);
    }
}
