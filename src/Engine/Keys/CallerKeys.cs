using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Keys of the API's callers, as the operator makes and revokes them, each time audited first.</summary>
public static class CallerKeys
{
    /// <param name="store">Opened to write.</param>
    /// <param name="role">What the key opens.</param>
    /// <param name="personId">Whose own view it opens; null where it is nobody's.</param>
    /// <param name="from">From when.</param>
    /// <param name="to">Until when.</param>
    /// <param name="cancellation">Makes none.</param>
    /// <returns>The key, which cannot be shown again.</returns>
    public static async Task<string> CreateAsync(
        Store store, string role, PersonId? personId, DateTime from, DateTime to, CancellationToken cancellation)
    {
        await OperatorAudit.WriteAsync(
            store, "key", $"made for {role} until {to:O}",
            personId is { } whose ? [await store.People.KeyAsync(whose, cancellation)] : [], cancellation);
        return await store.ApiKeys.CreateAsync([role], personId, from, to, cancellation);
    }

    /// <returns>Whether there was a key of this id.</returns>
    public static async Task<bool> RevokeAsync(
        Store store, string id, DateTime now, CancellationToken cancellation)
    {
        await OperatorAudit.WriteAsync(store, "key", $"revoked {id}", [], cancellation);
        return await store.ApiKeys.RevokeAsync(id, now, cancellation);
    }
}
