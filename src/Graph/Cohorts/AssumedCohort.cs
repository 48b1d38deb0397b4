using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>The cohort that would be chosen if word were passed on less, as assumed, or more.</summary>
/// <param name="Transmission">low, middle or high: half, once or twice as many informed.</param>
/// <param name="ToldMean">How many others one person informs on average.</param>
/// <param name="Covered">Share expected to be reached, 0 … 1.</param>
/// <param name="AtMost">Share that no cohort within the same constraints can exceed, 0 … 1.</param>
/// <param name="Certificate">At least this share of the best possible, 0 … 1.</param>
/// <param name="SharedWithMiddle">Members in common with the cohort of the middle assumption.</param>
public sealed record AssumedCohort(
    string Transmission, double ToldMean, double Covered, double AtMost, double Certificate, int SharedWithMiddle)
{
    private static readonly (string Name, double Factor)[] Assumptions = [("low", 0.5), ("middle", 1), ("high", 2)];

    /// <summary>The choice under three assumptions, so that one which depends on a single one is seen.</summary>
    /// <param name="network">Who is tied to whom.</param>
    /// <param name="ranking">The ranking that the cohort was chosen by.</param>
    /// <param name="middle">The cohort as chosen.</param>
    /// <param name="cancellation">Ends the choosing.</param>
    /// <returns>Low, middle and high; nothing for steps, which assume nothing.</returns>
    public static IReadOnlyList<AssumedCohort> AllOf(
        Network network, IReadOnlyList<RankedPerson> ranking, Cohort middle,
        CancellationToken cancellation = default)
    {
        if (!middle.Options.Reach.IsSampled)
            return [];
        var members = middle.Members.Select(member => member.PersonId).ToHashSet();
        return [.. Assumptions.Select(assumed =>
        {
            var reach = middle.Options.Reach;
            var cohort = assumed.Factor == 1 ? middle : CohortChoice.Choose(
                network, ranking,
                middle.Options with { Reach = CohortReach.Influence(assumed.Factor * reach.ToldMean, reach.Epsilon) },
                cancellation);
            return new AssumedCohort(
                assumed.Name, assumed.Factor * reach.ToldMean, cohort.Certificate.Share,
                cohort.Certificate.CeilingShare, cohort.Certificate.Ratio,
                cohort.Members.Count(member => members.Contains(member.PersonId)));
        })];
    }
}
