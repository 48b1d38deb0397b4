using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// Why a person has the rank: whom they bridge, who hangs on them alone, what would be lost without them.
/// </summary>
/// <remarks>Steps are counted, tie strengths and lengths are not read. Exact up to 5,000 people.</remarks>
public sealed record Explanation
{
    /// <summary>The person's place in the ranking explained.</summary>
    public required RankedPerson Ranked { get; init; }

    /// <summary>Three sentences in counts and units; no person is named in them.</summary>
    public required ExplanationWords Words { get; init; }

    /// <summary>The unit of the person.</summary>
    public required Unit Unit { get; init; }

    /// <summary>
    /// Pairs of different units whose shortest paths the person carries, by what is carried times its share of all.
    /// </summary>
    public required IReadOnlyList<UnitBridge> Bridges { get; init; }

    /// <summary>
    /// Ids, by key, of the people who would lose more than half of those who have a path to them, or that they have a
    /// path to.
    /// </summary>
    public required IReadOnlyList<PersonId> ReachedOnlyThrough { get; init; }

    /// <summary>Ids, by key, of people in other units for whom this is the only tie outside their own unit.</summary>
    public required IReadOnlyList<PersonId> OnlyOutsideContactOf { get; init; }

    /// <summary>
    /// Pairs of others that would have no path to each other; each pair once where ties are undirected.
    /// </summary>
    public required double PairsCutOff { get; init; }

    /// <summary>Pairs of others that would have a longer path.</summary>
    public required double PairsLonger { get; init; }

    /// <summary>Steps by which the paths of those would get longer, on average.</summary>
    public required double ExtraStepsMean { get; init; }

    /// <summary>
    /// Share of the shortest paths between people of different units that run through the person, 0 … 1.
    /// </summary>
    public required double UnitPathShare { get; init; }

    /// <summary>People whose paths were searched. Below <see cref="OtherCount"/> the pairs are estimates.</summary>
    public required int SourceCount { get; init; }

    /// <summary>People in the graph without this one.</summary>
    public required int OtherCount { get; init; }

    /// <summary>Explains one person's place.</summary>
    /// <param name="network">What was ranked; the chart gives the units where departments are not known.</param>
    /// <param name="ranking">The ranking.</param>
    /// <param name="personId">Who; somebody of the ranking.</param>
    /// <param name="cancellation">Checked once per person searched from.</param>
    /// <exception cref="ArgumentException">The person is not in the ranking.</exception>
    /// <remarks>Cost: up to two searches of the graph for each other person, 256 of them above 5,000 people.</remarks>
    public static Explanation For(
        Network network, IReadOnlyList<RankedPerson> ranking, PersonId personId,
        CancellationToken cancellation = default)
    {
        var (graph, people) = (network.Graph, network.People);
        if (ranking.FirstOrDefault(place => place.PersonId == personId) is not { } ranked
            || people.NodeOf(personId) is not { } node)
            throw new ArgumentException("The person is not in the ranking; explain somebody who is.", nameof(personId));
        var units = Units.Find(people, network.Chart);
        var departure = Departure.Of(graph, units, node, cancellation);
        Node[] onlyThrough = [.. departure.ReachedOnlyThrough];
        Node[] onlyOutside = [.. units.OnlyOutsideContactOf(graph, node)];
        return new()
        {
            Ranked = ranked,
            Words = new ExplanationText(units, departure, people.Count - 1)
                .Write(onlyThrough.Length, onlyOutside.Length),
            Unit = units.All[units.Of(node)],
            Bridges = [.. departure.Bridges.Where(bridge => bridge.PairsCarried > 0)],
            ReachedOnlyThrough = [.. onlyThrough.Select(other => people[other].Id)],
            OnlyOutsideContactOf = [.. onlyOutside.Select(other => people[other].Id)],
            PairsCutOff = departure.PairsCutOff,
            PairsLonger = departure.PairsLonger,
            ExtraStepsMean = departure.ExtraStepsMean,
            UnitPathShare = departure.UnitPathShare,
            SourceCount = departure.SourceCount,
            OtherCount = people.Count - 1,
        };
    }
}
