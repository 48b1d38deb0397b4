namespace InfluencerMap.Graph.Cohorts;

/// <summary>The wishes exclude each other; no cohort was chosen.</summary>
/// <param name="conflict">The fewest of them that do.</param>
public sealed class InfeasibleCohortException(CohortConflict conflict) : Exception(MessageOf(conflict))
{
    /// <summary>The fewest wishes that exclude each other.</summary>
    public CohortConflict Conflict { get; } = conflict;

    private static string MessageOf(CohortConflict conflict) => conflict.IsDecided
        ? Conflicting(conflict)
        : "Whether a cohort can hold to these wishes together was not decided within the limit of the search: "
            + string.Join("; ", conflict.Wishes) + ". Ask for fewer quotas at once.";

    private static string Conflicting(CohortConflict conflict) =>
        "No cohort can hold to " + (conflict.Wishes.Count == 1 ? "this wish: " : "these wishes together: ")
        + string.Join("; ", conflict.Wishes) + "."
        + string.Concat(conflict.Conditions.Select(condition => $" {condition}."))
        + (conflict.Detail.Count > 0 ? " " + string.Join("; ", conflict.Detail) + "." : "")
        + (conflict.Wishes.Count == 1 ? " Leave it out or ease it." : " Leaving out any one of them would do.");
}
