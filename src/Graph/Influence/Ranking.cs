using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>A ranking with its inputs, so that it can be computed again under other rules.</summary>
public sealed record Ranking
{
    /// <summary>How it was computed.</summary>
    public required InfluenceModel Model { get; init; }

    /// <summary>The interactions as stored, before hygiene.</summary>
    public required ArraySegment<Interaction<PersonId>> Interactions { get; init; }

    /// <summary>What hygiene kept and what each rule set aside.</summary>
    public required HygieneResult Clean { get; init; }

    /// <summary>The network that was ranked, and how much was seen of each person.</summary>
    public required WeighedNetwork Ties { get; init; }

    /// <summary>Every measure, by node.</summary>
    public required Measures Measures { get; init; }

    /// <summary>Everyone: by rank, then those who cannot be measured.</summary>
    public required IReadOnlyList<RankedPerson> People { get; init; }

    /// <summary>The graph, its people and their chart.</summary>
    public Network Network => Ties.Network;

    /// <summary>What every stage set aside or weighed otherwise, in the order of the rules.</summary>
    public IReadOnlyList<HygieneCount> Counts => [.. Clean.Counts, .. Ties.Counts, .. Unmeasured];

    /// <summary>How many people have no rank, by the rule that says why.</summary>
    public IReadOnlyList<HygieneCount> Unmeasured =>
    [
        .. from name in (string[])["few-events", "few-weeks"]
           let count = People.Count(person => person.NotMeasurable == name)
           select InfluenceRules.Named(name).Count("people", count, count),
    ];

    /// <summary>
    /// Whether all shortest paths of another graph are those of this one: the same arcs, and the same strengths where
    /// these are lengths.
    /// </summary>
    internal bool SharesPathsWith(InteractionGraph graph) =>
        Network.Graph.OutOffsets.SequenceEqual(graph.OutOffsets)
        && Network.Graph.OutTargets.SequenceEqual(graph.OutTargets)
        && (!Model.Options.Measuring.Lengths || SharesStrengthsWith(graph));

    /// <summary>Of a graph with the same arcs.</summary>
    internal bool SharesStrengthsWith(InteractionGraph graph) =>
        Network.Graph.OutStrengths.SequenceEqual(graph.OutStrengths);
}

/// <summary>A network as the stages Weigh, Extract and Build make it.</summary>
/// <param name="Network">Graph, people and chart.</param>
/// <param name="Activity">How much was seen of each person.</param>
/// <param name="Ties">The ties that the graph was built of.</param>
/// <param name="Counts">Interactions and pairs that rules weighed otherwise, and what gave no tie.</param>
public sealed record WeighedNetwork(
    Network Network, Activity Activity, Tie[] Ties, IReadOnlyList<HygieneCount> Counts);

/// <summary>Every measure that a ranking shows, by node.</summary>
/// <param name="Betweenness">Raw betweenness over ordered pairs.</param>
/// <param name="TwoSteps">People reached in at most two steps.</param>
/// <param name="Harmonic">Sum of 1 / distance to everyone reached.</param>
/// <param name="PageRank">Share of a random walk's time; all sum to 1.</param>
/// <param name="Degree">Number of ties.</param>
/// <param name="Strength">Sum of the strengths of the ties.</param>
/// <param name="Sampled">Null where betweenness is exact; else its guaranteed error.</param>
public sealed record Measures(
    double[] Betweenness, int[] TwoSteps, double[] Harmonic, double[] PageRank, double[] Degree, double[] Strength,
    SamplingError? Sampled)
{
    /// <summary>
    /// The measures of shortest paths, which take nearly all the time, taken over; those of strengths computed anew.
    /// </summary>
    internal Measures WithStrengthsOf(InteractionGraph graph, CancellationToken cancellation) => this with
    {
        PageRank = Graph.PageRank.Compute(graph, cancellation: cancellation).Scores,
        Degree = Graph.Degree.Of(graph).Scores,
        Strength = Graph.Degree.StrengthOf(graph).Scores,
    };
}
