using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

internal enum MeasureName { Betweenness, Reach, Harmonic, PageRank, Degree }

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
    public double EqualWithin => parsed.GetValue(options.EqualWithin);

    public bool IsWeighted => parsed.GetValue(options.Weighted) || Weights is not null;

    /// <summary>How the weights were said to be read; null where they were not.</summary>
    private WeightReading? Weights => parsed.GetValue(options.Weights);

    private bool SizeLine => parsed.GetValue(options.SizeLine);

    private Heading Header => parsed.GetValue(options.Header);

    /// <summary>Each measure has its usual reading: paths need lengths, walks and sums strengths.</summary>
    public WeightReading Reading =>
        Weights ?? (Measure == MeasureName.Betweenness ? WeightReading.Length : WeightReading.Strength);

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
        if (IsWeighted && Measure is MeasureName.Reach or MeasureName.Harmonic)
            throw new UsageException("Reach and harmonic count steps; leave out --weighted and --weights.");
        if (Weights == WeightReading.Inverse && Measure != MeasureName.Betweenness)
            throw new UsageException("Only betweenness makes lengths of 1 / weight; say --weights strength or length.");
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
        if (Measure != MeasureName.Betweenness)
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
}
