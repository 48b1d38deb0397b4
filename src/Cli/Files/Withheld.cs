namespace InfluencerMap.Cli;

/// <summary>Reports personal accounts that a file or a decision gives to people who have not agreed.</summary>
internal static class Withheld
{
    public static void Say(int accounts)
    {
        if (accounts > 0)
            Progress.Say(
                $"{accounts:N0} personal accounts on networks outside count for nobody: consent is not on record. "
                + "Record it, if it is given: influencermap consent PERSON --external-contacts on");
    }
}
