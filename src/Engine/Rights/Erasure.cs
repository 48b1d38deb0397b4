using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>How an erasure ended.</summary>
/// <param name="UndecidedCount">
/// Accounts that may be the person's, for the review to decide: they and what they did would stay, so that nothing was
/// erased. 0 where the person is gone.
/// </param>
/// <param name="IsWiped">Whether the deleted bytes are gone too; else another process reads the store.</param>
public sealed record Erasure(int UndecidedCount, bool IsWiped)
{
    /// <summary>Takes a person out of the store for good, with the line of the audit.</summary>
    /// <param name="store">Opened to write.</param>
    /// <param name="personId">Who.</param>
    /// <param name="audit">Of the store.</param>
    /// <param name="sign">Gives when, who and in which role; called where the person is erased.</param>
    /// <param name="cancellation">Undoes it while the rows are being deleted.</param>
    public static async Task<Erasure> EraseAsync(
        Store store, PersonId personId, AuditStore audit, Func<Task<AuditEntry>> sign,
        CancellationToken cancellation) =>
        await store.Identities.CountPerhapsOfAsync(personId, cancellation) is > 0 and var undecided
            ? new(undecided, IsWiped: false)
            : new(0, await store.Erasures.EraseAsync(personId, audit, await sign(), cancellation));
}
