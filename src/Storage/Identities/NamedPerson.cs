namespace InfluencerMap.Storage;

/// <summary>What the directory calls a person.</summary>
internal sealed record NamedPerson(int PersonId, string SourceId, string Spelling, string? Name)
{
    public static Task<NamedPerson[]> ReadAsync(Session session) =>
        session.QueryAsync<NamedPerson>(Query.ReadPersonNames);
}
