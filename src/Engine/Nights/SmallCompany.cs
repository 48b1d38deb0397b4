using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>
/// What the API refuses of a small company, said where the operator reads the same numbers: the command line itself is
/// not limited.
/// </summary>
public static class SmallCompany
{
    /// <summary>Null where the API answers: there are enough people, or they were named by colleagues.</summary>
    public static string? AdviceOn(Run run) => run.PersonCount >= SmallGroups.CompanyMin || run.Options.Nominations
        ? null
        : $"In a company of under {SmallGroups.CompanyMin} people everybody is recognised without a name: the API "
            + "refuses this ranking unless its variable InfluencerMap__SmallGroups__SmallCompanyReason says why. "
            + "Better ask everybody whom they turn to: import interactions FILE --format nominations, then nightly "
            + "--preset nominations.";
}
