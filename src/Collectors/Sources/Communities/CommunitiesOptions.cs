namespace InfluencerMap.Collectors;

/// <summary>Which communities are read.</summary>
public sealed record CommunitiesOptions
{
    /// <summary>Whether private communities are read as well.</summary>
    /// <value>Default false: their names may reveal beliefs, health or union membership.</value>
    public bool Private { get; init; }
}
