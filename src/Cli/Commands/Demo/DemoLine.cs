using InfluencerMap.Collectors;
using InfluencerMap.Demo;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>
/// Runs a synthetic company through the same pipeline as a real one, then reports how many of the planted
/// influencers it found.
/// </summary>
internal static class DemoLine
{
    private const int Top = 20;

    public static async Task RunAsync(MadeCompany company, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var storeFile = Path.Combine(folder, "influencermap.db");
        foreach (var earlier in (string[])[storeFile, storeFile + "-wal", storeFile + "-shm"])
            File.Delete(earlier);

        var files = await Progress.ShowAsync(progress => progress.StepAsync(
            $"Make a company of {company.Options.People:N0}",
            () => Task.Run(() => company.WriteTo(folder, progress, cancellation)),
            written => $"{written.RowCount:N0} rows of six months in files in {folder}, one for each recipient"));
        await using var store = await Store.OpenAsync(storeFile, cancellation);
        await Progress.ShowAsync(progress => ImportAsync(store, files, progress, cancellation));
        var options = new NightlyOptions
        {
            Period = Period.Before(
                company.Options.AsOf, company.Options.AsOf.DayNumber - company.Options.From.DayNumber),
            Influence = InfluenceOptions.Default,
        };
        var run = await Progress.ShowAsync(
            progress => new Night(store, options, TimeProvider.System, progress, cancellation).RunAsync());

        var report = await RankingReport.ReadAsync(store, run, new RankingQuery { Take = Top }, cancellation);
        report.Write(Output.ForPeople);
        await SayAsync(store, run, company, folder, cancellation);
    }

    private static async Task<PeopleSaved> ImportAsync(
        Store store, CompanyFiles files, Steps progress, CancellationToken cancellation)
    {
        var people = await progress.StepAsync("Import people.csv",
            () => Import.PeopleAsync(store, files.People, CsvFormat.Default, allowPartial: false, cancellation),
            imported => $"{imported.Saved.Added:N0} people");
        foreach (var file in files.Interactions)
            await progress.StepAsync($"Import {Path.GetFileName(file)}",
                () => Import.InteractionsAsync(store, new(file, "csv"), file, TimeProvider.System, cancellation),
                imported => Rows(imported.Report.RowsRead, imported.Appended.Stored));
        Progress.Say("  Mail in the name of a shared mailbox says who sent it: the night reads "
            + "both as one interaction.");
        return people.Saved;
    }

    private static string Rows(long rows, long stored) => $"{rows:N0} rows, {stored:N0} interactions"
        + (stored > rows ? $": {stored - rows:N0} say who sent a mail for somebody else" : "");

    private static async Task SayAsync(
        Store store, Run run, MadeCompany company, string folder, CancellationToken cancellation)
    {
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        var picture = Path.Combine(folder, "network.svg");
        var drawn = NetworkPicture.Draw(network.Network, network.Ranking);
        await File.WriteAllTextAsync(picture, drawn, cancellation);

        var names = await store.People.NamesAsync(cancellation);
        var planted = company.HiddenInfluencers.ToHashSet();
        var ranked = network.Ranking.Where(person => person.Rank is not null).ToArray();
        var found = CountPlanted(ranked.Where(person => person.Rank <= Top));
        var onChart = CountPlanted(ranked.Where(person => person.ChartPlace <= Top));
        Console.WriteLine();
        Console.WriteLine($"The picture of the network is {picture}; the store is {store.Place}.");
        Console.WriteLine($"The maker of this company hid {planted.Count} influencers in it and told nobody.");
        var ties = company.Options.CrossTies?.ToString() ?? "10 to 15";
        Console.WriteLine(
            $"With {ties} ties to other units each, the ranking's top {Top} holds {found} of the {planted.Count}; "
            + $"the org chart's holds {onChart}.");
        Console.WriteLine(
            "This shows that the ranking finds people who tie units together, as these were made to; it does not show "
            + "that colleagues trust or follow them.");
        Console.WriteLine($"Go on with: influencermap rank --store {CsvFormat.ForShell(store.Place)}");

        int CountPlanted(IEnumerable<RankedPerson> people) =>
            people.Count(person => planted.Contains(names[person.PersonId].SourceId));
    }
}
