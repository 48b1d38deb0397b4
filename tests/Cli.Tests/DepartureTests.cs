using System.Text.Json;

namespace InfluencerMap.Cli.Tests;

/// <summary>Scenarios of people not being there, on a real company.</summary>
public sealed class DepartureTests(ManufacturingCompany company) : IClassFixture<ManufacturingCompany>
{
    [Fact]
    public async Task What_if_names_what_is_lost_and_who_could_stand_in()
    {
        await company.RankAsync("default");

        var scenario = await ReadAsync("what-if", "--leave", "45", "17");
        var alone = await ReadAsync("what-if", "--leave", "45");

        Assert.Equal(["45", "17"], scenario.GetProperty("leaving").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(152, scenario.GetProperty("stayingCount").GetInt32());
        Assert.True(scenario.GetProperty("pairsLonger").GetDouble() > alone.GetProperty("pairsLonger").GetDouble());
        Assert.NotEmpty(scenario.GetProperty("units").EnumerateArray());
        Assert.Equal(5, alone.GetProperty("backups").GetArrayLength());
        Assert.All(alone.GetProperty("backups").EnumerateArray(), backup =>
            Assert.NotEqual("45", backup.GetProperty("person").GetString()));
    }

    [Fact]
    public async Task The_top_of_the_ranking_may_leave_together()
    {
        var top = await company.RankAsync("default", "--top", "3");

        var scenario = await ReadAsync("what-if", "--top", "3");

        Assert.Equal(
            top.Select(line => line["person"]),
            scenario.GetProperty("leaving").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public async Task Fragility_shows_pairs_of_units_and_draws_the_curves()
    {
        await company.RankAsync("default");
        var picture = Path.Combine(company.Cli.Folder, "removal.svg");

        var fragility = await ReadAsync("fragility", "--curves", picture);

        Assert.InRange(fragility.GetProperty("keyPlayerIndex").GetDouble(), 0.05, 0.5);
        Assert.All(fragility.GetProperty("unitPairs").EnumerateArray(), pair =>
            Assert.InRange(pair.GetProperty("share").GetDouble(), 0.01, 1));
        var curves = fragility.GetProperty("curves").EnumerateArray()
            .ToLookup(point => point.GetProperty("order").GetString());
        Assert.Equal(["by rank", "core first", "at random"], curves.Select(curve => curve.Key));
        Assert.All(curves, curve => Assert.Equal(101, curve.Count()));
        Assert.True(
            curves["core first"].Average(point => point.GetProperty("largest").GetDouble())
            < curves["at random"].Average(point => point.GetProperty("largest").GetDouble()));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_leaving_is_wrong_usage()
    {
        await company.RankAsync("default");

        var result = await company.Cli.TryAsync("what-if", "--store", company.Cli.StorePath);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--leave", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private async Task<JsonElement> ReadAsync(params string[] args)
    {
        var result = await company.Cli.RunAsync([.. args, "--format", "json", "--store", company.Cli.StorePath]);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }
}
