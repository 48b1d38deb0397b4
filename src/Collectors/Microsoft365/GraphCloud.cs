using Azure.Identity;

namespace InfluencerMap.Collectors;

/// <summary>Where one of Microsoft's clouds answers.</summary>
/// <param name="Name">As the configuration names it.</param>
/// <param name="Graph">Address of Microsoft Graph v1.0.</param>
/// <param name="Authority">Where tokens are issued.</param>
public sealed record GraphCloud(string Name, Uri Graph, Uri Authority)
{
    /// <summary>All clouds that Microsoft runs.</summary>
    public static IReadOnlyList<GraphCloud> All { get; } =
    [
        new("global", new("https://graph.microsoft.com/v1.0"), AzureAuthorityHosts.AzurePublicCloud),
        new("usGovernment", new("https://graph.microsoft.us/v1.0"), AzureAuthorityHosts.AzureGovernment),
        new("usDefense", new("https://dod-graph.microsoft.us/v1.0"), AzureAuthorityHosts.AzureGovernment),
        new("china", new("https://microsoftgraph.chinacloudapi.cn/v1.0"), AzureAuthorityHosts.AzureChina),
    ];

    /// <summary>The scope of an application's token: every permission granted to it.</summary>
    public string Scope => $"{Graph.GetLeftPart(UriPartial.Authority)}/.default";
}
