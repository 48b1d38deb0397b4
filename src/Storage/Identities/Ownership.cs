using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Who owns which account when, in memory: one array look-up for most, a short list for few.</summary>
/// <param name="owners">By account: a person, nobody, left out, or dated.</param>
/// <param name="dated">The tenures of each account that had several owners.</param>
internal sealed class Ownership(int[] owners, Tenure[][] dated)
{
    /// <summary>Stands for every person who is excluded by their own word.</summary>
    public static readonly PersonId LeftOut = new(-1);

    /// <summary>Below: places among the dated, counted from the least number.</summary>
    private const int Dated = int.MinValue / 2;

    public static async Task<Ownership> ReadAsync(Session session)
    {
        var excluded = (await Merges.ReadAsync(session)).Follow((await ConsentStore.ReadAsync(session)).Excluded);
        var rows = await session.QueryAsync<OwnerRow>(Query.ReadAccountOwners);
        var dated = (await session.QueryAsync<TenureRow>(Query.ReadTenures))
            .GroupBy(row => row.AccountId.Value)
            .Select(account => (Id: account.Key, Tenures: account.Select(row => Shown(row.ToTenure())).ToArray()))
            .ToArray();
        var last = Math.Max(rows.Length == 0 ? 0 : rows[^1].AccountId.Value, dated.Length == 0 ? 0 : dated[^1].Id);
        var owners = new int[last + 1];
        foreach (var row in rows)
            owners[row.AccountId.Value] = (excluded.Contains(row.PersonId) ? LeftOut : row.PersonId).Value;
        for (var i = 0; i < dated.Length; i++)
            owners[dated[i].Id] = int.MinValue + i;
        return new(owners, Array.ConvertAll(dated, account => account.Tenures));

        Tenure Shown(Tenure tenure) =>
            excluded.Contains(tenure.PersonId) ? tenure with { PersonId = LeftOut } : tenure;
    }

    /// <summary>The last owner.</summary>
    public PersonId OwnerNow(AccountId account) => OwnerOf(account, long.MaxValue);

    public PersonId OwnerOf(AccountId account, long atMs)
    {
        if (account.Value >= owners.Length)
            return PersonId.Nobody;
        var owner = owners[account.Value];
        return owner > Dated ? new(owner) : OwnerAt(dated[owner - int.MinValue], atMs);
    }

    private static PersonId OwnerAt(Tenure[] tenures, long atMs)
    {
        var i = tenures.Length - 1;
        while (i > 0 && tenures[i].FromMs > atMs)
            i--;
        return tenures[i].PersonId;
    }

    private sealed record OwnerRow(AccountId AccountId, PersonId PersonId);
}

/// <summary>A tenure as stored.</summary>
internal sealed record TenureRow(AccountId AccountId, long FromMs, PersonId? PersonId)
{
    public Tenure ToTenure() => new(FromMs, PersonId ?? Graph.Company.PersonId.Nobody);
}
