using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>What the directory calls a person.</summary>
internal sealed record NamedPerson(PersonId PersonId, string SourceId, string Spelling, string? Name)
{
    public static Task<NamedPerson[]> ReadAsync(Session session) =>
        session.QueryAsync<NamedPerson>(Query.ReadPersonNames);
}
