namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>A night that tells no rank intervals says why.</summary>
public sealed class IntervalReasonTests
{
    [Fact]
    public async Task A_night_of_a_month_says_that_there_are_too_few_weeks_for_rank_intervals()
    {
        using var company = new NightCompany();
        await company.ImportPeopleAsync(NightCompany.PeopleCount);
        await company.ImportMailAsync(NightCompany.Today.AddDays(-30), NightCompany.Today);

        var night = await company.Cli.RunAsync(
            "nightly", "--as-of", $"{NightCompany.Today:yyyy-MM-dd}", "--rule-effects", "off", "--rank-intervals",
            "on", "--store", company.Store);

        Assert.Contains(
            "Draw the contacts again: left out, fewer than 8 weeks of data", night.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("too much work", night.Error, StringComparison.Ordinal);
    }
}
