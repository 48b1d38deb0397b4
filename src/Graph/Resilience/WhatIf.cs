using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>What becomes of the others if some people were not there.</summary>
/// <remarks>A scenario that someone asks for. It says nothing of whether anybody will leave.</remarks>
public sealed record WhatIfResult
{
    /// <summary>People who stay.</summary>
    public required int StayingCount { get; init; }

    /// <summary>Pairs of them that have a path to each other today; each once where ties are undirected.</summary>
    public required double PairsConnected { get; init; }

    /// <summary>Pairs of them that would no longer be connected.</summary>
    public required double PairsCutOff { get; init; }

    /// <summary>Pairs of them whose path would be longer.</summary>
    public required double PairsLonger { get; init; }

    /// <summary>Steps by which those paths would be longer, on average.</summary>
    public required double ExtraStepsMean { get; init; }

    /// <summary>People whose paths were searched: all who stay, or a sample that the pairs are scaled from.</summary>
    public required int SourceCount { get; init; }

    /// <summary>Units that would lose more than a fifth of the strength of their ties to other units.</summary>
    public required IReadOnlyList<UnitLoss> Units { get; init; }

    /// <summary>People who would become the only bridge between two units, and are not today.</summary>
    public required IReadOnlyList<OnlyBridge> OnlyBridges { get; init; }

    /// <summary>For each who leaves, in the order given, who knows most of the same people.</summary>
    public required IReadOnlyList<Backups> Backups { get; init; }
}

/// <summary>What a unit would lose.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="LostShare">Share of the strength of its ties to other units, 0 … 1.</param>
public sealed record UnitLoss(Unit Unit, double LostShare);

/// <summary>A person on whom all ties between two units would hang.</summary>
public sealed record OnlyBridge(PersonId PersonId, Unit First, Unit Second);

/// <summary>Who could stand in for a person who leaves.</summary>
/// <param name="LeaverId">Id of who leaves.</param>
/// <param name="Candidates">The best first.</param>
public sealed record Backups(PersonId LeaverId, IReadOnlyList<Backup> Candidates);

/// <summary>A person who knows many of the same people.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="Overlap">
/// Neighbours in common as a share of the neighbours of either, 0 … 1 (Jaccard); the two themselves do not count.
/// </param>
/// <param name="KnownShare">Share of the leaver's neighbours whom the person has a tie to, 0 … 1.</param>
public sealed record Backup(PersonId PersonId, double Overlap, double KnownShare);

/// <summary>Scenarios of people not being there.</summary>
public static class WhatIf
{
    private const double NotableLoss = 0.2;

    /// <summary>Compares the graph as it is with the graph without some people.</summary>
    /// <param name="network">Who is tied to whom; the chart gives units where departments are unknown.</param>
    /// <param name="leaving">Ids of those who would not be there; each once.</param>
    /// <param name="backupCount">Backups named for each.</param>
    /// <param name="cancellation">Checked once per person.</param>
    /// <exception cref="ArgumentException">Somebody is not in the graph.</exception>
    /// <remarks>Exact up to 5,000 people; above, paths are searched from 256 people and the pairs scaled.</remarks>
    public static WhatIfResult Leave(
        Network network, IReadOnlyList<PersonId> leaving, int backupCount = 5, CancellationToken cancellation = default)
    {
        var (graph, people) = (network.Graph, network.People);
        var isGone = new bool[graph.NodeCount];
        foreach (var id in leaving)
            isGone[people.NodeOf(id) ?? Throw.PersonNotInGraph<Node>("leaving")] = true;
        var after = Symmetric.Without(graph, isGone);
        var paths = LostPaths.Count(graph, after, isGone, cancellation);
        var units = Units.Find(people, network.Chart);
        var symmetric = Symmetric.Of(graph);
        var (tiesBefore, tiesAfter) = (new UnitTies(symmetric, units), new UnitTies(Symmetric.Of(after), units));
        var bridgesBefore = tiesBefore.OnlyBridges.ToHashSet();
        return new()
        {
            StayingCount = isGone.Count(gone => !gone),
            PairsConnected = paths.Connected,
            PairsCutOff = paths.CutOff,
            PairsLonger = paths.Longer,
            ExtraStepsMean = paths.ExtraStepsMean,
            SourceCount = paths.SourceCount,
            Units = [.. Enumerable.Range(0, units.All.Count)
                .Select(unit => new UnitLoss(
                    units.All[unit], LostShare(tiesBefore.CrossStrength[unit], tiesAfter.CrossStrength[unit])))
                .Where(loss => loss.LostShare > NotableLoss)
                .OrderByDescending(loss => loss.LostShare)],
            OnlyBridges = [.. tiesAfter.OnlyBridges.Where(bridge => !bridgesBefore.Contains(bridge))
                .Select(bridge => new OnlyBridge(
                    people[bridge.Node].Id, units.All[bridge.First], units.All[bridge.Second]))],
            Backups = [.. leaving.Select(id => new Backups(
                id, BackupsOf(symmetric, people, people.KnownNodeOf(id), isGone, backupCount)))],
        };
    }

    private static double LostShare(double before, double after) => before > 0 ? 1 - after / before : 0;

    private static Backup[] BackupsOf(
        InteractionGraph graph, PersonIndex people, Node leaver, bool[] isGone, int count)
    {
        var known = graph.OutNeighbours(leaver).ToArray();
        return [.. known.SelectMany(node => graph.OutNeighbours(node).ToArray())
            .Where(node => node != leaver && !isGone[node])
            .CountBy(node => node)
            .Select(candidate => (candidate.Key, Common: candidate.Value, Either: Either(candidate)))
            .OrderByDescending(candidate => (double)candidate.Common / candidate.Either)
            .ThenByDescending(candidate => candidate.Common)
            .ThenBy(candidate => candidate.Key)
            .Take(count)
            .Select(candidate => new Backup(
                people.People[candidate.Key].Id, (double)candidate.Common / candidate.Either,
                (double)candidate.Common / known.Length))];

        // The tie between the two is not an acquaintance in common, on either side.
        int Either(KeyValuePair<int, int> candidate) =>
            known.Count(node => node != candidate.Key)
            + graph.OutNeighbours(candidate.Key).ToArray().Count(node => node != leaver) - candidate.Value;
    }
}
