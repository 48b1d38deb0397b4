using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>How stated part time turns amounts into rates.</summary>
public sealed class WorkingDaysTests
{
    private const Weekdays MonToWed = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday;
    private const Weekdays MonToFri = MonToWed | Weekdays.Thursday | Weekdays.Friday;

    /// <summary>Both write on Mondays alone: too little to learn days from.</summary>
    [Theory]
    [InlineData(0.5, null, 2)]
    [InlineData(null, MonToWed, 5.0 / 3)]
    [InlineData(0.6, MonToWed, 5.0 / 3)]
    [InlineData(0.3, MonToWed, 10.0 / 3)]
    [InlineData(0.5, MonToFri, 2)]
    [InlineData(1.0, MonToFri, 1)]
    public void Stated_hours_count_beyond_the_days_that_are_stated_with_them(
        double? fte, Weekdays? days, double factor)
    {
        var mails = new List<Interaction<PersonId>>();
        foreach (var day in Enumerable.Range(0, 70).Where(day => day % 7 < 5))
            for (var other = 3; other <= 12; other++)
                mails.Add(MadeCompany.Mail(other, 3 + (other - 2) % 10, 69.5 - day));
        foreach (var daysBeforeEnd in (double[])[6.5, 13.5])
            mails.AddRange(MadeCompany.Mail(1, 2, daysBeforeEnd), MadeCompany.Mail(2, 1, daysBeforeEnd));

        Assert.InRange(AmountOf(fte, days) / AmountOf(null, null), 0.98 * factor, 1.02 * factor);

        double AmountOf(double? fte, Weekdays? days)
        {
            var people = Enumerable.Range(1, 12).Select(id => new Person { Id = new(id), Key = $"{id:00}" }).ToArray();
            people[0] = people[0] with { Fte = fte, WorkingDays = days };
            var weighed = TieStrength.Weigh(
                [.. mails], new(people), MadeCompany.Period, InfluenceOptions.Default.Weighing);
            return weighed.Amounts[Array.FindIndex(weighed.Ties, tie => tie is { Source: 0, Target: 1 })];
        }
    }
}
