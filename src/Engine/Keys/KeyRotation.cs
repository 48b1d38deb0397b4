using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>A new key behind the pseudonyms, or behind the audit.</summary>
public static class KeyRotation
{
    /// <returns>How many lines the audit took over.</returns>
    public static async Task<long> RotateAuditAsync(string connection, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToRekeyAsync(connection, cancellation);
        return await store.RotateAuditKeyAsync(OperatorAudit.Entry("rotate"), cancellation);
    }

    /// <param name="connection">Of the store.</param>
    /// <param name="keepsHistory">Whether runs stay, under the new pseudonyms; else they are deleted.</param>
    /// <param name="cancellation">Changes nothing.</param>
    /// <returns>How many people have new pseudonyms.</returns>
    /// <exception cref="FailedException">They have those of this key already.</exception>
    public static async Task<int> RotatePseudonymsAsync(
        string connection, bool keepsHistory, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToWriteAsync(connection, cancellation);
        // A night has read everybody's pseudonyms, and orders by them.
        await using var night = await store.LockNightAsync(TimeProvider.System, cancellation);
        var customerKey = CustomerKey.Require(store.FilePath);
        if (!await store.PersonKeys.WouldRotateAsync(KeyOf, cancellation))
            throw new FailedException(
                $"Everybody has the pseudonym of this key already. Set {CustomerKey.Variable} to the new one first.");
        await OperatorAudit.WriteAsync(
            store, "rotate", keepsHistory ? "pseudonyms, history kept" : "pseudonyms, history cut", [],
            cancellation);
        return await store.PersonKeys.RotateAsync(
            KeyOf, keepsHistory, TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);

        string KeyOf(string sourceId) => PersonKey.Derive(customerKey, sourceId);
    }
}
