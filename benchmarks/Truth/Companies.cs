using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>Ranks planted companies, by today's rules and as near to those of before as options come.</summary>
internal static class Companies
{
    /// <summary>
    /// Today's rules without the days on which each has to address the other. What was before cannot be had from
    /// options alone: copies were answers then, and what one wrote alone made a tie stronger.
    /// </summary>
    public static InfluenceOptions NearestToBefore { get; } =
        InfluenceOptions.Default with { Weighing = new() { DaysEachWay = 0 } };

    public static Ranking Rank(
        PlantedCompany company, Interaction<PersonId>[] mails, InfluenceOptions? options = null,
        bool learnsWorkingDays = true)
    {
        var people = learnsWorkingDays
            ? company.People
            : [.. company.People.Select(person => person with { WorkingDays = Weekdays.All })];
        return new InfluenceModel(
            PersonIndex.AtEndOf(company.Period, people), company.Period, options ?? InfluenceOptions.Default)
            .Rank(mails);
    }

    /// <summary>The person's place; behind everybody without one.</summary>
    public static double PlaceOf(Ranking ranking, PersonId person) =>
        ranking.People.First(one => one.PersonId == person).Rank ?? ranking.People.Count;
}
