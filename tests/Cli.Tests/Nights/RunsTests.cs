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
            company.Store, today with { Influence = today.Influence with { DaysMin = 11 } });
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

    private static async Task<string[]> DiffAsync(NightCompany company, string a, string b) =>
        (await company.Cli.RunAsync("runs", "diff", a, b, "--store", company.Store)).OutputLines;
}
