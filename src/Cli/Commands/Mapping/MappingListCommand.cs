using System.Text.Json;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap mapping list</c>: which layouts are saved.</summary>
internal static class MappingListCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var command = new CliCommand("list", "Lists the layouts: name, what the files hold, options.")
        {
            Examples = ["mapping list"],
        };
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var mappings = await opened.Mappings.ReadAsync(cancellation);
            if (mappings.Length == 0)
            {
                Progress.Say("No layout is saved. Save one with an import: --map and other options, and --as NAME.");
                return CommandLine.Done;
            }
            var table = new Table().Border(TableBorder.Rounded);
            TableOutput.AddColumns(table, "name", "files of", "options", "saved");
            foreach (var mapping in mappings)
                table.AddRow(
                    Markup.Escape(mapping.Name), mapping.Purpose, Markup.Escape(InWords(mapping)),
                    $"{mapping.At:yyyy-MM-dd}");
            TableOutput.On(Console.Out).Write(table);
            return CommandLine.Done;
        });
        return command;
    }

    private static string InWords(SavedMapping mapping) =>
        string.Join(' ', JsonSerializer.Deserialize(mapping.Options, ReportJson.Default.StringArray)!
            .Select(CsvFormat.ForShell));
}
