using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>The runs of a store, and why two of them differ.</summary>
public sealed class RunsTests
{
    [Fact]
    public async Task Difference_of_two_runs_is_told_by_data_and_by_options()
    {
        using var company = await NightCompany.WithARunAsync();
        var today = NightCompany.Night(NightCompany.Today);
        var data = await NightCompany.RunAsync(company.Store, today);
        var options = await NightCompany.RunAsync(
            company.Store, today with { Influence = today.Influence with { Weighing = new() { DaysMin = 11 } } });
        var list = await company.Cli.RunAsync("runs", "list", "--store", company.Store);
        var ids = list.OutputLines.Where(line => line.Contains("default", StringComparison.Ordinal))
            .Select(line => line.Split('│', StringSplitOptions.TrimEntries)[1]).ToArray();
        Assert.Equal([options.Id, data.Id], ids[..2]);
        Assert.Equal(3, ids.Length);

        var byData = await DiffAsync(company, ids[2], ids[1]);
        Assert.StartsWith("Changed data: 40 → 40 people, ", byData[0], StringComparison.Ordinal);
        Assert.DoesNotContain(byData, line => line.StartsWith("Changed options", StringComparison.Ordinal));
        var byOptions = await DiffAsync(company, ids[1], ids[0]);
        Assert.Equal("Changed options: daysMin 2 → 11.", byOptions[0]);
        Assert.Contains(byOptions, line => line.Contains("place B", StringComparison.Ordinal));
        Assert.Equal(
            ["Changed nothing: the same data, options and code.", "Nobody has another place."],
            await DiffAsync(company, ids[0], ids[0]));
    }

    [Fact]
    public async Task Moves_that_are_no_more_than_noise_are_counted_and_shown_on_request()
    {
        using var company = await NightCompany.WithARunAsync();
        var today = NightCompany.Night(NightCompany.Today);
        var before = await NightCompany.RunAsync(company.Store, today);
        var after = await NightCompany.RunAsync(
            company.Store, today with { Influence = today.Influence with { Weighing = new() { DaysMin = 11 } } });
        var (one, other) = (await PlacesAsync(company, before), await PlacesAsync(company, after));
        var moved = one.Keys.Where(id => one[id].Rank != other[id].Rank).ToArray();
        var noise = moved.Count(id => one[id].High >= other[id].Low && other[id].High >= one[id].Low);
        Assert.InRange(noise, 1, moved.Length);

        var told = await DiffAsync(company, before.Id, after.Id);
        var all = await DiffAsync(company, before.Id, after.Id, "--all");

        Assert.Contains(
            told, line => line.StartsWith($"{noise} more changed places within", StringComparison.Ordinal));
        Assert.DoesNotContain(all, line => line.Contains("within the noise", StringComparison.Ordinal));
        // With the headers.
        Assert.Equal(1 + Math.Min(20, moved.Length), Lines(all));
        Assert.Equal(moved.Length > noise ? 1 + Math.Min(20, moved.Length - noise) : 0, Lines(told));

        var bare = await NightCompany.RunAsync(
            company.Store, NightCompany.Night(NightCompany.Today.AddDays(1)) with { IntervalsWorkMax = -1 });
        Assert.Contains(await DiffAsync(company, after.Id, bare.Id), line => line.StartsWith(
            $"Run {bare.Id} has no rank intervals", StringComparison.Ordinal));

        static int Lines(string[] table) => table.Count(line => line.StartsWith("│ p", StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, (int Rank, int Low, int High)>> PlacesAsync(
        NightCompany company, Run run)
    {
        var ranking = await company.Cli.RunAsync(
            "rank", "--top", "1000", "--run", run.Id, "--format", "csv", "--store", company.Store);
        return Csv.Read(ranking.Output).ToDictionary(
            line => line["person"],
            line => (int.Parse(line["rank"]), int.Parse(line["rank_low"]), int.Parse(line["rank_high"])));
    }

    private static async Task<string[]> DiffAsync(NightCompany company, string a, string b, params string[] options) =>
        (await company.Cli.RunAsync(["runs", "diff", a, b, .. options, "--store", company.Store])).OutputLines;
}
