using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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
        var channel = SharedOptions.OneOf(
            "--channel", "Channel of rows that state none.", InteractionsCsvOptions.Default.Channel);
        var timeZone = new Option<string>("--time-zone")
        {
            Description = "IANA id of the zone of times that state no offset, such as Europe/Rome.",
            HelpName = "zone",
            DefaultValueFactory = _ => "UTC",
        };
        var at = new Option<DateTime?>("--at")
        {
            Description = "Instant of all rows, UTC, for a file without times.",
            HelpName = "yyyy-MM-dd",
            CustomParser = Instant,
        };
        var verb = new Verb(
            "interactions", "Takes in who wrote to, met, called or answered whom. Never content: it is not read.")
        {
            Examples =
            [
                "import interactions mail.csv",
                "import interactions trace.csv --map from=Sender,to=Recipient,at=EventDate --time-zone Europe/Rome",
                "import interactions advice.txt --no-header --delimiter whitespace --map from=1,to=2 --at 2026-01-31",
            ],
        };
        verb.Add(file);
        verb.Add(format);
        csv.AddTo(verb);
        foreach (var option in new Option[] { channel, timeZone, at, store })
            verb.Add(option);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequirePath(parsed.GetRequiredValue(file));
            var options = new InteractionsCsvOptions
            {
                Channel = parsed.GetValue(channel),
                TimeZone = InteractionsCsvOptions.ZoneOf(parsed.GetRequiredValue(timeZone)),
                At = parsed.GetValue(at),
            };
            var files = new InteractionFiles(path, parsed.GetValue(format), csv.Read(parsed), options);
            await using var opened = await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var (report, appended) = await Progress.ShowAsync(progress => progress.StepAsync(
                $"Import {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}",
                () => Import.InteractionsAsync(opened, files, path, TimeProvider.System, cancellation),
                imported => $"{files.Format}, {imported.Report.RowsRead:N0} rows"));
            Tell(report, appended);
            return CommandLine.Done;
        });
        return verb;
    }

    private static DateTime? Instant(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant))
            return instant;
        result.AddError($"--at '{text}' is no date or instant, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        return null;
    }

    private static void Tell(CollectReport report, AppendResult appended)
    {
        foreach (var message in report.BadRowMessages)
            Progress.Say(message);
        Progress.Say($"{appended.Stored:N0} interactions stored" + (report is { First: { } first, Last: { } last }
            ? $", {first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm} UTC."
            : "."));
        TellIfAny(appended.AlreadyThere, "were there already");
        TellIfAny(report.SelfInteractions, "were to oneself: dropped");
        TellIfAny(report.WeightZeroRows, "rows say that nothing happened: skipped");
        TellIfAny(report.RowsFilteredOut, "rows were filtered out by --where");
        TellIfAny(report.DelegatedRows, "were sent by somebody else: credited to the sender named");
        foreach (var (reason, count) in report.Dropped)
            Progress.Say($"{count:N0} dropped: {reason}.");
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
