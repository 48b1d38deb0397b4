using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>A cohort that somebody saved.</summary>
/// <param name="Number">By which it is asked for; never another cohort's.</param>
/// <param name="RunId">The run that it was chosen on.</param>
/// <param name="SavedAt">When, UTC.</param>
/// <param name="SavedBy">
/// <see cref="CohortStore.Operator"/>, or a keyed hash of the caller; null where an older program saved it.
/// </param>
/// <param name="Wishes">What was asked.</param>
/// <param name="Certificate">How good the choice was.</param>
public sealed record SavedCohort(
    long Number, string RunId, DateTime SavedAt, string? SavedBy, SavedWishes Wishes, CohortCertificate Certificate);

/// <summary>What was asked of a saved cohort, without the people that it named.</summary>
/// <param name="Size">Members asked for, and chosen.</param>
/// <param name="Reach"><c>steps:2</c> or <c>influence</c>.</param>
/// <param name="Quotas">Bounds by attribute.</param>
/// <param name="Voice">Share of their seats by headcount that families had at least; 0 = none asked for.</param>
/// <param name="IsFromList">Whether a list said whom to choose from.</param>
/// <param name="IsNameableOnly">Whether only people who agreed to be named were chosen from.</param>
public sealed record SavedWishes(
    int Size, string Reach, IReadOnlyList<CohortQuota> Quotas, double Voice, bool IsFromList, bool IsNameableOnly)
{
    /// <summary>How many people had to be in; 0 where an older program saved it.</summary>
    public int IncludedCount { get; init; }

    /// <summary>How many people had to be out; 0 where an older program saved it.</summary>
    public int ExcludedCount { get; init; }

    /// <summary>How many people wait.</summary>
    public int WaitListSize { get; init; }
}

/// <summary>Somebody of a saved cohort.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="IsWaiting">On the wait list, not a member.</param>
/// <param name="Gain">People whom the person adds to those before.</param>
public sealed record SavedMember(PersonId PersonId, bool IsWaiting, double Gain);
