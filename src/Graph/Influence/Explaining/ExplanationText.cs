using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Graph.Influence;

/// <summary>Says in three sentences what was counted, with blanks for units; people are never named.</summary>
internal sealed class ExplanationText(Units units, Departure departure, int otherCount)
{
    private const double ShareWorthNaming = 0.1;

    private bool HasUnits => units.All.Count > 1;

    public ExplanationWords Write(int onlyThroughCount, int onlyOutsideCount) => new(
        [Bridging(), Depending(onlyThroughCount, onlyOutsideCount), Losing()],
        HasUnits && departure.Bridges.FirstOrDefault() is { PairsCarried: > 0 } bridge
            ? [bridge.First, bridge.Second] : []);

    private string Bridging()
    {
        if (!HasUnits)
            return $"Carries {Percent(departure.PairsCarried, departure.PairsConnected)} of the shortest paths "
                + "between other people.";
        if (departure.Bridges.FirstOrDefault() is not { PairsCarried: > 0 } bridge)
            return $"Carries no shortest path between different {units.Plural}.";
        var others = departure.Bridges.Skip(1).Count(other => other.Share >= ShareWorthNaming) switch
        {
            0 => "",
            1 => $", and at least a tenth of those between 1 other pair of {units.Plural}",
            var count => $", and at least a tenth of those between {count:N0} other pairs of {units.Plural}",
        };
        return $"Connects {{0}} with {{1}}: {Percent(bridge.Share, 1)} of the shortest "
            + $"paths between them run through this person{others}.";
    }

    private string Depending(int onlyThroughCount, int onlyOutsideCount)
    {
        var through = onlyThroughCount switch
        {
            0 => "Nobody is connected only through this person",
            1 => "1 person is connected only through this person",
            _ => $"{onlyThroughCount:N0} people are connected only through this person",
        };
        if (!HasUnits)
            return through + ".";
        var outside = onlyOutsideCount switch
        {
            0 => "nobody",
            1 => "1 person",
            _ => $"{onlyOutsideCount:N0} people",
        };
        var joint = (onlyThroughCount == 0) == (onlyOutsideCount == 0) ? "and" : "but";
        return $"{through}, {joint} for {outside} elsewhere it is the only direct contact outside their own unit.";
    }

    private string Losing()
    {
        var between = HasUnits ? $"between different {units.Plural}" : "between others";
        var share = HasUnits
            ? departure.UnitPathShare
            : departure.PairsCarried / Math.Max(1, departure.PairsConnected);
        var longer = departure.PairsLonger > 0
            ? $"{Pairs(departure.PairsLonger)} would need {departure.ExtraStepsMean:0.0} steps more on average"
            : "no pair would need more steps";
        var sample = departure.SourceCount < otherCount
            ? $"; estimated from the paths of {departure.SourceCount:N0} of {otherCount:N0} people"
            : "";
        return $"Without this person {Pairs(departure.PairsCutOff)} would be cut off from each other, {longer}, "
            + $"and {Percent(share, 1)} of the shortest paths {between} would have to run elsewhere{sample}.";
    }

    private static string Pairs(double count) => Math.Round(count) switch
    {
        0 => "no pair of people",
        1 => "1 pair of people",
        var pairs => $"{pairs:N0} pairs of people",
    };

    private static string Percent(double part, double whole) => $"{(whole > 0 ? 100 * part / whole : 0):0.#} %";
}
