using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap import people</c>: the directory and the org chart.</summary>
internal static class ImportPeopleCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "People, one per row. Columns are known by their Italian or English headings; "
                + $"--map names others. Keys: {string.Join(", ", PeopleCsv.Keys)}.",
        };
        var store = SharedOptions.Store();
        var layout = new MappingOptions(new(), "people");
        var allowPartial = Options.Flag(
            "--allow-partial", "Takes the file in although more than one in ten of the managers that it names, and "
                + "at least three, were not found.");
        var report = SharedOptions.OneOf(
            "--report", "text for people; json adds one object on standard output.", TextOrJson.Text);
        return new CliCommand(
            "people", "Takes in the directory: people, who reports to whom, units. A second file adds to it.",
            [file, .. layout.All, allowPartial, report, store])
        {
            Examples =
            [
                "import people people.csv",
                "import people staff.csv --map id=EmployeeNo,manager=ReportsTo,department=Unit --ignore Salary",
                "import people payroll.xlsx --sheet Attivi --map name=Cognome+Nome,id=Matr. --as payroll",
                "import people payroll.xlsx --as payroll",
                "import people chart.txt --no-header --delimiter whitespace --map id=1,manager=2",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var path = SharedOptions.RequireFile(parsed.GetRequiredValue(file));
            await using var opened = await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var format = await layout.ReadAsync(parsed, opened, cancellation);
            var account = await Import.PeopleAsync(
                opened, path, format, parsed.GetValue(allowPartial), cancellation);
            PeopleReport.Say(account);
            if (parsed.GetValue(report) == TextOrJson.Json)
                PeopleReport.WriteJson(account, Console.Out);
            if (account.IsEmptyHanded)
                throw new FailedException(
                    $"{account.File}: nobody of it is in the store, for the reasons above. Is it the right file?");
            await layout.KeepAsync(parsed, opened, cancellation);
            await DirectoryFit.SayAsync(opened, cancellation);
        });
    }
}
