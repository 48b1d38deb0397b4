namespace InfluencerMap.Cli;

/// <summary>Rows of files that the customer keeps, of people who were erased since: never taken in again.</summary>
internal static class Erased
{
    /// <summary>With a blank before it; empty for none.</summary>
    public static string InWords(long count) =>
        count == 0 ? "" : $" {count:N0} rows are of people who were erased: left out.";
}
