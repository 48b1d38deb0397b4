using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>Everything that the store and the audit hold of a person: article 15 of the GDPR.</summary>
/// <param name="Key">The person's pseudonymous key.</param>
/// <param name="IntendedUse">What it may be used for.</param>
/// <param name="Sections">A table each, those without a row too.</param>
public sealed record PersonExport(string Key, string IntendedUse, IReadOnlyList<AccessSection> Sections) : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys => [Key];

    /// <param name="withNames">What is held is for the person alone; an officer is told how much.</param>
    internal static async Task<PersonExport> ReadAsync(
        Store store, AuditTrail trail, PersonId personId, bool withNames, CancellationToken cancellation)
    {
        var sections = await HeldData.ReadAsync(
            store, await trail.OpenAsync(cancellation), personId, withNames, cancellation);
        return new(
            (await store.People.KeysAsync(personId, cancellation))[0], ApiDescription.IntendedUse,
            withNames ? sections : [.. sections[..^1].Select(Counted), sections[^1]]);
    }

    /// <summary>
    /// The rows of one person would tell an officer what they said and who they are, and those of two the events that
    /// both have, and so who has a tie to whom.
    /// </summary>
    private static AccessSection Counted(AccessSection section) =>
        section with { Columns = ["rows"], Rows = [[(long)section.Rows.Count]] };
}
