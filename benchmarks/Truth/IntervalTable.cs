using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>Whether 90 % intervals hold the true place, how wide they are, and whether they show a change.</summary>
internal static class IntervalTable
{
    private const int FirstTruthWindow = 100;
    private const int FirstSeed = 5;

    public static void Print(Effort effort)
    {
        Report.Section(
            "Rank intervals", $"Companies of {effort.IntervalPersonCount}. The true place is the median of "
            + $"{effort.TruthWindows} windows of the same habits, none of them among the {effort.Windows} whose "
            + "intervals are asked. Width is the median width over the median true spread from the second to the last "
            + "but one of those windows (5 to 95 %). Fano is the variance over the mean of active days per pair and "
            + $"week. *Part* is the share of people whose intervals of two windows do not meet, in "
            + $"{effort.IntervalSeeds} companies each.");
        Report.Heading("contacts come", "Fano", "coverage (90 % promised)", "width", "part without a change");
        foreach (var (burst, name) in new[]
        {
            (Burst.None, "singly"), (Burst.Mild, "two in six days"), (Burst.Strong, "eight in six days"),
        })
        {
            Report.Progress(name);
            var (fano, coverage, width) = Coverage(CompanyOf(effort, burst, FirstSeed), effort);
            var parted = PartedUnchanged(effort, burst);
            Report.Row(name, $"{fano:0.00}", $"{coverage:P1}", $"{width:0.00} ×", $"{parted:P1}");
        }
        Report.End();
        var (changed, bridges) = PartedChanged(effort);
        Console.WriteLine(
            $"Bridges whose ties to other units go from 8 to 24 between two windows: {changed} of {bridges} part.");
        Report.End();
    }

    private static (double Fano, double Coverage, double Width) Coverage(PlantedCompany company, Effort effort)
    {
        var places = PlacesOverWindows(company, effort.TruthWindows);
        var truth = places.ToDictionary(p => p.Key, p => Statistics.Median(p.Value.Select(place => (double)place)));
        var spread = Statistics.Median(places.Values.Select(p => (double)(p[^2] - p[1])));
        var (held, widths) = (0, new List<double>());
        for (var window = 0; window < effort.Windows; window++)
            foreach (var interval in Intervals(company, window).Values.Where(i => truth.ContainsKey(i.PersonId)))
            {
                var place = truth[interval.PersonId];
                held += place >= interval.Low && place <= interval.High ? 1 : 0;
                widths.Add(interval.High - interval.Low);
            }
        var fano = Burstiness.Of(Companies.Rank(company, company.Draw()).Clean.Kept);
        return (fano, held / (double)widths.Count, Statistics.Median(widths) / spread);
    }

    private static double PartedUnchanged(Effort effort, Burst burst)
    {
        var (parted, compared) = (0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + effort.IntervalSeeds; seed++)
        {
            var company = CompanyOf(effort, burst, seed);
            var (one, other) = (Intervals(company, 0), Intervals(company, 1));
            foreach (var interval in one.Values.Where(i => other.ContainsKey(i.PersonId)))
            {
                parted += DoPart(interval, other[interval.PersonId]) ? 1 : 0;
                compared++;
            }
        }
        return parted / (double)compared;
    }

    private static (int Parted, int Bridges) PartedChanged(Effort effort)
    {
        var (parted, bridges) = (0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + effort.IntervalSeeds; seed++)
        {
            var options = new PlantedOptions { Seed = seed, CrossTies = 8, PersonCount = effort.PersonCount };
            var before = new PlantedCompany(options);
            var after = new PlantedCompany(options with { CrossTiesOfFirst = 24 });
            var (one, other) = (Intervals(before, 0), Intervals(after, 1));
            foreach (var bridge in before.All(Part.Bridge).Take(PlantedCompany.ChangedCount))
            {
                // Who has no place in one of them cannot be said to have moved.
                parted += one.TryGetValue(bridge, out var was) && other.TryGetValue(bridge, out var isNow)
                    && DoPart(was, isNow) ? 1 : 0;
                bridges++;
            }
        }
        return (parted, bridges);
    }

    private static PlantedCompany CompanyOf(Effort effort, Burst burst, int seed) => new(
        new() { Seed = seed, PersonCount = effort.IntervalPersonCount, UnitCount = 8, Burst = burst });

    private static bool DoPart(RankInterval one, RankInterval other) => one.High < other.Low || other.High < one.Low;

    private static Dictionary<PersonId, int[]> PlacesOverWindows(PlantedCompany company, int windows) => Enumerable
        .Range(FirstTruthWindow, windows)
        .SelectMany(window => Companies.Rank(company, company.Draw(window)).People.Where(p => p.Rank is not null))
        .GroupBy(person => person.PersonId, person => person.Rank!.Value)
        .Where(places => places.Count() == windows)
        .ToDictionary(places => places.Key, places => places.Order().ToArray());

    private static Dictionary<PersonId, RankInterval> Intervals(PlantedCompany company, int window) => RankIntervals
        .Of(Companies.Rank(company, company.Draw(window))).ToDictionary(interval => interval.PersonId);
}
