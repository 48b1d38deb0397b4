using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.Cohorts;

public static class CohortEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapCohorts()
        {
            routes.MapPost("/cohorts", ChooseAsync).WithTags("Cohorts").ProducesProblem(StatusCodes.Status409Conflict);
            routes.MapPost("/what-if", LeaveAsync).WithTags("Cohorts");
        }
    }

    /// <summary>
    /// Proposes people of the latest run who together reach the most within the wishes, with a certificate of how good
    /// that is. Nothing is saved and nobody is invited.
    /// </summary>
    public static async Task<Results<Ok<CohortAnswer>, ProblemHttpResult>> ChooseAsync(
        CohortRequest request, StoreAddress address, CancellationToken cancellation)
    {
        if (request.Consent is not null)
            return Problems.NoConsentOnRecord();
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        if (await store.Rankings.LatestAsync(cancellation) is not { } run)
            return Problems.NoRunYet();
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        var idByKey = network.People.People.ToDictionary(person => person.Key, person => person.Id);
        if ((request.Include ?? []).Concat(request.Exclude ?? []).Any(key => !idByKey.ContainsKey(key)))
            return Problems.UnknownPerson();
        try
        {
            var options = request.ToOptions(key => idByKey[key]);
            var cohort = CohortChoice.Choose(network.Graph, network.People, network.Chart, options, cancellation);
            var compared = CohortComparison.Of(
                network.Graph, network.People, network.Chart, network.Ranking, cohort, null, cancellation);
            return TypedResults.Ok(CohortAnswer.Of(run.Id, cohort, compared, KeyOf(network)));
        }
        catch (InfeasibleCohortException refusal)
        {
            return Problems.NoSuchCohort(refusal.Message);
        }
    }

    /// <summary>
    /// What would be lost if some people of the latest run were not there. A scenario, never a likelihood that anybody
    /// leaves.
    /// </summary>
    public static async Task<Results<Ok<WhatIfAnswer>, ProblemHttpResult>> LeaveAsync(
        WhatIfRequest request, StoreAddress address, CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        if (await store.Rankings.LatestAsync(cancellation) is not { } run)
            return Problems.NoRunYet();
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        var idByKey = network.People.People.ToDictionary(person => person.Key, person => person.Id);
        if (request.Leave.Any(key => !idByKey.ContainsKey(key)))
            return Problems.UnknownPerson();
        int[] leaving = [.. request.Leave.Select(key => idByKey[key]).Distinct()];
        var result = WhatIf.Leave(
            network.Graph, network.People, network.Chart, leaving, cancellation: cancellation);
        return TypedResults.Ok(WhatIfAnswer.Of(run.Id, result, KeyOf(network)));
    }

    private static Func<int, string> KeyOf(RunNetwork network) =>
        id => network.People.People[network.People.NodeOf(id)].Key;
}
