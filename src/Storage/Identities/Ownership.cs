using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Who owns which account when, in memory: one array look-up for most, a short list for few.</summary>
/// <param name="owners">By account: a person, nobody, left out, or dated.</param>
/// <param name="dated">The tenures of each account that had several owners.</param>
internal sealed class Ownership(int[] owners, Tenure[][] dated)
{
    /// <summary>Below: places among the dated, counted from the least number.</summary>
    private const int Dated = int.MinValue / 2;

    public static async Task<Ownership> ReadAsync(Session session)
    {
        var excluded = (await Merges.ReadAsync(session)).Follow((await ConsentStore.ReadAsync(session)).Excluded);
        var rows = await session.QueryAsync<OwnerRow>(Query.ReadAccountOwners);
        var dated = (await session.QueryAsync<TenureRow>(Query.ReadTenures))
            .GroupBy(row => (int)row.AccountId)
            .Select(account => (Id: account.Key, Tenures: account.Select(row => Shown(row.ToTenure())).ToArray()))
            .ToArray();
        var last = Math.Max(rows.Length == 0 ? 0 : rows[^1].AccountId, dated.Length == 0 ? 0 : dated[^1].Id);
        var owners = new int[last + 1];
        foreach (var row in rows)
            owners[row.AccountId] = excluded.Contains(row.PersonId) ? InteractionStore.LeftOut : row.PersonId;
        for (var i = 0; i < dated.Length; i++)
            owners[dated[i].Id] = int.MinValue + i;
        return new(owners, Array.ConvertAll(dated, account => account.Tenures));

        Tenure Shown(Tenure tenure) =>
            excluded.Contains(tenure.PersonId) ? tenure with { PersonId = InteractionStore.LeftOut } : tenure;
    }

    /// <summary>The last owner.</summary>
    public int OwnerNow(long account) => OwnerOf(account, long.MaxValue);

    public int OwnerOf(long account, long atMs)
    {
        if (account >= owners.Length)
            return Interaction.Nobody;
        var owner = owners[account];
        return owner > Dated ? owner : OwnerAt(dated[owner - int.MinValue], atMs);
    }

    private static int OwnerAt(Tenure[] tenures, long atMs)
    {
        var i = tenures.Length - 1;
        while (i > 0 && tenures[i].FromMs > atMs)
            i--;
        return tenures[i].PersonId;
    }

    private sealed record OwnerRow(int AccountId, int PersonId);
}

/// <summary>A tenure as stored.</summary>
internal sealed record TenureRow(long AccountId, long FromMs, long? PersonId)
{
    public Tenure ToTenure() => new(FromMs, (int)(PersonId ?? Interaction.Nobody));
}
