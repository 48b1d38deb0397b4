using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap import interactions</c>: who did what towards whom, and when.</summary>
internal static class ImportInteractionsVerb
{
    public static Verb Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A file, a folder, a ZIP archive or a gzip file.",
            HelpName = "FILE|FOLDER",
        };
        var store = SharedOptions.Store();
        var csv = new CsvOptions();
        var format = new Option<string?>("--format")
        {
            Description = "What wrote it; found out when left out.\n"
                + string.Join('\n', InteractionFormats.All.Select(known => $"{known.Name}: {known.What}.")),
            HelpName = "name",
        };
        format.AcceptOnlyFromAmong([.. InteractionFormats.All.Select(known => known.Name)]);
        var meaning = new InteractionOptions();
        var verb = new Verb(
            "interactions", "Takes in who wrote to, met, called or answered whom. Never content: it is not read.")
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
        verb.Add(file);
        verb.Add(format);
        csv.AddTo(verb);
        meaning.AddTo(verb);
        verb.Add(store);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequirePath(parsed.GetRequiredValue(file));
            await using var opened = await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var options = await meaning.ReadAsync(parsed, opened, cancellation);
            var files = new InteractionFiles(path, parsed.GetValue(format), csv.Read(parsed), options);
            var (report, appended) = await Progress.ShowAsync(progress => progress.StepAsync(
                $"Import {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}",
                () => Import.InteractionsAsync(opened, files, path, TimeProvider.System, cancellation),
                imported => $"{files.Format}, {imported.Report.RowsRead:N0} rows"));
            Tell(report, appended);
            return CommandLine.Done;
        });
        return verb;
    }

    private static void Tell(CollectReport report, AppendResult appended)
    {
        foreach (var message in report.BadRowMessages)
            Progress.Say(message);
        Progress.Say($"{appended.Stored:N0} interactions stored" + (report is { First: { } first, Last: { } last }
            ? $", {first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm} UTC."
            : "."));
        TellIfAny(appended.AlreadyThere, "were there already");
        TellIfAny(appended.Erased, "rows are of people who were erased: left out");
        TellIfAny(report.SelfInteractions, "were to oneself: dropped");
        TellIfAny(report.WeightZeroRows, "rows say that nothing happened: skipped");
        TellIfAny(report.RowsFilteredOut, "rows were filtered out by --where");
        TellIfAny(report.DelegatedRows, "were sent by somebody else for the one whom they are from");
        foreach (var (reason, count) in report.Dropped)
            Progress.Say($"{count:N0} dropped: {reason}.");
        TellIfAny(report.ClocksCorrected, "mails state no date or a wrong one: the first server's time was taken");
        TellIfAny(report.BadRows, "rows could not be read: skipped");
        if (report.TimesWithoutOffset > 0)
            Progress.Say($"{report.TimesWithoutOffset:N0} times state no offset: read as {report.TimeZone}.");
        if (report.UnreadColumns.Count > 0)
            Progress.Say($"Columns not read: {string.Join(", ", report.UnreadColumns)}.");
    }

    private static void TellIfAny(long count, string what)
    {
        if (count > 0)
            Progress.Say($"{count:N0} {what}.");
    }
}
