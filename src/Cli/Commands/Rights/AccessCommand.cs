using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap access</c>: everything that the store holds of a person, for that person.</summary>
internal static class AccessCommand
{
    public static CliCommand Create()
    {
        var person = new Argument<string>("PERSON") { Description = "Id as in the people file, or pseudonymous key." };
        var format = SharedOptions.OneOf(
            "--format", "table to read, the first rows of each; json for programs, all of them.", AccessFormat.Table);
        var folder = new Option<string?>("--out")
        {
            Description = "Writes all of it into this folder: README.txt, access.json, a CSV file a table.",
            HelpName = "folder",
        };
        var excel = OutputOptions.Excel("The CSV files of --out");
        var store = SharedOptions.Store();
        var command = new CliCommand(
            "access", "Shows what the store holds of a person, for that person; others only as numbers.")
        {
            Examples = ["access 45", "access 45 --out for-45", "access 45 --format json"],
        };
        command.Add(person);
        command.Add(format);
        command.Add(folder);
        command.Add(excel);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var connection = parsed.GetRequiredValue(store);
            await using var opened = await Store.OpenExistingAsync(connection, cancellation);
            var id = await opened.People.FindAsync(parsed.GetRequiredValue(person), cancellation)
                ?? throw new FailedException("Nobody in the directory has this id or key. Look it up with rank.");
            await OperatorAudit.WriteAsync(
                connection, "access export", "", await opened.People.KeysAsync(id, cancellation), cancellation);
            await using var audit = await AuditStore.OpenAsync(connection, cancellation);
            var sections = await HeldData.ReadAsync(opened, audit, id, withNames: true, cancellation);
            if (parsed.GetValue(folder) is { } path)
                AccessReport.WriteFolder(sections, path, OutputOptions.ReadExcel(parsed, excel));
            else if (parsed.GetValue(format) == AccessFormat.Json)
                AccessReport.WriteJson(sections, Console.Out);
            else
                AccessReport.Write(sections, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}

/// <summary>How the export is written to standard output.</summary>
internal enum AccessFormat
{
    Table,
    Json,
}
