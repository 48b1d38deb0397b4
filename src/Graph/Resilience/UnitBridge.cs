using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>What a person carries between two units.</summary>
/// <param name="First">The larger unit.</param>
/// <param name="Second">The smaller unit.</param>
/// <param name="PairsCarried">
/// Pairs of people, one in each, whose shortest paths run through the person; a pair counts by the share of its paths.
/// </param>
/// <param name="PairsConnected">Pairs of people, one in each, that a path connects.</param>
public sealed record UnitBridge(Unit First, Unit Second, double PairsCarried, double PairsConnected)
{
    /// <summary>Share of the shortest paths between the two units that run through the person, 0 … 1.</summary>
    public double Share => PairsConnected > 0 ? PairsCarried / PairsConnected : 0;
}
