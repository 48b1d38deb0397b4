using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities map</c>: takes in a file that says which handle is whose.</summary>
internal static class MapCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Columns handle and person, and from and to where a handle is somebody's for days.",
        };
        var csv = new CsvOptions();
        var store = SharedOptions.Store();
        return new CliCommand(
            "map", "Takes in a mapping file: addresses, chat and social handles of people. Directories go first.",
            [file, .. csv.All, store])
        {
            Examples =
                ["identities map handles.csv", "identities map slack.csv --map handle=SlackId,person=EmployeeNo"],
        }.Does(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequireFile(parsed.GetRequiredValue(file));
            var read = await IdentitiesCsv.ReadAsync(path, csv.Read(parsed), cancellation);
            read.Report.RequireReadable(Path.GetFileName(path), allowPartial: false);
            if (read.Rows.Count == 0 && read.Report.RowsRead > 0)
                throw new FailedException(
                    $"{Path.GetFileName(path)}: no handle of it is mapped, for the reasons above.");
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            await Decisions.TakeAsync(
                opened,
                (identities, decision) => identities.MapAsync(
                    [.. read.Rows.Select(row => new IdentityMapping(
                        row.LineNumber, row.Handle, row.Person, row.From, row.To))],
                    decision, cancellation),
                InWords);
            ImportReport.SayRows(read.Report, "handles");
        });
    }

    private static string InWords(IdentityDone done) =>
        $"{done.Items:N0} handles mapped, {done.AlreadyThere:N0} as before."
        + LeftOut.Erased(done.Erased)
        + (done.Outvoted == 0 ? "" : $" {done.Outvoted:N0} of them are somebody else's by the directory or by a "
            + "decision, for some of the days at least: that goes first.");
}
