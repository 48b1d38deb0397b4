using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>Where a company's network depends on few people.</summary>
/// <remarks>It says what would be lost without someone, and nothing of whether anybody will leave.</remarks>
public sealed record FragilityResult
{
    /// <summary>
    /// Articulation points, people without whom others are not connected; who cuts most pairs off first.
    /// </summary>
    public required IReadOnlyList<CutPerson> CutPeople { get; init; }

    /// <summary>Bridges, ties without which others are not connected; the largest smaller side first.</summary>
    public required IReadOnlyList<CutTie> CutTies { get; init; }

    /// <summary>All pairs of units with ties, those first that depend most on one person, then the strongest.</summary>
    public required IReadOnlyList<UnitPair> UnitPairs { get; init; }

    /// <summary>
    /// Share of people who hold half of all ties, 0 … 1: the fewest whose numbers of ties add up to half the sum.
    /// </summary>
    public required double KeyPlayerIndex { get; init; }
}

/// <summary>An articulation point: a person without whom others are not connected.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="PairsCutOff">Pairs of others cut off.</param>
public sealed record CutPerson(PersonId PersonId, long PairsCutOff);

/// <summary>A bridge: a tie without which its two sides are not connected.</summary>
/// <param name="OneId">Id of the person at one end.</param>
/// <param name="OtherId">Id of the person at the other.</param>
/// <param name="SmallerSide">People on the smaller side.</param>
public sealed record CutTie(PersonId OneId, PersonId OtherId, int SmallerSide);

/// <summary>Finds where a company's network depends on few people.</summary>
public static class Fragility
{
    /// <summary>
    /// Finds articulation points, bridges, pairs of units that depend on one person, and the key-player index.
    /// </summary>
    /// <param name="network">Ties are read in both directions; the chart gives units where departments are
    /// unknown.</param>
    /// <remarks>O(n + m).</remarks>
    public static FragilityResult Of(Network network)
    {
        var people = network.People;
        var symmetric = Symmetric.Of(network.Graph);
        var cuts = new CutPoints(symmetric);
        var units = Units.Find(people, network.Chart);
        return new()
        {
            CutPeople = [.. people.Nodes
                .Where(node => cuts.PairsCut[node] > 0)
                .OrderByDescending(node => cuts.PairsCut[node]).ThenBy(node => node)
                .Select(node => new CutPerson(people[node].Id, cuts.PairsCut[node]))],
            CutTies = [.. cuts.Bridges
                .OrderByDescending(tie => tie.SmallerSide).ThenBy(tie => tie.Node).ThenBy(tie => tie.Other)
                .Select(tie => new CutTie(
                    people[tie.Node].Id, people[tie.Other].Id, tie.SmallerSide))],
            UnitPairs = [.. new UnitTies(symmetric, units).Pairs(units, people)
                .OrderByDescending(pair => pair.BrokerShare).ThenByDescending(pair => pair.Strength)],
            KeyPlayerIndex = KeyPlayerIndex(symmetric),
        };
    }

    private static double KeyPlayerIndex(InteractionGraph graph)
    {
        var degrees = Enumerable.Range(0, graph.NodeCount).Select(node => graph.OutNeighbours(node).Length);
        var (held, holders) = (0L, 0);
        foreach (var degree in degrees.OrderDescending().TakeWhile(_ => 2 * held < graph.ArcCount))
        {
            held += degree;
            holders++;
        }
        return (double)holders / Math.Max(1, graph.NodeCount);
    }
}
