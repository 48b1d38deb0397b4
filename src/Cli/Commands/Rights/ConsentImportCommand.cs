using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap consent import</c>: many acts at once, each with its own instant.</summary>
internal static class ConsentImportCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = $"One act a row: {string.Join(", ", ConsentsCsv.Keys)}.",
        };
        var csv = new CsvOptions();
        var store = SharedOptions.Store();
        return new CliCommand(
            "import", "Takes in acts from a file, all or none. Importing it twice changes nothing.",
            [file, .. csv.All, store])
        {
            Examples = ["consent import consents.csv", "consent import form.csv --map person=Mail,at=Timestamp"],
        }.Does(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequireFile(parsed.GetRequiredValue(file));
            var read = await ConsentsCsv.ReadAsync(path, csv.Read(parsed), ConsentWords.All, cancellation);
            var rows = read.Rows;
            read.Report.RequireReadable(Path.GetFileName(path), allowPartial: false);
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var acts = new List<ConsentRecord>();
            var erased = await opened.Erasures.ErasedAmongAsync(rows.Select(act => act.Person), cancellation);
            foreach (var (row, act) in rows.Index().Where(one => !erased.Contains(one.Item.Person)))
                acts.Add(new()
                {
                    PersonId = await opened.People.FindAsync(act.Person, cancellation)
                        ?? throw new FailedException(
                            $"Act {row + 1} of {Path.GetFileName(path)} is of nobody in the directory; "
                            + "nothing was stored."),
                    State = act.State is null ? null : ConsentWords.Parse(act.State),
                    ExternalContacts = act.ExternalContacts,
                    TextVersion = act.TextVersion,
                    At = act.At,
                    Channel = act.Channel,
                    RecordedBy = ConsentCommand.RecordedBy,
                    RecordedAt = now,
                });
            var added = await ConsentActs.RecordAsync(
                opened, acts,
                keys => OperatorAudit.WriteAsync(
                    opened, "consent", $"{acts.Count} acts from a file", keys, cancellation),
                cancellation);
            ImportReport.SayRows(read.Report, "acts");
            Progress.Say(
                $"{acts.Count:N0} acts read: {added:N0} written down, {acts.Count - added:N0} on record already."
                + LeftOut.Erased(rows.Count - acts.Count));
            return read.Report.RowsRead == 0 || acts.Count > 0
                ? CommandLine.Done
                : throw new FailedException(
                    $"{Path.GetFileName(path)}: nothing of it is on record, for the reasons above.");
        });
    }
}
