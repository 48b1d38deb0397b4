using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>Scores of nodes or of ties, null where there is none.</summary>
/// <param name="Values">By node, or parallel to the arcs.</param>
/// <param name="AbsenceOf">Why a node has none.</param>
internal sealed record Scores(double?[] Values, Func<Node, Absence?>? AbsenceOf = null)
{
    public bool OfTies { get; init; }

    /// <summary>What they are called.</summary>
    public string Column { get; init; } = "score";

    /// <summary>What the reader should know of how they were computed; null for nothing.</summary>
    public string? Note { get; init; }

    public static implicit operator Scores(double[] all) => new(Array.ConvertAll(all, score => (double?)score));

    public static implicit operator Scores(Centrality measured) => measured.Scores;
}

/// <summary>Computes what <c>measure</c> was asked for.</summary>
internal sealed class Scoring(MeasuredNetwork network, MeasureRequest request, CancellationToken cancellation)
{
    private readonly InteractionGraph _graph = network.Graph;

    public Scores Compute() => request.Measure switch
    {
        MeasureName.Betweenness => OfPaths(),
        MeasureName.EdgeBetweenness => (Scores)EdgeBetweenness.Exact(
            _graph, PathOptions(), network.Lengths, cancellation: cancellation).Scores with { OfTies = true },
        MeasureName.Reach => Array.ConvertAll(
            Reach.CountWithin(_graph, request.Steps, request.Threads, cancellation: cancellation),
            people => (double)people),
        MeasureName.Harmonic => HarmonicCloseness.Exact(_graph, request.Threads, cancellation: cancellation),
        MeasureName.Pagerank => PageRank.Compute(
            _graph, new() { Start = GivenNodes.Start(request.Start, network.Ids, cancellation) }, cancellation),
        MeasureName.Eigenvector => OfEigenvector(),
        MeasureName.Degree => request.IsWeighted ? Degree.StrengthOf(_graph) : Degree.Of(_graph),
        MeasureName.Leiden => OfCommunities(),
        MeasureName.EiIndex or MeasureName.CrossShare => OfGroups(),
        <= MeasureName.Hierarchy => OfHoles(),
        _ => OfRoles(),
    };

    private Scores OfPaths()
    {
        var sampled = new SampledOptions
        {
            Epsilon = request.Epsilon,
            Delta = request.Delta,
            TopK = request.Top ?? 0,
            Exact = PathOptions(),
        };
        var betweenness = request.Engine switch
        {
            Engine.Exact => Betweenness.Exact(_graph, sampled.Exact, network.Lengths, cancellation: cancellation),
            Engine.Sampled => Betweenness.Sampled(_graph, sampled, network.Lengths, cancellation: cancellation),
            _ => Betweenness.Compute(_graph, sampled, network.Lengths, cancellation: cancellation),
        };
        // Exact scores are what anyone expects; a sample, or one that gave way, is reported.
        return (Scores)betweenness with
        {
            Note = betweenness.Sampled is not null || request.Engine == Engine.Sampled
                || request.AsksForASample ? Describe(betweenness) : null,
        };
    }

    private BetweennessOptions PathOptions() => new()
    {
        Threads = request.Threads,
        Precision = request.Precision,
        Cutoff = request.Cutoff,
        Sources = GivenNodes.List(request.Sources, network.Ids, cancellation),
        Targets = GivenNodes.List(request.Targets, network.Ids, cancellation),
    };

    private Scores OfEigenvector()
    {
        try
        {
            return Eigenvector.Compute(_graph, cancellation: cancellation);
        }
        catch (InvalidOperationException e)
        {
            throw new FailedException(e.Message);
        }
    }

    private Scores OfCommunities()
    {
        var options = new LeidenOptions
        {
            Quality = request.Quality, Resolution = request.Resolution, Seed = request.Seed,
        };
        var found = Leiden.BestOf(_graph, request.BestOf, options, request.Threads, cancellation);
        return new([.. found.OfNode.Select(community => (double?)community)])
        {
            Column = "community",
            Note = found.Quality is { } quality
                ? $"{found.Definition}, best of the seeds: {found.Count:N0} communities, the largest of "
                    + $"{found.Sizes[0]:N0}, quality {quality:0.######}."
                : "There is no tie, so every node is a community of its own and has no modularity.",
        };
    }

    private Scores OfHoles()
    {
        var holes = StructuralHoles.Compute(_graph, threads: request.Threads, cancellation: cancellation);
        return request.Measure switch
        {
            MeasureName.Constraint => new(holes.Constraint, holes.AbsenceOf),
            MeasureName.EffectiveSize => new(holes.EffectiveSize, holes.AbsenceOf),
            MeasureName.Efficiency => new(holes.Efficiency, holes.AbsenceOf),
            _ => new(holes.Hierarchy, holes.HierarchyAbsenceOf),
        };
    }

    private Scores OfGroups()
    {
        var across = CrossGroupTies.Compute(_graph, Groups());
        return new(
            request.Measure == MeasureName.EiIndex ? across.EiIndex
                : request.IsWeighted ? across.ShareOfStrength : across.ShareOfTies,
            node => across.Absences[node]);
    }

    private Scores OfRoles()
    {
        var counts = BrokerageRoles.Count(_graph, Groups(), request.Threads, cancellation);
        return new(
            Array.ConvertAll(counts, count => (double?)(request.Measure switch
            {
                MeasureName.Coordinator => count?.Coordinator,
                MeasureName.Itinerant => count?.Itinerant,
                MeasureName.Representative => count?.Representative,
                MeasureName.Gatekeeper => count?.Gatekeeper,
                _ => count?.Liaison,
            })),
            node => counts[node] is null ? Absence.NoUnit : null);
    }

    private Grouping Groups() => GivenNodes.Groups(request.Groups!, network.Ids, cancellation);

    private static string Describe(Centrality betweenness) => betweenness.Definition + (betweenness.Sampled is { } error
        ? $". With probability {1 - error.Delta:0.###} no score is further off than "
            + $"{error.Epsilon:0.###e+0} of all pairs; {error.CertainTop.Count} of the highest are certain."
        : ".");
}
