using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>
/// What people are called on the command line, where the operator who imported their names reads them. Nothing of it
/// goes over HTTP, where names need a consent and a named view.
/// </summary>
internal sealed class PeopleNames
{
    private readonly IReadOnlyDictionary<PersonId, PersonName> _byPerson;
    private readonly Dictionary<string, string> _nameBySourceId = new(StringComparer.Ordinal);

    private PeopleNames(IReadOnlyDictionary<PersonId, PersonName> byPerson)
    {
        _byPerson = byPerson;
        foreach (var person in byPerson.Values)
            if (person.Name is { } name)
                _nameBySourceId[person.SourceId] = name;
    }

    public static async Task<PeopleNames> ReadAsync(Store store, CancellationToken cancellation) =>
        new(await store.People.NamesAsync(cancellation));

    /// <summary>The id that the people file gave.</summary>
    public string IdOf(PersonId personId) => _byPerson[personId].SourceId;

    /// <summary>The name that the people file gave; null where it gave none.</summary>
    public string? NameOf(PersonId personId) => _byPerson[personId].Name;

    /// <summary>In a sentence: the name with the id, or the id alone.</summary>
    public string Label(string sourceId) =>
        _nameBySourceId.TryGetValue(sourceId, out var name) ? $"{name} ({sourceId})" : sourceId;
}
