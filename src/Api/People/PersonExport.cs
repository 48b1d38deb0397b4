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

    /// <summary>
    /// Of these an officer is told how much there is. With the rows of two people one could find the events that both
    /// have, and so who has a tie to whom.
    /// </summary>
    private static readonly string[] ForThePersonAlone = ["interactions", "run_ties", "rankings", "run_rule_moves"];

    /// <param name="withNames">Names, addresses, events, ties and places are for the person alone.</param>
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

    private static AccessSection Counted(AccessSection section) => ForThePersonAlone.Contains(section.Table)
        ? section with { Columns = ["rows"], Rows = [[(long)section.Rows.Count]] }
        : section;
}
