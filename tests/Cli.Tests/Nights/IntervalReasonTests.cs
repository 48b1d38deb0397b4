using System.Globalization;
using System.Text;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>A night that tells no rank intervals says why.</summary>
public sealed class IntervalReasonTests
{
    private const int WeekCount = 7;

    [Fact]
    public async Task A_night_of_seven_weeks_of_bursts_says_that_there_are_too_few_blocks_for_rank_intervals()
    {
        using var company = new NightCompany();
        await company.ImportPeopleAsync(NightCompany.PeopleCount);
        await company.Cli.RunAsync(
            "import", "interactions", company.Cli.Write("bursts.csv", Bursts()), "--store", company.Store);

        var night = await company.Cli.RunAsync(
            "nightly", "--as-of", $"{NightCompany.Today:yyyy-MM-dd}", "--window-days", $"{7 * WeekCount}",
            "--rule", "few-weeks=off", "--rule-effects", "off", "--rank-intervals", "on", "--store", company.Store);

        Assert.Contains(
            "Draw the contacts again: left out, fewer than 4 blocks", night.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("too much work", night.Error, StringComparison.Ordinal);
    }

    /// <summary>Everybody and their neighbour, on all days of every third week.</summary>
    private static string Bursts()
    {
        var mail = new StringBuilder("from,to,at\n");
        for (var day = 0; day < 7 * WeekCount; day++)
            for (var one = 0; one < NightCompany.PeopleCount - 1; one++)
                if (day / 7 == WeekCount - 1 || (day / 7 + one) % 3 == 0)
                {
                    var date = NightCompany.Today.AddDays(day - 7 * WeekCount)
                        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    mail.Append($"p{one},p{one + 1},{date}T09:00:00Z\np{one + 1},p{one},{date}T15:00:00Z\n");
                }
        return mail.ToString();
    }
}
