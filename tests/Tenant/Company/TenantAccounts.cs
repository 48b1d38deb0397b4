using InfluencerMap.Demo;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tenant.Company;

/// <summary>The ids and addresses by which the tenant names the made company's accounts.</summary>
internal sealed class TenantAccounts
{
    private readonly string[] _addresses;
    private readonly string[] _formerAddresses;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    public TenantAccounts(MadeCompany company)
    {
        PersonCount = company.People.Count;
        string[] others = [.. company.OtherAccounts.Select(a => a.Address)];
        _addresses = [.. company.People.Select(p => p.Address), .. others];
        _formerAddresses = [.. company.People.Select(p => p.FormerAddress ?? p.Address), .. others];
        for (var account = 0; account < _addresses.Length; account++)
            _numbers[Id(account)] = _numbers[_addresses[account]] = account;
    }

    public int Count => _addresses.Length;

    /// <summary>Accounts below this number are people.</summary>
    public int PersonCount { get; }

    public static string Id(int account) => $"a0000000-0000-4000-8000-{account:x12}";

    public string Address(int account) => _addresses[account];

    /// <summary>Every fourth mail still goes by the former address, as in the company's files.</summary>
    public string AddressIn(in MadeEvent made, int account) =>
        (made.Channel == Channel.Mail && made.Number % 4 == 0 ? _formerAddresses : _addresses)[account];

    /// <summary>Account of an object id or a user principal name.</summary>
    public int? Find(string idOrAddress) => _numbers.TryGetValue(idOrAddress, out var account) ? account : null;
}
