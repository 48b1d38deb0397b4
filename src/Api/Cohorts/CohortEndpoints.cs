using InfluencerMap.Api.Authorization;
using InfluencerMap.Api.Groups;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.Cohorts;

public static class CohortEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapCohorts()
        {
            routes.MapPost("/cohorts", ChooseAsync).WithTags("Cohorts").ProducesProblem(StatusCodes.Status409Conflict)
                .OpenTo(Roles.ProgramLead).Shows(Knowledge.Keys | Knowledge.GroupFigures).ForLargeEnoughCompanies();
            routes.MapPost("/what-if", LeaveAsync).WithTags("Cohorts")
                .OpenTo(Roles.ProgramLead).Shows(Knowledge.Keys | Knowledge.GroupFigures).ForLargeEnoughCompanies();
        }
    }

    /// <summary>
    /// Proposes people of the latest run who together reach the most within the wishes, with a certificate of how good
    /// that is. The proposal is kept for the next night's comparison; nobody is invited.
    /// </summary>
    public static async Task<Results<Ok<CohortAnswer>, ProblemHttpResult>> ChooseAsync(
        CohortRequest request, OpenedStore opened, LatestRun latest, TimeProvider clock, CancellationToken cancellation)
    {
        if (await latest.ReadAsync(cancellation) is not { } shown)
            return Problems.NoRunYet();
        var network = await shown.NetworkAsync(cancellation);
        string[] named = [.. request.Include ?? [], .. request.Exclude ?? [], .. request.Compare ?? []];
        if (named.Any(key => IdOf(key) is null))
            return Problems.UnknownPerson();
        if ((request.Quotas ?? []).Any(quota => quota.Value is { } group
            && PeopleGroups.Attributes.Contains(quota.Attribute) && !shown.Groups.Shows(quota.Attribute, group)))
            return Problems.GroupNotShown();
        await using var store = await opened.OpenToWriteAsync(cancellation);
        var consents = await store.Consents.ReadAsync(cancellation);
        try
        {
            var options = request.ToOptions(IdOf, consents.Nameable);
            if (request.Anew is not true)
                options = options with
                {
                    Previous = await store.Cohorts.PreviousAsync(shown.Run.Id, options, cancellation),
                };
            var cohort = CohortChoice.Choose(network.Graph, network.People, network.Chart, options, cancellation);
            var compared = CohortComparison.Of(
                network.Graph, network.People, network.Chart, network.Ranking, cohort,
                request.Compare is null ? null : CohortRequest.IdsOf(request.Compare, IdOf), cancellation);
            var assumed = AssumedCohort.AllOf(network.Graph, network.People, network.Chart, cohort, cancellation);
            await store.Cohorts.SaveAsync(shown.Run.Id, cohort, clock.GetUtcNow().UtcDateTime, cancellation);
            return TypedResults.Ok(CohortAnswer.Of(shown.Run.Id, cohort, compared, assumed, KeyOf(network)));
        }
        catch (InfeasibleCohortException refusal)
        {
            return Problems.NoSuchCohort(refusal.Message);
        }

        int? IdOf(string key) => shown.Ranked.PersonOf(key)?.Id;
    }

    /// <summary>
    /// What would be lost if some people of the latest run were not there. A scenario, never a likelihood that anybody
    /// leaves.
    /// </summary>
    public static async Task<Results<Ok<WhatIfAnswer>, ProblemHttpResult>> LeaveAsync(
        WhatIfRequest request, LatestRun latest, CancellationToken cancellation)
    {
        if (await latest.ReadAsync(cancellation) is not { } shown)
            return Problems.NoRunYet();
        var network = await shown.NetworkAsync(cancellation);
        string[] named = request.Leave ?? [];
        if (named.Any(key => shown.Ranked.PersonOf(key) is null))
            return Problems.UnknownPerson();
        int[] leaving = [
            .. named.Select(key => shown.Ranked.PersonOf(key)!.Id)
                .Concat(network.Ranking.Where(person => person.Rank <= request.Top).Select(person => person.PersonId))
                .Distinct(),
        ];
        var result = WhatIf.Leave(
            network.Graph, network.People, network.Chart, leaving, cancellation: cancellation);
        return TypedResults.Ok(WhatIfAnswer.Of(shown.Run.Id, result, KeyOf(network), shown.Policy.Minimum));
    }

    private static Func<int, string> KeyOf(RunNetwork network) =>
        id => network.People.People[network.People.NodeOf(id)].Key;
}
