using InfluencerMap.Collectors.Files;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli.Verbs;

internal enum MeasureName { Betweenness, Reach, Harmonic, PageRank, Degree }

internal enum Engine { Auto, Exact, Sampled }

/// <summary>What <c>measure</c> was asked for.</summary>
internal sealed record MeasureRequest
{
    public required string Path { get; init; }
    public required MeasureName Measure { get; init; }
    public bool Directed { get; init; }
    public bool Weighted { get; init; }
    public int Steps { get; init; }
    public int Threads { get; init; }
    public Precision Precision { get; init; }
    public Engine Engine { get; init; }
    public double? Epsilon { get; init; }
    public double Delta { get; init; }
    public int? Top { get; init; }
    public string? Csv { get; init; }
    public bool Timing { get; init; }

    public EdgeWeights Weights =>
        !Weighted ? EdgeWeights.None
        : Measure == MeasureName.Betweenness ? EdgeWeights.Lengths
        : EdgeWeights.Strengths;

    public void ThrowIfSenseless()
    {
        if (Weighted && Measure is MeasureName.Reach or MeasureName.Harmonic)
            throw new UsageException("Reach and harmonic count steps; leave out --weighted.");
        if (Steps < 1)
            throw new UsageException($"--steps {Steps} is less than 1.");
        if (Top < 1)
            throw new UsageException($"--top {Top} is less than 1.");
        if (Epsilon is <= 0 or >= 1)
            throw new UsageException($"--epsilon {Epsilon} is outside (0, 1).");
        if (Delta is <= 0 or >= 1)
            throw new UsageException($"--delta {Delta} is outside (0, 1).");
        if (Measure != MeasureName.Betweenness && (Engine == Engine.Sampled || Epsilon is not null))
            throw new UsageException("Only betweenness is sampled; leave out --engine and --epsilon.");
    }
}
