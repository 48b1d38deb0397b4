using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>People whom operators found to be one: each stands for the one whom they were merged into.</summary>
internal sealed class Merges
{
    private readonly Dictionary<PersonId, (PersonId Into, long Entry)> _into = [];

    public static async Task<Merges> ReadAsync(Session session)
    {
        var merges = new Merges();
        foreach (var row in await session.QueryAsync<MergeRow>(Query.ReadMerges))
            merges._into[row.OtherPersonId] = (row.PersonId, row.Entry);
        return merges;
    }

    public bool Any => _into.Count > 0;

    /// <summary>The entry of the log by which the person was merged into another; null where none was.</summary>
    public long? EntryOf(PersonId personId) => _into.TryGetValue(personId, out var merge) ? merge.Entry : null;

    /// <summary>The person for whom this one stands: itself, where it was not merged.</summary>
    public PersonId Follow(PersonId personId)
    {
        // Merging refuses circles, and no undo makes one.
        while (_into.TryGetValue(personId, out var merge))
            personId = merge.Into;
        return personId;
    }

    /// <summary>Everybody who is one with the person, the one who stands for all first.</summary>
    public PersonId[] SelvesOf(PersonId personId)
    {
        var one = Follow(personId);
        return [one, .. _into.Keys.Where(other => Follow(other) == one).Order()];
    }

    public HashSet<PersonId> Follow(IEnumerable<PersonId> people) => [.. people.Select(Follow)];

    /// <summary>The people who stand for themselves, reporting to such.</summary>
    public IEnumerable<Person> Apply(IEnumerable<Person> people) =>
        from person in people
        where !_into.ContainsKey(person.Id)
        select person.ManagerId is { } manager ? person with { ManagerId = Follow(manager) } : person;

    private sealed record MergeRow(PersonId OtherPersonId, PersonId PersonId, long Entry);
}
