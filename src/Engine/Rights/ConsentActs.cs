using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>What people said of their own data: it stands in the audit before it is written down.</summary>
public static class ConsentActs
{
    /// <param name="store">Opened to write.</param>
    /// <param name="acts">What was said; each holds over an earlier one.</param>
    /// <param name="audit">Writes the line of the audit, given the keys of the people; if it fails, nothing is done.
    /// </param>
    /// <param name="cancellation">Undoes the step in progress.</param>
    /// <returns>How many were not on record already.</returns>
    public static async Task<int> RecordAsync(
        Store store, IReadOnlyList<ConsentRecord> acts, Func<IReadOnlyCollection<string>, Task> audit,
        CancellationToken cancellation)
    {
        var keys = new List<string>();
        foreach (var person in acts.Select(act => act.PersonId).Distinct())
            keys.Add(await store.People.KeyAsync(person, cancellation));
        await audit(keys);
        return await store.Consents.RecordAsync(acts, cancellation);
    }
}
