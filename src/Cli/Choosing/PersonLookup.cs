using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Finds whom the operator means, who reads names in rankings and types them.</summary>
internal static class PersonLookup
{
    /// <summary>An argument that <see cref="RequireAsync"/> reads.</summary>
    public static Argument<string> Argument() =>
        new("PERSON") { Description = "Id as in the people file, or pseudonymous key." };

    /// <summary>By id, key or address.</summary>
    /// <exception cref="FailedException">Nobody has it.</exception>
    public static async Task<PersonId> RequireAsync(Store store, string text, CancellationToken cancellation) =>
        await store.People.FindAsync(text, cancellation)
            ?? throw new FailedException("Nobody in the directory has this id or key. Look it up with rank.");

    /// <summary>By id, key or address; else by a name that one person has. Null = nobody.</summary>
    /// <exception cref="FailedException">Several people have the name.</exception>
    public static async Task<PersonId?> FindAsync(Store store, string text, CancellationToken cancellation)
    {
        if (await store.People.FindAsync(text, cancellation) is { } found)
            return found;
        if (NameKey.Of(text) is not { } name)
            return null;
        var named = new HashSet<PersonId>();
        foreach (var person in (await store.People.NamesAsync(cancellation)).Values)
            if (person.Name is not null && NameKey.Of(person.Name) == name
                && await store.People.FindAsync(person.SourceId, cancellation) is { } id)
                named.Add(id);
        return named.Count > 1
            ? throw new FailedException($"{named.Count:N0} people have this name: give an id or an address.")
            : named.Count == 1 ? named.First() : null;
    }
}
