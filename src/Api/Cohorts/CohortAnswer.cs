using InfluencerMap.Api.Audit;
using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Api.Cohorts;

/// <summary>A cohort proposed; a person decides. Numbers are people, shares 0 … 1.</summary>
/// <param name="Run">Id of the run that it rests on.</param>
/// <param name="IntendedUse">What this may be used for.</param>
/// <param name="Certificate">How much is reached, and how much any cohort within the same wishes could reach.</param>
/// <param name="Members">In the order in which each next one adds most.</param>
/// <param name="WaitList">Who would add most on top of them.</param>
/// <param name="NeverReached">Keys of people with a tie whom no member reaches; empty for influence.</param>
/// <param name="Changes">
/// Who of the previous cohort goes, who comes, and why; empty without one. Who left the company is not named.
/// </param>
/// <param name="Compared">The usual ways of choosing, and the list given.</param>
/// <param name="Assumptions">For influence: the same at low, middle and high transmission.</param>
public sealed record CohortAnswer(
    string Run, string IntendedUse, CohortCertificate Certificate, CohortKey[] Members, CandidateKey[] WaitList,
    string[] NeverReached, ChangeKeys[] Changes, IReadOnlyList<ComparedCohort> Compared,
    IReadOnlyList<AssumedCohort> Assumptions) : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys =>
        [
            .. Members.Select(member => member.Key),
            .. Members.SelectMany(member => member.Alternates).Concat(WaitList).Select(other => other.Key),
            .. NeverReached,
            .. Changes.SelectMany(change => new[] { change.Leaver, change.Joiner }).OfType<string>(),
        ];

    /// <summary>By which the cohort was saved; null where that was not asked for.</summary>
    public long? Number { get; init; }

    /// <summary>Share of the people with a tie reached by the first member, the first two, and so on.</summary>
    public double[] Curve
    {
        get
        {
            var reached = 0.0;
            return [.. Members.Select(member => (reached += member.Added) / Math.Max(1, Certificate.TiedCount))];
        }
    }

    public static CohortAnswer Of(
        string run, Cohort cohort, IReadOnlyList<ComparedCohort> compared, IReadOnlyList<AssumedCohort> assumptions,
        Func<int, string> keyOf) => new(
            run, ApiDescription.IntendedUse, cohort.Certificate,
            [.. cohort.Members.Select(member => new CohortKey(
                keyOf(member.PersonId), member.Alone, member.Added, member.OnlyThrough,
                [.. member.Alternates.Select(other => CandidateKey.Of(other, keyOf))]))],
            [.. cohort.WaitList.Select(waiting => CandidateKey.Of(waiting, keyOf))],
            [.. cohort.NeverReached.Select(keyOf)],
            [.. cohort.Changes.Where(change => change.Reason != ChangeReason.NotInGraph)
                .Select(change => new ChangeKeys(
                    change.LeaverId is { } leaver ? keyOf(leaver) : null,
                    change.JoinerId is { } joiner ? keyOf(joiner) : null, change.Reason))],
            compared, assumptions);
}

/// <summary>A member, by pseudonymous key.</summary>
/// <param name="Key">Pseudonymous key.</param>
/// <param name="Alone">People whom the member would reach alone.</param>
/// <param name="Added">People whom the member adds to those before.</param>
/// <param name="OnlyThrough">People whom no other member reaches.</param>
/// <param name="Alternates">Who could take the place within the wishes, the best first.</param>
public sealed record CohortKey(string Key, double Alone, double Added, double OnlyThrough, CandidateKey[] Alternates);

/// <summary>A change against the previous cohort.</summary>
/// <param name="Leaver">Key of the previous member who goes; null where the cohort grew.</param>
/// <param name="Joiner">Key of the person who comes; null where the cohort shrank.</param>
/// <param name="Reason">Why the previous member goes.</param>
public sealed record ChangeKeys(string? Leaver, string? Joiner, ChangeReason Reason);

/// <summary>Somebody who is not a member.</summary>
/// <param name="Key">Pseudonymous key.</param>
/// <param name="Gain">What the reach of the whole would change by.</param>
public sealed record CandidateKey(string Key, double Gain)
{
    public static CandidateKey Of(CohortCandidate candidate, Func<int, string> keyOf) =>
        new(keyOf(candidate.PersonId), candidate.Gain);
}
