using System.Text.Json;
using InfluencerMap.Cli.Reports;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli.Verbs.Mappings;

/// <summary><c>influencermap mapping list</c>: which layouts are saved.</summary>
internal static class ListVerb
{
    public static Verb Create()
    {
        var store = SharedOptions.Store();
        var verb = new Verb("list", "Lists the layouts: name, what the files hold, options.")
        {
            Examples = ["mapping list"],
        };
        verb.Add(store);
        verb.SetAction(async (parsed, cancellation) =>
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
        return verb;
    }

    private static string InWords(SavedMapping mapping) =>
        string.Join(' ', JsonSerializer.Deserialize(mapping.Options, ReportJson.Default.StringArray)!
            .Select(CsvFormat.ForShell));
}
