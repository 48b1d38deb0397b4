using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>How sources name an account: by address, social networks by handle, at times by a second address.</summary>
public sealed class AccountNames(MadeCompany company)
{
    private readonly string[] _addresses = Named(company, person => person.Address);
    private readonly string[] _socialHandles = Named(company, person => person.SocialHandle ?? person.Address);
    private readonly string[] _formerAddresses = Named(company, person => person.FormerAddress ?? person.Address);

    /// <summary>Every fourth mail still goes by the former address.</summary>
    public string Of(int account, in MadeEvent made) => made.Channel switch
    {
        Channel.Reaction or Channel.Mention => _socialHandles[account],
        Channel.Mail when made.Number % 4 == 0 => _formerAddresses[account],
        _ => _addresses[account],
    };

    private static string[] Named(MadeCompany company, Func<MadePerson, string> name) =>
        [.. company.People.Select(name), .. company.OtherAccounts.Select(account => account.Address)];
}
