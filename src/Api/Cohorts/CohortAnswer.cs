using InfluencerMap.Engine;
using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Api;

/// <summary>
/// A cohort proposed; a person decides. Lists of people are in the order of their keys, and no figure is about one of
/// them. Shares are in whole per cent.
/// </summary>
/// <param name="Run">Id of the run that it rests on.</param>
/// <param name="IntendedUse">What this may be used for.</param>
/// <param name="Number">Number that it was saved under; null where it was not.</param>
/// <param name="Members">Keys of the members.</param>
/// <param name="WaitList">Keys of those who would add most on top of them.</param>
/// <param name="Certificate">How much is reached, and how much of the best possible that is at least.</param>
/// <param name="Groups">Shown groups of which enough people have a tie; empty for influence.</param>
/// <param name="Changes">Against the cohort last saved for the same wishes on an earlier run.</param>
/// <param name="Compared">The usual ways of choosing, and the list given.</param>
/// <param name="Assumptions">For influence: the same at low, middle and high transmission.</param>
/// <param name="Notes">What is to be known of the choice as a whole.</param>
/// <param name="NotBounded">
/// Wishes that hold for some groups only, as the rest are too small to be told apart.
/// </param>
public sealed record CohortAnswer(
    string Run, string IntendedUse, long? Number, string[] Members, string[] WaitList, CoverageAnswer Certificate,
    GroupCoverage[] Groups, ChangedKeys Changes, ComparedAnswer[] Compared, AssumedAnswer[] Assumptions,
    CohortNotes Notes, string[] NotBounded) : IShowsPeople
{
    /// <summary>Why the places that the choice rests on are provisional; empty where they stand.</summary>
    public IReadOnlyList<ProvisionalReason> Provisional { get; init; } = [];

    IEnumerable<string> IShowsPeople.ShownKeys => [.. Members, .. WaitList, .. Changes.Joined, .. Changes.Left];
}

/// <summary>How good the choice is, in whole per cent.</summary>
/// <param name="Coverage">Share of the people who are reached.</param>
/// <param name="OfBestPossible">At least so much of what any cohort within the same wishes could reach.</param>
/// <param name="IsExact">False where the reach is estimated from a sample.</param>
/// <param name="IsSettled">False where the limit of the sample ended the search before the error asked for.</param>
/// <param name="WithoutTie">People whom nobody can reach; null for few, or none.</param>
public sealed record CoverageAnswer(
    int Coverage, int OfBestPossible, bool IsExact, bool IsSettled, int? WithoutTie);

/// <summary>How much of one group is reached.</summary>
/// <param name="Attribute">department, site or jobFamily.</param>
/// <param name="Group">The group.</param>
/// <param name="Coverage">Whole per cent of its people who have a tie.</param>
public sealed record GroupCoverage(string Attribute, string Group, int Coverage);

/// <summary>Who is in this cohort and was not in the one before, and the other way round.</summary>
public sealed record ChangedKeys(string[] Joined, string[] Left);

/// <summary>What a way of choosing would reach.</summary>
/// <param name="Name">The way of choosing.</param>
/// <param name="MemberCount">People chosen.</param>
/// <param name="Coverage">Whole per cent reached; of random cohorts the mean; null where there is none.</param>
/// <param name="LeftOut">Why there is none.</param>
public sealed record ComparedAnswer(string Name, int MemberCount, int? Coverage, string? LeftOut)
{
    public static ComparedAnswer Of(ComparedCohort compared) => new(
        compared.Name, compared.MemberCount, compared.LeftOut is null ? Percent.Of(compared.Share) : null,
        compared.LeftOut);
}

/// <summary>The cohort that would be chosen if word were passed on less, as assumed, or more.</summary>
/// <param name="Transmission">low, middle or high: half, once or twice as many told.</param>
/// <param name="ToldMean">People whom one tells on average.</param>
/// <param name="Coverage">Share expected to be reached.</param>
/// <param name="AtMost">Share that no cohort within the same wishes can exceed.</param>
/// <param name="OfBestPossible">At least so much of the best possible.</param>
/// <param name="SharedWithMiddle">Share of the members who are in the cohort of the middle assumption too.</param>
public sealed record AssumedAnswer(
    string Transmission, double ToldMean, int Coverage, int AtMost, int OfBestPossible, int SharedWithMiddle)
{
    public static AssumedAnswer Of(AssumedCohort assumed, int size) => new(
        assumed.Transmission, assumed.ToldMean, Percent.Of(assumed.Covered), Percent.Of(assumed.AtMost),
        Percent.AtLeast(assumed.Certificate), Percent.Of((double)assumed.SharedWithMiddle / size));
}

/// <summary>What is to be known of the choice as a whole.</summary>
/// <param name="FromPlace">From this place on nobody adds anyone else; null where everybody does.</param>
/// <param name="AnyCohortReachesOver90">Whether random cohorts reach over 90 per cent: nearly any will do.</param>
/// <param name="BoundsGiveWay">
/// Whether bounds were asked for. They hold as far as the people who can be chosen allow; whether they do is not told,
/// as it would tell of those named or who agreed.
/// </param>
public sealed record CohortNotes(int? FromPlace, bool AnyCohortReachesOver90, bool BoundsGiveWay);

/// <summary>Shares in whole per cent: no figure is finer.</summary>
internal static class Percent
{
    public static int Of(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    /// <summary>Rounded down, and a share that is whole but for rounding errors is whole.</summary>
    public static int AtLeast(double share) => (int)Math.Floor(100 * share + 1e-9);
}
