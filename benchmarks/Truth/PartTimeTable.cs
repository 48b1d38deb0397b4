using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>Whether somebody loses places by working fewer days.</summary>
internal static class PartTimeTable
{
    private const int PlantedCount = 12;

    public static void Print(Effort effort)
    {
        Report.Section(
            "Part time", $"Median place of {PlantedCount} planted bridges in {effort.PartTimeSeeds} companies of "
            + $"{effort.PersonCount}, with five working days and with fewer: the same mail without that of the days "
            + "off. *Days off not learnt* takes everybody for full time, and one day is enough for a tie.");
        Report.Heading("days of 5", "today", "days off not learnt");
        var places = new Dictionary<(int Days, bool IsToday), List<double>>();
        for (var seed = 1; seed <= effort.PartTimeSeeds; seed++)
        {
            Report.Progress($"company {seed} of {effort.PartTimeSeeds}");
            var company = new PlantedCompany(new() { Seed = seed, PersonCount = effort.PersonCount });
            var people = company.All(Part.Bridge).Take(PlantedCount).ToHashSet();
            var mails = company.Draw();
            foreach (var days in (int[])[5, 4, 3, 2])
            {
                Interaction<PersonId>[] worked = [.. Behaviour.PartTime(mails, people, days)];
                Add((days, true), Companies.Rank(company, worked), people);
                Add(
                    (days, false),
                    Companies.Rank(company, worked, Companies.NearestToBefore, learnsWorkingDays: false), people);
            }
        }
        foreach (var days in (int[])[5, 4, 3, 2])
            Report.Row(
                $"{days}", $"{Statistics.Median(places[(days, true)]):0.#}",
                $"{Statistics.Median(places[(days, false)]):0.#}");
        Report.End();

        void Add((int, bool) key, Ranking ranking, IEnumerable<PersonId> people)
        {
            if (!places.TryGetValue(key, out var known))
                places[key] = known = [];
            known.AddRange(people.Select(person => Companies.PlaceOf(ranking, person)));
        }
    }
}
