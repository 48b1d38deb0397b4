namespace InfluencerMap.Graph;

/// <summary>What the Leiden algorithm looks for, and how long.</summary>
public sealed record LeidenOptions
{
    /// <summary>What makes one grouping better than another.</summary>
    /// <value><see cref="CommunityQuality.Modularity"/>.</value>
    public CommunityQuality Quality { get; init; } = CommunityQuality.Modularity;

    /// <summary>
    /// How dense a community has to be: higher gives more and smaller ones. For <see cref="CommunityQuality.Cpm"/> the
    /// least mean strength between two of its members, in the unit of the strengths.
    /// </summary>
    /// <value>1; above 0 and finite.</value>
    public double Resolution
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : Throw.OutOfRange<double>("resolution", $"Resolution {value} is not above 0 and finite.");
    } = 1;

    /// <summary>Decides every choice by chance: the same seed gives the same communities.</summary>
    /// <value>1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Rounds at most; each begins with the communities of the one before.</summary>
    /// <value>10; at least 1. Mostly nothing gains any more after 3 to 10.</value>
    public int IterationsMax
    {
        get;
        init => field = value > 0
            ? value
            : Throw.OutOfRange<int>("iterationsMax", $"{value} iterations; the least is 1.");
    } = 10;

    /// <summary>Whether stronger ties bind more.</summary>
    /// <value>True; false reads every arc as 1.</value>
    public bool UseStrengths { get; init; } = true;
}

/// <summary>What makes one grouping of the nodes better than another.</summary>
public enum CommunityQuality
{
    /// <summary>
    /// Share of the strength inside communities, less what chance would put there (Newman and Girvan 2004; with a
    /// resolution, Reichardt and Bornholdt 2006): the sum over communities of e / m − resolution · (k / 2m)², e being
    /// the strength inside, k the strength of the members and m the strength of all ties. At most 1.
    /// </summary>
    /// <remarks>In large graphs it joins small communities that few ties connect (Fortunato and Barthélemy).</remarks>
    Modularity,

    /// <summary>
    /// Constant Potts model (Traag, Van Dooren, Nesterov 2011): the sum over communities of
    /// e − resolution · s (s − 1) / 2, s being the number of members. What else is in the graph plays no part.
    /// </summary>
    Cpm,
}
