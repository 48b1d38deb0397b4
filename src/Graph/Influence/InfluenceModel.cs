using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// How the interactions of one period become a ranking: Clean → Weigh → Extract → Build → Measure → Blend. The night,
/// rank intervals and rule effects all rank by it.
/// </summary>
/// <param name="People">The people of the graph.</param>
/// <param name="Period">The span of interactions; ages are counted from its end.</param>
/// <param name="Options">The rules, by stage.</param>
public sealed record InfluenceModel(PersonIndex People, Period Period, InfluenceOptions Options)
{
    // Audit precision costs twice the time: it is free for a company of ten thousand, not for one of a hundred.
    private const double DoubleArcSourcesMax = 1e10;

    /// <summary>Who reports to whom.</summary>
    public OrgChart Chart { get; } = OrgChart.Build(People.People);

    /// <summary>Workers at most. The ranking has the same bits for any number.</summary>
    /// <value>0: one per core.</value>
    public int Threads { get; init; }

    /// <summary>Ranks everyone: all stages, one after the other.</summary>
    /// <param name="interactions">
    /// As stored, in any order; fastest in the order of <see cref="Hygiene.Order"/>.
    /// </param>
    /// <param name="stages">Gets each stage as it begins and as it ends.</param>
    /// <param name="progress">Gets how far betweenness, the longest stage, has come.</param>
    /// <param name="cancellation">Handed on to every measure.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    public Ranking Rank(
        ArraySegment<Interaction<PersonId>> interactions, IProgress<StageReport>? stages = null,
        IProgress<MeasureProgress>? progress = null, CancellationToken cancellation = default)
    {
        var clean = Run(stages, InfluenceStage.Clean, () => Clean(interactions));
        var ties = Connect(clean.Kept, stages);
        var measures = Run(stages, InfluenceStage.Measure, () => Measure(ties.Network, progress, cancellation));
        return new()
        {
            Model = this,
            Interactions = interactions,
            Clean = clean,
            Ties = ties,
            Measures = measures,
            People = Run(stages, InfluenceStage.Blend, () =>
                Blend(measures, ties.Network, ties.Activity, clean.Broadcasts)),
        };
    }

    /// <summary>Sets aside what says nothing about who talks to whom.</summary>
    public HygieneResult Clean(ReadOnlySpan<Interaction<PersonId>> interactions) =>
        Hygiene.Clean(interactions, People, Period, Options.Cleaning, Options.Weighing.SplitsDelegated);

    /// <summary>As the other, into an array that is used again and again.</summary>
    internal ArraySegment<Interaction<PersonId>> CleanInto(
        ref Interaction<PersonId>[] kept, ReadOnlySpan<Interaction<PersonId>> interactions) =>
        Hygiene.Clean(
            interactions, People, Period, Options.Cleaning, Options.Weighing.SplitsDelegated, ref kept).Kept;

    /// <summary>Makes one weighted tie of the interactions of two people.</summary>
    public TieStrengthResult Weigh(ReadOnlySpan<Interaction<PersonId>> kept) =>
        TieStrength.Weigh(kept, People, Period, Options.Weighing);

    /// <summary>Keeps the ties that stand out.</summary>
    public BackboneResult Extract(TieStrengthResult weighed) =>
        Backbone.Extract(weighed, People.Count, Options.Extracting);

    /// <summary>Builds the graph of the ties as they were seen or said.</summary>
    public Network Build(ReadOnlySpan<Tie> ties) =>
        new(GraphBuilder.Build(People.Count, ties, Options.Directed), People, Chart);

    /// <summary>Measures every node.</summary>
    /// <remarks>
    /// On the whole graph, and exact but for betweenness of graphs that <see cref="Betweenness.Compute"/> samples: some
    /// hundred thousand people and more.
    /// </remarks>
    public Measures Measure(
        Network network, IProgress<MeasureProgress>? progress = null, CancellationToken cancellation = default)
    {
        var graph = network.Graph;
        var precision = (double)graph.NodeCount * graph.ArcCount <= DoubleArcSourcesMax
            ? Precision.Double
            : Precision.Float;
        var betweenness = Betweenness.Compute(
            graph, new() { Exact = new() { Threads = Threads, Precision = precision } },
            Options.Measuring.Lengths ? TieLengths.FromStrengths(graph) : null, progress, cancellation);
        var reach = Reach.Compute(
            Options.AlongInfluence(network).Graph, stepsMax: 2, Threads, cancellation: cancellation);
        return new Measures(betweenness.Scores, reach.Within(2), reach.Harmonic, [], [], [], betweenness.Sampled)
            .WithStrengthsOf(graph, cancellation);
    }

    /// <summary>Blends the measures into one score, ranks people by it and compares that with the chart.</summary>
    /// <param name="measures">Of the network.</param>
    /// <param name="network">What was measured.</param>
    /// <param name="activity">How much was seen of each person.</param>
    /// <param name="broadcasts">Each person's part in the broadcast layer, which scores nothing.</param>
    public RankedPerson[] Blend(
        Measures measures, Network network, Activity activity, Broadcasts? broadcasts = null) =>
        Blending.Rank(measures, network, activity, Options.Blending, broadcasts);

    /// <summary>Measure → Blend, for a network whose ties are known already.</summary>
    public RankedPerson[] Rank(Network network, Activity activity, CancellationToken cancellation = default) =>
        Blend(Measure(network, cancellation: cancellation), network, activity);

    /// <summary>Weigh → Extract → Build.</summary>
    internal WeighedNetwork Connect(ArraySegment<Interaction<PersonId>> kept, IProgress<StageReport>? stages = null)
    {
        var weighed = Run(stages, InfluenceStage.Weigh, () => Weigh(kept));
        var backbone = Run(stages, InfluenceStage.Extract, () => Extract(weighed));
        var network = Run(stages, InfluenceStage.Build, () => Build(backbone.Ties));
        return new(network, weighed.Activity, backbone.Ties, [.. weighed.Counts, .. backbone.Counts]);
    }

    private static T Run<T>(IProgress<StageReport>? stages, InfluenceStage stage, Func<T> work)
    {
        stages?.Report(new(stage, null));
        var result = work();
        stages?.Report(new(stage, result));
        return result;
    }
}

/// <summary>The stages of the <see cref="InfluenceModel"/>, in order.</summary>
public enum InfluenceStage
{
    /// <summary>Sets interactions aside; makes a <see cref="HygieneResult"/>.</summary>
    Clean,

    /// <summary>Makes a <see cref="TieStrengthResult"/>.</summary>
    Weigh,

    /// <summary>Makes a <see cref="BackboneResult"/>.</summary>
    Extract,

    /// <summary>Makes a <see cref="Network"/>.</summary>
    Build,

    /// <summary>Makes <see cref="Influence.Measures"/>.</summary>
    Measure,

    /// <summary>Makes the list of <see cref="RankedPerson"/>.</summary>
    Blend,
}

/// <summary>A stage begins or has ended.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Result">What it produced; null when it begins.</param>
public readonly record struct StageReport(InfluenceStage Stage, object? Result);
