namespace InfluencerMap.Graph;

/// <summary>How betweenness is estimated from a sample of sources.</summary>
public sealed record SampledOptions
{
    /// <summary>Largest error of any score, on the scale of ordered pairs: betweenness / (n (n − 1)).</summary>
    /// <value>
    /// Null: a tenth of the estimated score of the last of <see cref="TopK"/>, or of the tenth person where it is 0.
    /// </value>
    public double? Epsilon
    {
        get;
        init => field = value is null or (> 0 and < 1) ? value : Throw.NotAShare(nameof(Epsilon), value.Value);
    }

    /// <summary>Probability that any score is further off.</summary>
    /// <value>0.05.</value>
    public double Delta
    {
        get;
        init => field = value is > 0 and < 1 ? value : Throw.NotAShare(nameof(Delta), value);
    } = 0.05;

    /// <summary>Stop as soon as the set of so many highest scores is certain, whatever the error.</summary>
    /// <value>0: only the error counts.</value>
    public int TopK
    {
        get;
        init => field = value >= 0
            ? value
            : Throw.OutOfRange<int>("topK", $"A top {value} was asked for; the least is 0, for none.");
    }

    /// <summary>The sample is a function of this number and the graph.</summary>
    /// <value>1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, normalisation and precision, as for exact scores; endpoints are not sampled.</summary>
    /// <value>The defaults.</value>
    public BetweennessOptions Exact { get; init; } = new();
}
