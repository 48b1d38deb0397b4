using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>A cohort, compared with the usual ways of choosing and under other assumptions.</summary>
/// <param name="Cohort">Who was chosen, with the certificate.</param>
/// <param name="Compared">The usual ways of choosing, and a list of one's own.</param>
/// <param name="Assumed">What the same people would reach under other assumptions.</param>
public sealed record ProposedCohort(
    Cohort Cohort, IReadOnlyList<ComparedCohort> Compared, IReadOnlyList<AssumedCohort> Assumed)
{
    /// <summary>Chooses within the constraints; nothing is saved.</summary>
    /// <param name="network">Of the run that it rests on.</param>
    /// <param name="options">The constraints.</param>
    /// <param name="ownList">Ids of people to compare with; null = none.</param>
    /// <param name="cancellation">Ends the choice.</param>
    /// <exception cref="InfeasibleCohortException">No cohort is within the constraints.</exception>
    public static ProposedCohort Choose(
        RunNetwork network, CohortOptions options, PersonId[]? ownList, CancellationToken cancellation)
    {
        var (_, graph, ranking) = network;
        var cohort = CohortChoice.Choose(graph, ranking, options, cancellation);
        return new(
            cohort, CohortComparison.Of(graph, ranking, cohort, ownList, cancellation),
            AssumedCohort.AllOf(graph, ranking, cohort, cancellation));
    }

    /// <returns>The number under which it is saved.</returns>
    public Task<long> SaveAsync(
        Store store, string runId, string caller, TimeProvider clock, CancellationToken cancellation) =>
        store.Cohorts.SaveAsync(runId, Cohort, caller, clock.GetUtcNow().UtcDateTime, cancellation);
}
