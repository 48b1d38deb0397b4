namespace InfluencerMap.Graph.Influence;

/// <summary>A ranking, and how exact the one measure of it is that may be sampled.</summary>
/// <param name="People">Everyone: by rank, then those who cannot be measured.</param>
/// <param name="Sampled">Null where betweenness is exact; else its guaranteed error.</param>
public sealed record RankedPeople(RankedPerson[] People, SamplingError? Sampled);
