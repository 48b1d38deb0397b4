using System.Text.Json.Nodes;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests;

/// <summary>A company whose managers are not known, or make two groups, is not answered as if it had a chart.</summary>
public sealed class NoChartTests
{
    private static readonly string[] OfTheChart = ["level", "chartPlace", "placesAboveChart", "surprise"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Level_chart_place_gain_and_surprise_are_null_without_a_chart_that_tells_apart(bool hasOwner)
    {
        await using var company = new Company();
        await ServeAsync(company, id => hasOwner && id > 1 ? 1 : null);

        var people = (await company.Api.ReadAsync("/v1/rankings/latest?top=100"))["people"]!.AsArray();

        Assert.Equal(60, people.Count);
        Assert.All(people, person => Assert.All(OfTheChart, field => Assert.Null(person![field])));
        Assert.All(people, person => Assert.NotNull((double?)person!["score"]));
        if (!hasOwner)
            Assert.All(people, person => Assert.Null(person!["isManager"] ?? person["directReports"]));
    }

    [Fact]
    public async Task Same_people_under_a_chart_of_three_levels_have_all_of_them()
    {
        await using var company = new Company();
        await ServeAsync(company, id => id == 1 ? null : id <= 13 ? 1 : 2 + (id % 12));

        var people = (await company.Api.ReadAsync("/v1/rankings/latest?top=100"))["people"]!.AsArray();

        Assert.All(OfTheChart, field => Assert.Contains(people, person => person![field] is not null));
    }

    [Fact]
    public async Task Cohort_is_not_compared_with_a_chart_that_is_not_there()
    {
        await using var company = new Company();
        await ServeAsync(company, _ => null);

        var cohort = await company.Api.AskAsync("/v1/cohorts", new { size = 5 });

        Assert.DoesNotContain("chart", cohort.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    private static Task ServeAsync(Company company, Func<int, int?> managerOf)
    {
        Person[] people =
            [.. SmallGroupTests.Company("a", 60).Select(
                person => person with { ManagerId = managerOf(person.Id.Value) is { } manager ? new(manager) : null })];
        return company.InitializeAsync(people, SmallGroupTests.Ties(people));
    }
}
