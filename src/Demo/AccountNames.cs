using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>How sources name an account: by address, social networks by handle, at times by a second address.</summary>
public sealed class AccountNames
{
    private readonly string[] _addresses;
    private readonly string[] _socialHandles;
    private readonly string[] _formerAddresses;

    public AccountNames(MadeCompany company)
    {
        var people = company.People;
        string[] others = [.. company.OtherAccounts.Select(a => a.Address)];
        _addresses = [.. people.Select(p => p.Address), .. others];
        _socialHandles = [.. people.Select(p => p.SocialHandle ?? p.Address), .. others];
        _formerAddresses = [.. people.Select(p => p.FormerAddress ?? p.Address), .. others];
    }

    /// <summary>Every fourth mail still goes by the former address.</summary>
    public string Of(int account, in MadeEvent made) => made.Channel switch
    {
        Channel.Reaction or Channel.Mention => _socialHandles[account],
        Channel.Mail when made.Number % 4 == 0 => _formerAddresses[account],
        _ => _addresses[account],
    };
}
