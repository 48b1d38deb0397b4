using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap import people</c>: the directory and the org chart.</summary>
internal static class ImportPeopleVerb
{
    public static Verb Create()
    {
        var file = new Argument<string>("FILE") { Description = "People, one a row, with a column of ids." };
        var store = SharedOptions.Store();
        var csv = new CsvOptions();
        var verb = new Verb(
            "people", "Takes in the directory: people, who reports to whom, units. A second file adds to it.")
        {
            Examples =
            [
                "import people people.csv",
                "import people staff.csv --map id=EmployeeNo,manager=ReportsTo,department=Unit --ignore Salary",
                "import people chart.txt --no-header --delimiter whitespace --map id=1,manager=2",
            ],
        };
        verb.Add(file);
        csv.AddTo(verb);
        verb.Add(store);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequireFile(parsed.GetRequiredValue(file));
            await using var opened = await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var (read, saved) = await Import.PeopleAsync(opened, path, csv.Read(parsed), cancellation);
            foreach (var message in read.Report.BadRowMessages)
                Progress.Say(message);
            Progress.Say(
                $"{read.Report.RowsRead:N0} rows: {saved.Added:N0} people added, {saved.Changed:N0} changed, " +
                $"{saved.Unchanged:N0} as before." + Erased.InWords(saved.Erased));
            if (saved.NonPersonAccounts > 0)
                Progress.Say(
                    $"{saved.NonPersonAccounts:N0} accounts are shared, rooms or bots: never ranked.");
            if (saved.UnknownManagers > 0)
                Progress.Say(
                    $"{saved.UnknownManagers:N0} people report to someone whom no file has named yet; " +
                    "they stand at the top until one does.");
            Withheld.Tell(saved.Withheld);
            return CommandLine.Done;
        });
        return verb;
    }
}
