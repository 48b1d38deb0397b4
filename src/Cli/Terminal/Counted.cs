namespace InfluencerMap.Cli;

/// <summary>A number and what it counts, so that one of it is said of one.</summary>
internal static class Counted
{
    /// <param name="count">How many.</param>
    /// <param name="one">What follows a one.</param>
    /// <param name="many">What follows every other number.</param>
    public static string Of(long count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";
}
