using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>A tie of a run as it is kept: between people, whose nodes may be others when it is read.</summary>
/// <param name="Source">From whom.</param>
/// <param name="Target">Towards whom.</param>
/// <param name="Strength">Its strength, above 0.</param>
public sealed record PersonTie(PersonId Source, PersonId Target, double Strength);
