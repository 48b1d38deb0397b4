namespace InfluencerMap.Graph.Cohorts;

/// <summary>The constraints conflict; no cohort was chosen.</summary>
/// <param name="conflict">The fewest of them that do.</param>
public sealed class InfeasibleCohortException(CohortConflict conflict) : Exception(MessageOf(conflict))
{
    /// <summary>The fewest constraints that conflict.</summary>
    public CohortConflict Conflict { get; } = conflict;

    private static string MessageOf(CohortConflict conflict) => conflict.IsDecided
        ? Conflicting(conflict)
        : "Whether a cohort can keep these constraints together was not decided within the limit of the search: "
            + string.Join("; ", conflict.Wishes) + ". Ask for fewer quotas at once.";

    private static string Conflicting(CohortConflict conflict) =>
        "No cohort can keep " + (conflict.Wishes.Count == 1 ? "this constraint: " : "these constraints together: ")
        + string.Join("; ", conflict.Wishes) + "."
        + string.Concat(conflict.Conditions.Select(condition => $" {condition}."))
        + (conflict.Detail.Count > 0 ? " " + string.Join("; ", conflict.Detail) + "." : "")
        + (conflict.Wishes.Count == 1 ? " Leave it out or ease it." : " Leaving out any one of them would do.");
}
