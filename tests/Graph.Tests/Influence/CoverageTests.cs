using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Graph.Tests;

/// <summary>What rank intervals promise, on companies whose truth is known.</summary>
public sealed class CoverageTests
{
    private const int TruthWindows = 20, FirstTruthWindow = 100;

    private static int Windows => Environment.GetEnvironmentVariable("INFLUENCERMAP_TEST_LONG") == "1" ? 14 : 3;

    /// <summary>The true place is the median of 20 windows of the same habits, without the one drawn again.</summary>
    [Theory]
    [InlineData(Burst.None, 0.6, 0.9, 0.88, 1.3)]
    [InlineData(Burst.Mild, 0.9, 1.3, 0.85, 1.6)]
    [InlineData(Burst.Strong, 1.4, 2, 0.85, 1.6)]
    public void Nine_in_ten_intervals_hold_the_true_place_and_are_no_wider_than_they_must_be(
        Burst burst, double fanoLow, double fanoHigh, double coverageMin, double widthMax)
    {
        var company = CompanyOf(burst, seed: 5);
        var places = PlacesOverWindows(company);
        var truth = places.ToDictionary(p => p.Key, p => (p.Value[9] + p.Value[10]) / 2.0);
        var spread = Median(places.Values.Select(p => (double)(p[18] - p[1])));
        var (held, widths) = (0, new List<double>());
        for (var window = 0; window < Windows; window++)
            foreach (var interval in Intervals(company, window).Values.Where(i => truth.ContainsKey(i.PersonId)))
            {
                held += truth[interval.PersonId] >= interval.Low && truth[interval.PersonId] <= interval.High ? 1 : 0;
                widths.Add(interval.High - interval.Low);
            }
        var fano = Burstiness.Of(Rank(company, 0).Clean.Kept);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Fano {fano:0.00}, coverage {held / (double)widths.Count:0.000}, width {Median(widths) / spread:0.00}");
        Assert.InRange(fano, fanoLow, fanoHigh);
        Assert.InRange(held / (double)widths.Count, coverageMin, 1);
        Assert.InRange(Median(widths) / spread, 0, widthMax);
    }

    [Theory]
    [InlineData(Burst.None)]
    [InlineData(Burst.Mild)]
    [InlineData(Burst.Strong)]
    public void Two_windows_of_one_company_part_for_at_most_five_in_a_hundred(Burst burst)
    {
        var (parted, compared) = (0, 0);
        for (var seed = 5; seed < 8; seed++)
        {
            var company = CompanyOf(burst, seed);
            var (one, other) = (Intervals(company, 0), Intervals(company, 1));
            foreach (var interval in one.Values.Where(i => other.ContainsKey(i.PersonId)))
            {
                parted += Part(interval, other[interval.PersonId]) ? 1 : 0;
                compared++;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{parted} of {compared}");
        Assert.InRange(parted, 0, compared / 20);
    }

    [Fact]
    public void Bridges_whose_ties_to_other_units_go_from_8_to_24_part()
    {
        var (parted, bridges) = (0, 0);
        for (var seed = 5; seed < 8; seed++)
        {
            var options = new PlantedOptions { Seed = seed, CrossTies = 8 };
            var before = new PlantedCompany(options);
            var after = new PlantedCompany(options with { CrossTiesOfFirst = 24 });
            var (one, other) = (Intervals(before, 0), Intervals(after, 1));
            foreach (var bridge in before.All(InfluencerMap.Planted.Part.Bridge).Take(PlantedCompany.ChangedCount))
            {
                parted += Part(one[bridge], other[bridge]) ? 1 : 0;
                bridges++;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{parted} of {bridges}");
        Assert.InRange(parted, 0.6 * bridges, bridges);
    }

    private static PlantedCompany CompanyOf(Burst burst, int seed) => new(
        new() { Seed = seed, PersonCount = 240, UnitCount = 8, Burst = burst });

    private static bool Part(RankInterval one, RankInterval other) => one.High < other.Low || other.High < one.Low;

    private static Dictionary<PersonId, int[]> PlacesOverWindows(PlantedCompany company) => Enumerable
        .Range(FirstTruthWindow, TruthWindows)
        .SelectMany(window => Rank(company, window).People.Where(person => person.Rank is not null))
        .GroupBy(person => person.PersonId, person => person.Rank!.Value)
        .Where(places => places.Count() == TruthWindows)
        .ToDictionary(places => places.Key, places => places.Order().ToArray());

    private static Dictionary<PersonId, RankInterval> Intervals(PlantedCompany company, int window) => RankIntervals
        .Of(Rank(company, window), cancellation: TestContext.Current.CancellationToken)
        .ToDictionary(interval => interval.PersonId);

    private static Ranking Rank(PlantedCompany company, int window) =>
        new InfluenceModel(
            PersonIndex.AtEndOf(company.Period, company.People), company.Period, InfluenceOptions.Default)
            .Rank(company.Draw(window), cancellation: TestContext.Current.CancellationToken);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
