namespace InfluencerMap.Collectors;

/// <summary>The weeks in which a series of meetings counts once: Monday to Sunday, UTC.</summary>
internal static class Week
{
    /// <summary>The instant at which the week began.</summary>
    public static DateTime MondayOf(DateTime instant) => instant.Date.AddDays(-(((int)instant.DayOfWeek + 6) % 7));
}
