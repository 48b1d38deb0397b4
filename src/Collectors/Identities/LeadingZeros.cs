namespace InfluencerMap.Collectors;

/// <summary>Ids of digits alone, from whose beginning spreadsheets cut zeros.</summary>
public static class LeadingZeros
{
    /// <summary>The number without zeros before it; null where the text is none.</summary>
    public static string? Without(string id) =>
        id.Length > 0 && id.All(char.IsAsciiDigit) ? id.TrimStart('0') : null;
}
