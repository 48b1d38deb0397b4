using InfluencerMap.Api.Rankings;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.People;

public static class PersonEndpoints
{
    private const int HistoryRunsMax = 100;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapPeople() => routes.MapGroup("/people").WithTags("People")
            .MapGet("/{key}", OfKeyAsync).Produces(StatusCodes.Status304NotModified);
    }

    /// <summary>One person's place in the latest run, the places before, and why.</summary>
    /// <param name="key">Pseudonymous key, as rankings give it; ids and addresses of the sources find nobody.</param>
    public static async Task<Results<Ok<PersonCard>, StatusCodeHttpResult, ProblemHttpResult>> OfKeyAsync(
        string key, StoreAddress address, LatestNetwork latest, HttpContext context, CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        if (await store.Rankings.LatestAsync(cancellation) is not { } run)
            return Problems.NoRunYet();
        var (_, graph, people, chart, ranking) = await latest.OfAsync(run, store, cancellation);
        if (people.People.FirstOrDefault(p => p.Key == key) is not { } person)
            return Problems.UnknownPerson();
        if (context.HoldsAnswerOf(run))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var ranked = ranking.First(r => r.PersonId == person.Id);
        return TypedResults.Ok(new PersonCard(
            run.Id, run.Options.Preset, run.RankedCount, RankedKey.Of(ranked.Rank, ranked, person),
            await store.Rankings.HistoryAsync(person.Id, HistoryRunsMax, cancellation),
            Explanation.For(graph, people, chart, ranking, person.Id, cancellation).Sentences));
    }
}
