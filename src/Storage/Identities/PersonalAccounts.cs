using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// Accounts that people have for themselves on networks outside: they count for a person only while that person's
/// consent to external contacts is on record.
/// </summary>
/// <param name="agreed">Ids of the people whose consent is on record.</param>
/// <param name="own">The company's domains; null when no account is an address of the web.</param>
internal sealed class PersonalAccounts(IReadOnlySet<PersonId> agreed, InternalDomains? own)
{
    /// <summary>What the reader of X archives writes before the number of an account.</summary>
    private const string OnX = "x:";

    public static async Task<PersonalAccounts> ReadAsync(Session session, IEnumerable<AccountRow> accounts) => new(
        (await ConsentStore.ReadAsync(session)).ExternalContacts,
        accounts.Any(account => HostOf(account.Handle) is not null) ? await InternalDomains.ReadAsync(session) : null);

    /// <summary>Whether the account may count for this person.</summary>
    public bool MayBeOf(PersonId person, string handle) => agreed.Contains(person) || !IsPersonal(handle);

    /// <summary>An actor on a server of the company's own is as an address there.</summary>
    private bool IsPersonal(string handle) =>
        handle.StartsWith(OnX, StringComparison.Ordinal)
        || HostOf(handle) is { } host && own?.IsInternal(host) != true;

    private static string? HostOf(string handle) =>
        handle.StartsWith("http", StringComparison.Ordinal)
        && Uri.TryCreate(handle, UriKind.Absolute, out var actor)
        && (actor.Scheme == Uri.UriSchemeHttps || actor.Scheme == Uri.UriSchemeHttp)
            ? actor.Host
            : null;
}
