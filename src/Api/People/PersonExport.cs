using InfluencerMap.Api.Audit;
using InfluencerMap.Storage;

namespace InfluencerMap.Api.People;

/// <summary>Everything that the store and the audit hold of a person: article 15 of the GDPR.</summary>
/// <param name="Key">The person's pseudonymous key.</param>
/// <param name="IntendedUse">What it may be used for.</param>
/// <param name="Sections">A table each, those without a row too.</param>
public sealed record PersonExport(string Key, string IntendedUse, IReadOnlyList<AccessSection> Sections) : IShowsPeople
{
    private const int ViewsMax = 100_000;

    IEnumerable<string> IShowsPeople.ShownKeys => [Key];

    /// <param name="withNames">What is held is for the person alone; an officer is told how much.</param>
    internal static async Task<PersonExport> ReadAsync(
        Store store, AuditTrail trail, int personId, bool withNames, CancellationToken cancellation)
    {
        var keys = await store.People.KeysAsync(personId, cancellation);
        var audit = await trail.OpenAsync(cancellation);
        var sections = await store.Access.ReadAsync(personId, withNames, cancellation);
        return new(
            keys[0], ApiDescription.IntendedUse,
            [
                .. withNames ? sections : sections.Select(Counted),
                AccessSection.Of(await audit.ViewsOfAsync(keys, ViewsMax, cancellation)),
            ]);
    }

    /// <summary>
    /// The rows of one person would tell an officer what they said and who they are, and those of two the events that
    /// both have, and so who has a tie to whom.
    /// </summary>
    private static AccessSection Counted(AccessSection section) =>
        section with { Columns = ["rows"], Rows = [[(long)section.Rows.Count]] };
}
