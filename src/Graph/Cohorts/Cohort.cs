using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>People chosen together, and how good the choice is.</summary>
/// <remarks>A proposal: nobody is invited, and nothing is decided about anyone, until a person confirms it.</remarks>
public sealed record Cohort
{
    /// <summary>What was asked.</summary>
    public required CohortOptions Options { get; init; }

    /// <summary>In the order in which each next one adds most to those before.</summary>
    public required IReadOnlyList<CohortMember> Members { get; init; }

    /// <summary>Who would add most on top of the members, the most first.</summary>
    public required IReadOnlyList<CohortCandidate> WaitList { get; init; }

    /// <summary>How good the choice is.</summary>
    public required CohortCertificate Certificate { get; init; }

    /// <summary>
    /// Ids of people with a tie whom no member reaches, by key; empty for influence: never certain there.
    /// </summary>
    public required IReadOnlyList<PersonId> NeverReached { get; init; }

    /// <summary>
    /// 1-based place from which on members add nobody but themselves: nobody is left to add, and these seats are filled
    /// by score. Null where every member adds somebody else, or somebody outside would, whom the constraints keep out.
    /// </summary>
    public int? FilledFrom { get; init; }

    /// <summary>Who of the previous cohort goes, and why; empty without one.</summary>
    public required IReadOnlyList<CohortChange> Changes { get; init; }
}

/// <summary>A member. Numbers are people; for influence, expected people.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="Alone">People with a tie whom the member would reach alone, themselves included.</param>
/// <param name="Added">People whom the member adds to the members before, in the order of the list.</param>
/// <param name="OnlyThrough">People whom the member alone reaches: what their leaving would cost.</param>
/// <param name="OnlyThroughIds">Ids of those, by key; empty for influence.</param>
/// <param name="Alternates">Who could take the place within the constraints, the best first.</param>
public sealed record CohortMember(
    PersonId PersonId, double Alone, double Added, double OnlyThrough, IReadOnlyList<PersonId> OnlyThroughIds,
    IReadOnlyList<CohortCandidate> Alternates);

/// <summary>Somebody who is not a member.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="Gain">
/// What the reach of the whole would change by: on top of all members, or in the place of one; then it may be negative.
/// </param>
public sealed record CohortCandidate(PersonId PersonId, double Gain);

/// <summary>How much is reached, and how much any cohort within the same constraints could reach at most.</summary>
/// <param name="PersonCount">Everybody.</param>
/// <param name="Reached">People with a tie who are reached; for influence, the expected number as estimated.</param>
/// <param name="ReachedAtLeast">The same, or for influence its lower confidence bound.</param>
/// <param name="CeilingReached">
/// No cohort within the constraints reaches more; for influence, an upper confidence bound.
/// </param>
/// <param name="Delta">Probability that sampling misled either bound; 0 for steps, which are exact.</param>
/// <param name="SampleCount">Reverse-reachable sets in each of the two samples; 0 for steps.</param>
/// <param name="IsSettled">False where the limit of the sample ended the search before the error asked for.</param>
/// <param name="NoTieCount">People whom nobody else can reach: who have no tie, or none that leads to them.</param>
public sealed record CohortCertificate(
    int PersonCount, double Reached, double ReachedAtLeast, double CeilingReached, double Delta, int SampleCount,
    bool IsSettled, int NoTieCount = 0)
{
    /// <summary>People whom somebody else can reach: those that shares are of.</summary>
    public int TiedCount => PersonCount - NoTieCount;

    /// <summary>Share of the people with a tie who are reached, 0 … 1.</summary>
    public double Share => Reached / Math.Max(1, TiedCount);

    /// <summary>The share that no cohort can exceed, 0 … 1.</summary>
    public double CeilingShare => CeilingReached / Math.Max(1, TiedCount);

    /// <summary>The cohort reaches at least this share of the best possible, 0 … 1.</summary>
    public double Ratio => CeilingReached > 0 ? ReachedAtLeast / CeilingReached : 1;
}

/// <summary>A change against an earlier cohort.</summary>
/// <param name="LeaverId">Id of the previous member who goes; null where the cohort grew.</param>
/// <param name="JoinerId">Id of the person who comes; null where the cohort shrank.</param>
/// <param name="Reason">Why the previous member goes.</param>
public sealed record CohortChange(PersonId? LeaverId, PersonId? JoinerId, ChangeReason Reason);

/// <summary>Why a cohort changed.</summary>
public enum ChangeReason
{
    /// <summary>No longer with the company, or not in the graph.</summary>
    NotInGraph,

    /// <summary>
    /// Breaks a constraint together with the others. One reason for quotas, for lists and for who may be chosen, so
    /// that nobody reads from it who did not agree.
    /// </summary>
    Wishes,

    /// <summary>Somebody else reaches more, by at least what continuity asks for.</summary>
    ReachesLess,

    /// <summary>The cohort is larger than it was.</summary>
    Larger,
}
