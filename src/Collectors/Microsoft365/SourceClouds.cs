namespace InfluencerMap.Collectors;

/// <summary>Which of Microsoft's clouds offer which source of a tenant.</summary>
internal static class SourceClouds
{
    private static readonly string[] Everywhere = [.. GraphCloud.All.Select(cloud => cloud.Name)];

    /// <summary>Every source in the order in which they are collected, and the clouds that offer it.</summary>
    public static IReadOnlyList<(string Source, string[] Clouds)> All { get; } =
    [
        ("directory", Everywhere), ("groups", Everywhere), ("communities", ["global"]), ("message-trace", ["global"]),
        ("sent-items", Everywhere), ("meetings", Everywhere), ("chats", Everywhere), ("channels", Everywhere),
        ("calls", ["global", "usGovernment", "usDefense"]),
    ];
}
