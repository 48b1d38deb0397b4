using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap import interactions</c>: who did what towards whom, and when.</summary>
internal static class ImportInteractionsCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A file, a folder, a ZIP or tar archive, or a gzip file.",
            HelpName = "FILE|FOLDER",
        };
        var store = SharedOptions.Store();
        var layout = new MappingOptions(new(), "interactions");
        var format = new Option<string?>("--format")
        {
            Description = "What wrote it, for all files; found out for each when left out.\n"
                + string.Join('\n', InteractionFormats.All.Select(known => $"{known.Name}: {known.What}.")),
            HelpName = "name",
        };
        format.AcceptOnlyFromAmong([.. InteractionFormats.All.Select(known => known.Name)]);
        var meaning = new InteractionOptions();
        var report = SharedOptions.OneOf(
            "--report", "text for people; json adds one object on standard output.", TextOrJson.Text);
        var command = new CliCommand(
            "interactions", "Takes in who wrote to, met, called or answered whom. Never content: it is not read.",
            [file, format, .. layout.All, .. meaning.All, report, store])
        {
            Examples =
            [
                "import interactions mail.csv",
                "import interactions slack-export.zip --mentions",
                "import interactions trace.csv --map from=Sender,to=Recipient,at=EventDate --time-zone Europe/Rome",
                "import interactions diary.csv --channel meeting --map from=Host,to=Guests,at=Start,minutes=Length",
                "import interactions Mail.zip --format mbox",
                "import interactions advice.txt --no-header --delimiter whitespace --map from=1,to=2 --at 2026-01-31",
            ],
        };
        command.Validators.Add(meaning.Check);
        return command.Does(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequirePath(parsed.GetRequiredValue(file));
            await using var opened = await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var options = await meaning.ReadAsync(parsed, opened, cancellation);
            var csv = await layout.ReadAsync(parsed, opened, cancellation);
            var files = new InteractionFiles(path, parsed.GetValue(format), csv, options);
            var isJson = parsed.GetValue(report) == TextOrJson.Json;
            ImportAccount account;
            try
            {
                account = await Progress.ShowAsync(progress => progress.StepAsync(
                    $"Import {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}",
                    () => Import.InteractionsAsync(opened, files, path, TimeProvider.System, cancellation),
                    imported => $"{files.Format}, {Counted.Of(imported.Report.RowsRead, "row", "rows")}"));
            }
            catch (NothingStoredException e)
            {
                Say(e.Account, isJson);
                throw new FailedException(
                    $"{e.Account.File}: read as {e.Account.Format}, and nothing of it is to be stored, for the reasons "
                    + "above. Is it the right file, and the right --format?");
            }
            Say(account, isJson);
            await layout.KeepAsync(parsed, opened, cancellation);
            await DirectoryFit.SayAsync(opened, cancellation);
        });
    }

    private static void Say(ImportAccount account, bool isJson)
    {
        ImportReport.Say(account);
        if (isJson)
            ImportReport.WriteJson(account, Console.Out);
    }
}
