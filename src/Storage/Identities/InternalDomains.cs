using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// The company's own domains: those declared, and those in which the directory's people have addresses. Everything
/// under one is inside too.
/// </summary>
internal sealed class InternalDomains(HashSet<string> domains)
{
    /// <summary>A domain of fewer people than this share is not the company's: private addresses in a file.</summary>
    private const double PeopleShareMin = 0.02;

    /// <param name="session">Where they are read.</param>
    /// <param name="fromMs">A domain declared for days before counts no more.</param>
    /// <param name="toMs">A domain declared for days from then on does not count yet.</param>
    public static async Task<InternalDomains> ReadAsync(
        Session session, long fromMs = long.MinValue, long toMs = long.MaxValue)
    {
        var declared = (await session.QueryAsync<DomainRow>(Query.ReadInternalDomains))
            .Where(row => (row.FromMs ?? long.MinValue) < toMs && fromMs < (row.ToMs ?? long.MaxValue))
            .Select(row => row.Domain);
        var addresses = await session.QueryAsync<AddressRow>(Query.ReadDirectoryAddresses);
        var peopleMin = PeopleShareMin * addresses.DistinctBy(address => address.PersonId).Count();
        var used = addresses.Select(address => (Domain: DomainOf(address.Handle), address.PersonId))
            .Where(address => address.Domain is not null).Distinct()
            .CountBy(address => address.Domain!)
            .Where(domain => domain.Value >= peopleMin)
            .Select(domain => domain.Key);
        return new([.. declared, .. used]);
    }

    /// <summary>Another company's domain; null for the own, for no address, and where none is known as own.</summary>
    public string? ForeignDomainOf(string handle) =>
        domains.Count > 0 && DomainOf(handle) is { } domain && !IsInternal(domain) ? domain : null;

    public static string? DomainOf(string handle) =>
        handle.LastIndexOf('@') is >= 0 and var at && at < handle.Length - 1 ? handle[(at + 1)..] : null;

    /// <summary>Whether it is one of the own domains, or under one.</summary>
    public bool IsInternal(string domain)
    {
        while (!domains.Contains(domain))
        {
            var dot = domain.IndexOf('.');
            if (dot < 0)
                return false;
            domain = domain[(dot + 1)..];
        }
        return true;
    }

    private sealed record AddressRow(string Handle, PersonId PersonId);
}
