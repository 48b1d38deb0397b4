using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary>Of brokerage first what contacts bring, then the roles by groups.</summary>
internal enum MeasureName
{
    Betweenness,
    EdgeBetweenness,
    Reach,
    Harmonic,
    Pagerank,
    Eigenvector,
    Degree,
    Leiden,
    EiIndex,
    CrossShare,
    Constraint,
    EffectiveSize,
    Efficiency,
    Hierarchy,
    Coordinator,
    Itinerant,
    Representative,
    Gatekeeper,
    Liaison,
}

internal enum Engine { Auto, Exact, Sampled }

internal enum Heading { Auto, Yes, No }

/// <summary>What the weights of an edge list are.</summary>
internal enum WeightReading
{
    /// <summary>Larger is farther.</summary>
    Length,

    /// <summary>Larger is closer.</summary>
    Strength,

    /// <summary>Larger is closer, and a tie is as long as 1 / weight.</summary>
    Inverse,
}

/// <summary>What <c>measure</c> was asked for.</summary>
internal sealed class MeasureRequest(MeasureOptions options, ParseResult parsed)
{
    public string Path => parsed.GetRequiredValue(options.Path).FullName;
    public MeasureName Measure => parsed.GetValue(options.Measure);
    public bool Directed => parsed.GetValue(options.Directed);
    public int Steps => parsed.GetValue(options.Steps);
    public int Threads => parsed.GetValue(options.Threads);
    public Precision Precision => parsed.GetValue(options.Precision);
    public Engine Engine => parsed.GetValue(options.Engine);
    public double? Epsilon => parsed.GetValue(options.Epsilon);
    public double Delta => parsed.GetValue(options.Delta);
    public int? Top => parsed.GetValue(options.Top);
    public string? Csv => parsed.GetValue(options.Csv);
    public bool Timing => parsed.GetValue(options.Timing);
    public double Resolution => parsed.GetValue(options.Resolution);
    public CommunityQuality Quality => parsed.GetValue(options.Quality);
    public ulong Seed => parsed.GetValue(options.Seed);
    public int BestOf => parsed.GetValue(options.BestOf);
    public double? Cutoff => parsed.GetValue(options.Cutoff);
    public string? Sources => parsed.GetValue(options.Sources);
    public string? Targets => parsed.GetValue(options.Targets);
    public string? Start => parsed.GetValue(options.Start);
    public string? Groups => parsed.GetValue(options.Groups);
    public double EqualWithin => parsed.GetValue(options.EqualWithin);

    public bool IsWeighted => parsed.GetValue(options.Weighted) || Weights is not null;

    /// <summary>How the weights were said to be read; null where they were not.</summary>
    private WeightReading? Weights => parsed.GetValue(options.Weights);

    private bool SizeLine => parsed.GetValue(options.SizeLine);

    private Heading Header => parsed.GetValue(options.Header);

    public bool IsOfPaths => Measure is MeasureName.Betweenness or MeasureName.EdgeBetweenness;

    /// <summary>Each measure has its usual reading: paths need lengths, walks and sums strengths.</summary>
    public WeightReading Reading => Weights ?? (IsOfPaths ? WeightReading.Length : WeightReading.Strength);

    private bool NeedsGroups =>
        Measure is MeasureName.EiIndex or MeasureName.CrossShare or >= MeasureName.Coordinator;

    private bool CountsOnly => Measure is MeasureName.Reach or MeasureName.Harmonic or MeasureName.EiIndex
        or >= MeasureName.Coordinator;

    /// <summary>Whether something was said that only a sample heeds.</summary>
    public bool AsksForASample =>
        parsed.GetResult(options.Epsilon) is { Implicit: false }
        || parsed.GetResult(options.Delta) is { Implicit: false };

    public EdgeListOptions ListOptions => new()
    {
        Weighted = IsWeighted,
        Directed = Directed,
        First = (SizeLine, Header) switch
        {
            (true, _) => FirstRow.Size,
            (_, Heading.Yes) => FirstRow.Heading,
            (_, Heading.No) => FirstRow.Edge,
            _ => FirstRow.Auto,
        },
        Decimal = parsed.GetValue(options.Decimal),
        Layout = parsed.GetValue(options.Layout),
    };

    public void ThrowIfSenseless()
    {
        SharedOptions.RequireThreads(Threads);
        ThrowIfSenselessCommunities();
        if (IsWeighted && CountsOnly)
            throw new UsageException(
                "Reach and harmonic count steps, ei-index and roles count ties; leave out --weighted and --weights.");
        if (Weights == WeightReading.Inverse && !IsOfPaths)
            throw new UsageException("Only paths get lengths of 1 / weight; say --weights strength or length.");
        if ((Cutoff ?? Sources ?? (object?)Targets) is not null && (!IsOfPaths || Engine == Engine.Sampled))
            throw new UsageException(
                "--cutoff, --sources and --targets choose the paths of exact betweenness and edge-betweenness.");
        if (!(Cutoff is null or > 0))
            throw new UsageException($"--cutoff {Cutoff} is not above 0.");
        if (Start is not null && Measure != MeasureName.Pagerank)
            throw new UsageException("--start says where the walk of pagerank starts; leave it out.");
        if (Groups is not null && !NeedsGroups)
            throw new UsageException("Only roles, ei-index and cross-share read groups; leave out --groups.");
        if (Groups is null && NeedsGroups)
            throw new UsageException("This measure compares groups; name a file of rows 'node,group' by --groups.");
        if (!(EqualWithin is >= 0 and <= TieLengths.EqualWithinMax))
            throw new UsageException($"--equal-within {EqualWithin} is outside 0 … {TieLengths.EqualWithinMax}.");
        if (SizeLine && Header == Heading.Yes)
            throw new UsageException("The first row is a heading or a size; leave out --header or --size-line.");
        if (Steps < 1)
            throw new UsageException($"--steps {Steps} is less than 1.");
        if (Top < 1)
            throw new UsageException($"--top {Top} is less than 1.");
        if (Epsilon is <= 0 or >= 1)
            throw new UsageException($"--epsilon {Epsilon} is outside (0, 1).");
        if (Delta is <= 0 or >= 1)
            throw new UsageException($"--delta {Delta} is outside (0, 1).");
        if (Measure != MeasureName.Betweenness)
            RefuseGiven("only betweenness is sampled", options.Engine, options.Epsilon, options.Delta);
        if (!IsOfPaths)
            RefuseGiven("it is for betweenness alone", options.Precision, options.EqualWithin);
        if (Engine == Engine.Exact)
            RefuseGiven("nothing is sampled with --engine exact", options.Epsilon, options.Delta);
        if (Measure != MeasureName.Reach)
            RefuseGiven("only reach counts steps", options.Steps);
    }

    /// <summary>What would have no effect is refused: somebody expects one.</summary>
    private void RefuseGiven(string why, params ReadOnlySpan<Option> without)
    {
        foreach (var option in without)
            if (parsed.GetResult(option) is { Implicit: false })
                throw new UsageException($"{option.Name} would have no effect: {why}. Leave it out.");
    }

    private void ThrowIfSenselessCommunities()
    {
        if (Measure != MeasureName.Leiden)
        {
            Option[] communities = [options.Resolution, options.Quality, options.Seed, options.BestOf];
            if (communities.FirstOrDefault(one => parsed.GetResult(one) is { Implicit: false }) is { } senseless)
                throw new UsageException($"Only leiden reads {senseless.Name}; leave it out.");
            return;
        }
        if (Top is not null)
            throw new UsageException("Communities have no order of nodes; leave out --top.");
        if (!(Resolution > 0 && double.IsFinite(Resolution)))
            throw new UsageException($"--resolution {Resolution} is not above 0 and finite.");
        if (BestOf < 1)
            throw new UsageException($"--best-of {BestOf} is less than 1.");
    }
}
