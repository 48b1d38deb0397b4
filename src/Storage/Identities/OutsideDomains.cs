using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Counts contacts with other companies by domain, never by person.</summary>
internal static class OutsideDomains
{
    public static async Task<OutsideDomain[]> ReadAsync(Session session, Period period)
    {
        var window = new { FromMs = Instant.ToMs(period.From), ToMs = Instant.ToMs(period.To) };
        var domains = await InternalDomains.ReadAsync(session, window.FromMs, window.ToMs);
        return
        [
            .. from contact in await session.QueryAsync<ContactRow>(Query.ReadOutsideContacts, window)
               let domain = domains.ForeignDomainOf(contact.Handle)
               where domain is not null
               group contact by domain into company
               let interactions = company.Sum(contact => contact.Interactions)
               orderby interactions descending, company.Key
               select new OutsideDomain(
                   company.Key, company.DistinctBy(contact => contact.Handle).Count(),
                   company.DistinctBy(contact => contact.PersonId).Count(), interactions),
        ];
    }

    private sealed record ContactRow(string Handle, PersonId PersonId, long Interactions);
}

/// <summary>Another company.</summary>
/// <param name="Domain">What stands after the @.</param>
/// <param name="AccountCount">Addresses seen there.</param>
/// <param name="PersonCount">People of the directory who had to do with them.</param>
/// <param name="Interactions">Between the two.</param>
public sealed record OutsideDomain(string Domain, int AccountCount, int PersonCount, long Interactions);
