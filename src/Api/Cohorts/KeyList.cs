namespace InfluencerMap.Api;

/// <summary>Keys in a body: their order and their number of times say nothing.</summary>
internal static class KeyList
{
    public static string[] Of(string?[]? keys) =>
        [.. (keys ?? []).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public static bool HoldsNull(string?[]? keys) => keys?.Contains(null) is true;

    public static string Text(string[] keys) => string.Join('\t', keys);
}
