using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>How large surprise becomes in companies where there is nothing to be surprised at.</summary>
internal static class SurpriseTable
{
    private const int UnitSize = 25;
    private const int DayCount = 182;
    private const int TiesEach = 6;

    public static void Print(Effort effort)
    {
        Report.Section(
            "Surprise without a cause", $"{effort.NullCompanies} companies of {effort.PersonCount} without any "
            + "structure: units and heads on paper, and ties between people drawn by how active each of them is, "
            + "whatever their units.");
        double[][] all = [.. Enumerable.Range(1, effort.NullCompanies).Select(seed => Surprises(seed, effort))];
        double[] largest = [.. all.Select(surprises => surprises.Max())];
        Report.Heading("what", "measured");
        Report.Row("people beyond ±2", $"{all.SelectMany(one => one).Average(s => Math.Abs(s) > 2 ? 1 : 0):P1}");
        Report.Row("surprise of the first place, mean", $"{all.Average(surprises => surprises[0]):+0.0;−0.0}");
        Report.Row("largest surprise of a company, median", $"{Statistics.Median(largest):+0.0}");
        Report.Row("companies in which somebody is above +4", $"{largest.Average(one => one > 4 ? 1 : 0):P0}");
        Report.End();
    }

    /// <summary>Of everybody who has one, in the order of places.</summary>
    private static double[] Surprises(int seed, Effort effort)
    {
        Report.Progress($"company {seed} of {effort.NullCompanies}");
        var random = new Random(seed);
        var period = new Period(PlantedCompany.End.AddDays(-DayCount), PlantedCompany.End);
        var people = Enumerable.Range(0, effort.PersonCount).Select(i => new Person
        {
            Id = new(i + 1),
            Key = random.NextInt64().ToString("x16"),
            ManagerId = new(i % UnitSize == 0 ? 1 : i / UnitSize * UnitSize + 1),
            Department = $"Unit {i / UnitSize + 1}",
        }).ToArray();
        var mailing = new Mailing(period.From, DayCount, random);
        int[] active =
        [
            .. people.SelectMany((_, i) => Enumerable.Repeat(i, 1 + (int)(3 / Math.Sqrt(1 - Share(random))))),
        ];
        for (var tie = 0; tie < TiesEach * people.Length; tie++)
            if (active[random.Next(active.Length)] is var one && active[random.Next(active.Length)] is var other
                && one != other)
                mailing.Add(new(people[one].Id, people[other].Id, 0.3 + 1.2 * random.NextDouble()), Burst.None);
        var ranking = new InfluenceModel(PersonIndex.AtEndOf(period, people), period, InfluenceOptions.Default)
            .Rank(mailing.Mails.ToArray());
        return [.. ranking.People.Select(person => person.Surprise).OfType<double>()];
    }

    // Cut off, so that nobody knows everybody.
    private static double Share(Random random) => Math.Min(0.98, random.NextDouble());
}
