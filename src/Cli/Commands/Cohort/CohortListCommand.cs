using System.CommandLine;
using System.Text.Json;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap cohort list</c>: the cohorts that were saved.</summary>
internal static class CohortListCommand
{
    public static CliCommand Create()
    {
        var top = new Option<int>("--top")
        {
            Description = "How many cohorts to show.",
            HelpName = "n",
            DefaultValueFactory = _ => 20,
        };
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        var command = new CliCommand("list", "Lists the cohorts that were saved, the last first.")
        {
            Examples = ["cohort list", "cohort list --format csv"],
        };
        foreach (var option in new Option[] { top, store })
            command.Add(option);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var take = SharedOptions.RequireTop(parsed.GetValue(top));
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            SavedCohortLine[] lines =
                [.. (await opened.Cohorts.ListAsync(take, cancellation)).Select(SavedCohortLine.Of)];
            Write(lines, choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(SavedCohortLine[] lines, Output choice, TextWriter output)
    {
        switch (choice.Format)
        {
            case OutputFormat.Csv:
                CsvOutput.Write(output, lines, choice.Excel);
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
        var table = new ShownTable()
            .Text("cohort").Text("saved (UTC)", 4).Text("by", 2).Text("run", 1).Text("asked").Number("covered", 5)
            .Number("certificate", 3);
        foreach (var line in lines)
            table.Row(
                $"{line.Number}", $"{line.SavedAt:yyyy-MM-dd HH:mm}",
                line.SavedBy switch { null => null, CohortStore.Operator => "operator", _ => "over HTTP" }, line.Run,
                line.Wishes, $"{100 * line.Covered:0.0} %", $"{100 * line.Certificate:0.0} %");
        table.Write(TableOutput.On(output));
    }
}
