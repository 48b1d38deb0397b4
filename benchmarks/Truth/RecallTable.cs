using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>How many planted bridges and experts are among the first, by column and by their ties.</summary>
internal static class RecallTable
{
    private const int FirstCount = PlantedCompany.BridgeCount + PlantedCompany.ExpertCount;

    private static readonly int[] Doses = [8, 16, 24];

    public static void Print(Effort effort)
    {
        Report.Section(
            "Planted people found",
            $"Of {PlantedCompany.BridgeCount} bridges and {PlantedCompany.ExpertCount} experts, how many are among the "
            + $"first {FirstCount}: the mean of {effort.Seeds} companies of {effort.PersonCount} for each dose of ties "
            + "to other units. The difference is that of the share found from that of today's score, over all doses "
            + "and companies, with its 95 % interval. Bridges are planted by ties to other units, and that is what "
            + "betweenness and constraint look for: who is found here is who was planted so.");
        var found = Doses.ToDictionary(dose => dose, dose => Enumerable.Range(1, effort.Seeds).Select(seed =>
        {
            Report.Progress($"{dose} ties, company {seed} of {effort.Seeds}");
            return Found(new() { Seed = seed, CrossTies = dose, PersonCount = effort.PersonCount });
        }).ToArray());
        Report.Heading(
            ["column", .. Doses.Select(dose => $"{dose} ties"), "of them bridges", "difference from today's"]);
        foreach (var column in Column.All)
        {
            var all = Doses.SelectMany(dose => found[dose]).ToArray();
            var differences = all.Select(one => (one[column].All - one[Column.Today].All) / FirstCount).ToArray();
            Report.Row(
            [
                column.Name,
                .. Doses.Select(dose => $"{found[dose].Average(one => one[column].All):0.0}"),
                $"{all.Average(one => one[column].Bridges):0.0}",
                column == Column.Today
                    ? "–"
                    : Statistics.Mean(differences, effort.Resamples).Text("+0.000;−0.000;0.000"),
            ]);
        }
        Report.End();
    }

    private static Dictionary<Column, (double All, double Bridges)> Found(PlantedOptions options)
    {
        var company = new PlantedCompany(options);
        var ranking = Companies.Rank(company, company.Draw());
        return Column.All.ToDictionary(column => column, column =>
        {
            var parts = Column.Order(column.Of(ranking)).Take(FirstCount)
                .Select(node => company.PartOf(ranking.Network.People[node].Id)).ToArray();
            var bridges = parts.Count(part => part == Part.Bridge);
            return ((double)bridges + parts.Count(part => part == Part.Expert), (double)bridges);
        });
    }
}
