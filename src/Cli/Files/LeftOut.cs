namespace InfluencerMap.Cli;

/// <summary>Says what a file or a decision gives that is not taken in, because of what people said or asked.</summary>
internal static class LeftOut
{
    /// <summary>
    /// Rows of files that the customer keeps, of people who were erased since: never taken in again. With a blank
    /// before it; empty for none.
    /// </summary>
    public static string Erased(long count) =>
        count == 0 ? "" : " " + Counted.Of(
            count, "row is of somebody who was erased", "rows are of people who were erased") + ": left out.";

    /// <summary>Personal accounts of people who have not agreed.</summary>
    public static void SayWithheld(int accounts)
    {
        if (accounts > 0)
            Progress.Say(
                $"{accounts:N0} personal accounts on networks outside count for nobody: consent is not on record. "
                + "Record it, if it is given: influencermap consent PERSON --external-contacts on");
    }
}
