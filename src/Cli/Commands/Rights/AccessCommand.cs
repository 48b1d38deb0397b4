using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap access</c>: everything that the store holds of a person, for that person.</summary>
internal static class AccessCommand
{
    public static CliCommand Create()
    {
        var person = PersonLookup.Argument();
        var format = SharedOptions.OneOf(
            "--format", "table to read, the first rows of each; json for programs, all of them.", TableOrJson.Table);
        var folder = Options.Of<string?>(
            "--out", "folder", "Writes all of it into this folder: README.txt, access.json, a CSV file a table.");
        var excel = OutputOptions.Excel("The CSV files of --out");
        var store = SharedOptions.Store();
        return new CliCommand(
            "access", "Shows what the store holds of a person, for that person; others only as numbers.",
            [person, format, folder, excel, store])
        {
            Examples = ["access 45", "access 45 --out for-45", "access 45 --format json"],
        }.Does(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var id = await PersonLookup.RequireAsync(opened, parsed.GetRequiredValue(person), cancellation);
            await OperatorAudit.WriteAsync(
                opened, "access export", "", await opened.People.KeysAsync(id, cancellation), cancellation);
            await using var audit = await opened.OpenAuditAsync(cancellation);
            var sections = await HeldData.ReadAsync(opened, audit, id, withNames: true, cancellation);
            if (parsed.GetValue(folder) is { } path)
                AccessReport.WriteFolder(sections, path, parsed.GetValue(excel));
            else if (parsed.GetValue(format) == TableOrJson.Json)
                JsonOutput.Write(Console.Out, sections);
            else
                AccessReport.Write(sections, Console.Out);
        });
    }
}
