using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>A small company with mail up to a day, in a store of its own; its nights in this process.</summary>
internal sealed class NightCompany : IDisposable
{
    public const int PeopleCount = 40;

    public static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly byte[] Key = new byte[32];

    public CliProcess Cli { get; } = new();

    public string Store => Cli.StorePath;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static NightlyOptions Night(DateOnly asOf) => new()
    {
        Period = Period.Before(asOf, 30),
        Influence = InfluenceOptions.Default,
        Threads = 1,
    };

    /// <summary>With a published run of the day before <see cref="Today"/>, and the mail of one day more.</summary>
    public static async Task<NightCompany> WithARunAsync()
    {
        var company = new NightCompany();
        await company.ImportPeopleAsync(PeopleCount);
        await company.ImportMailAsync(Today.AddDays(-31), Today.AddDays(-1));
        await RunAsync(company.Store, Night(Today.AddDays(-1)));
        await company.ImportMailAsync(Today.AddDays(-1), Today);
        return company;
    }

    /// <param name="count">How many rows the file has.</param>
    /// <param name="leavers">How many of them left long ago.</param>
    public async Task ImportPeopleAsync(int count, int leavers = 0)
    {
        var file = Cli.Write("people.csv", "id,manager,department,leave\n" + string.Concat(
            Enumerable.Range(0, count).Select(i =>
                $"p{i},p{i / 6},unit {i % 4},{(i >= count - leavers ? "2026-01-15" : "")}\n")));
        await using var store = await Storage.Store.OpenAsync(Store, Cancellation);
        var read = await PeopleCsv.ReadAsync(file, CsvFormat.Default, Key, null, Cancellation);
        await store.People.SaveAsync(read.Entries, Cancellation);
    }

    /// <summary>Each day everybody writes to three others, who answer.</summary>
    public async Task ImportMailAsync(DateOnly from, DateOnly to)
    {
        var mail = new StringBuilder("from,to,at\n");
        for (var day = from; day < to; day = day.AddDays(1))
            for (var i = 0; i < PeopleCount; i++)
                for (var nth = 1; nth <= 3; nth++)
                {
                    var other = (i * nth + day.DayNumber % 3 + nth) % PeopleCount;
                    mail.Append($"p{i},p{other},{day:yyyy-MM-dd}T08:{i:00}:0{nth}Z\n");
                    mail.Append($"p{other},p{i},{day:yyyy-MM-dd}T15:{i:00}:0{nth}Z\n");
                }
        var file = Cli.Write("mail.csv", mail.ToString());
        await using var store = await Storage.Store.OpenAsync(Store, Cancellation);
        await Import.InteractionsAsync(store, new(file, "csv"), file, TimeProvider.System, Cancellation);
    }

    public static async Task<Run> RunAsync(string store, NightlyOptions options, TimeProvider? clock = null)
    {
        await using var opened = await Storage.Store.OpenAsync(store, Cancellation);
        opened.Clock = clock ?? TimeProvider.System;
        return await Progress.ShowAsync(progress => new InfluencerMap.Engine.Night(
            opened, options, clock ?? TimeProvider.System, progress, Cancellation).RunAsync());
    }

    /// <summary>All that readers see of the latest run from its publication on, as text.</summary>
    public static async Task<string> LatestAsync(string store)
    {
        await using var opened = await Storage.Store.OpenExistingAsync(store, Cancellation);
        var run = (await opened.Rankings.LatestAsync(Cancellation))!;
        var text = new StringBuilder($"{run.Id} {run.InputHash} {run.PersonCount} {run.TieCount}\n");
        var ranking = await opened.Rankings.RankingAsync(run.Id, Cancellation);
        text.AppendJoin('\n', ranking.Select(p => p with { RankLow = null, RankHigh = null })).AppendLine();
        text.AppendJoin('\n', await opened.Rankings.TiesAsync(run.Id, Cancellation)).AppendLine();
        text.AppendJoin('\n', await opened.Rankings.HygieneAsync(run.Id, Cancellation));
        return text.ToString();
    }

    public void Dispose() => Cli.Dispose();
}
