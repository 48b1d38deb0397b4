using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap cohort</c>: who together reach the most, under real constraints.</summary>
internal static class CohortCommand
{
    public static CliCommand Create()
    {
        var constraints = new ConstraintOptions();
        var anew = Options.Flag(
            "--anew", "Chooses from scratch, without keeping those saved for the same constraints on an earlier run.");
        var save = Options.Flag(
            "--save",
            "Saves the cohort under a number: see cohort list and cohort show. Needs the right to write.");
        var compare = Options.Of<string?>(
            "--compare", "file", "A list of yours to compare with: one person per row, by id, key, address or name.");
        var curve = Options.Of<string?>(
            "--curve", "file", "Writes the coverage curve: CSV, or a picture where the name ends in .svg.");
        var run = SharedOptions.Run();
        var output = new OutputOptions();
        var threads = SharedOptions.Threads();
        var store = SharedOptions.Store();
        return new CliCommand(
            "cohort", "Proposes people who together reach the most, and says how good the choice is. A person decides.",
            [.. constraints.All, compare, curve, anew, save, run, threads, store, .. output.All,
                CohortListCommand.Create(), CohortShowCommand.Create()])
        {
            Examples =
            [
                "cohort --size 20",
                "cohort --size 30 --quota department:min=1 --quota jobFamily=Production:min=3,max=6 "
                    + "--quota managers:max=4",
                "cohort --size 20 --include 45,89 --exclude 17 --wait-list 10 --curve curve.svg",
                "cohort --size 20 --consent nameable",
                "cohort --size 20 --from volunteers.csv --voice 0.5 --save",
                "cohort --size 20 --compare mine.txt --format json",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var saves = parsed.GetValue(save);
            await using var opened = saves
                ? await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation)
                : await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var found = await opened.RequireRunAsync(parsed.GetValue(run), cancellation);
            var asked = await constraints.ReadAsync(parsed, opened, found, cancellation) with
            {
                Threads = SharedOptions.RequireThreads(parsed.GetValue(threads)),
            };
            if (!parsed.GetValue(anew))
                asked = asked with { Previous = await opened.Cohorts.PreviousAsync(found.Id, asked, cancellation) };
            var ownList = await PeopleList.ReadFileAsync(opened, parsed.GetValue(compare), cancellation);
            var report = await CohortReport.ChooseAsync(opened, found, asked, ownList, saves, cancellation);
            if (parsed.GetValue(curve) is { } file)
                await File.WriteAllTextAsync(file, report.Curve(file, choice.Excel), cancellation);
            report.Write(choice);
        });
    }
}
