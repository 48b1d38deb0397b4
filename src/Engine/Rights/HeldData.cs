using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Everything that the store and the audit hold of a person: article 15 of the GDPR.</summary>
public static class HeldData
{
    private const int ViewsMax = 100_000;

    /// <param name="store">Read.</param>
    /// <param name="audit">Of the store.</param>
    /// <param name="personId">Of whom.</param>
    /// <param name="withNames">Whether the person's own name and addresses are in it; others are numbers.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>One section per table, empty ones included.</returns>
    public static async Task<AccessSection[]> ReadAsync(
        Store store, AuditStore audit, PersonId personId, bool withNames, CancellationToken cancellation) =>
    [
        .. await store.Access.ReadAsync(personId, withNames, cancellation),
        AccessSection.Of(await audit.ViewsOfAsync(
            await store.People.KeysAsync(personId, cancellation), ViewsMax, cancellation)),
    ];
}
