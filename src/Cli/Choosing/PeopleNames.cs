using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>
/// What people are called on the command line, where the operator who imported their names reads them. Nothing of it
/// goes over HTTP, where names need a consent and a named view.
/// </summary>
internal sealed class PeopleNames(IReadOnlyDictionary<PersonId, PersonName> byPerson)
{
    private readonly Dictionary<string, string?> _nameBySourceId =
        byPerson.Values.ToDictionary(person => person.SourceId, person => person.Name, StringComparer.Ordinal);

    public static async Task<PeopleNames> ReadAsync(Store store, CancellationToken cancellation) =>
        new(await store.People.NamesAsync(cancellation));

    /// <summary>The id that the people file gave.</summary>
    public string IdOf(PersonId personId) => byPerson[personId].SourceId;

    /// <summary>The name that the people file gave; null where it gave none.</summary>
    public string? NameOf(PersonId personId) => byPerson[personId].Name;

    /// <summary>In a sentence: the name with the id, or the id alone.</summary>
    public string Label(string sourceId) =>
        _nameBySourceId.GetValueOrDefault(sourceId) is { } name ? $"{name} ({sourceId})" : sourceId;

    /// <summary>A unit, with who leads it where it is named by that.</summary>
    public string NameOf(Unit unit) => unit.HeadId is { } head
        ? $"{unit.Name} (under {(NameOf(head) is { } name ? $"{name}, " : "")}{IdOf(head)})"
        : unit.Name;
}
