using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Mails between handles, into a store and out of it.</summary>
internal static class MadeMails
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Appends mails, each at noon of a day counted from 2 March 2026.</summary>
    public static async Task AppendAsync(Store store, params (string From, string To, int Day)[] mails)
    {
        var ids = (await store.Interactions.AccountsAsync(Cancellation)).ToDictionary(a => a.Handle, a => a.Id);
        var added = mails.SelectMany(m => (string[])[m.From, m.To]).Distinct().Where(h => !ids.ContainsKey(h))
            .Select((handle, i) => new Account(new(ids.Count + i + 1), handle)).ToArray();
        foreach (var account in added)
            ids.Add(account.Handle, account.Id);
        await store.Interactions.AppendAsync(
            Made.Stream(mails.Select(m => Made.Mail(ids[m.From].Value, ids[m.To].Value, 1440 * m.Day))),
            () => added, null,
            Cancellation);
    }

    public static async Task<Interaction<PersonId>[]> ReadAsync(Store store) =>
        [.. await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation)];
}
