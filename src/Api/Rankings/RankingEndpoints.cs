using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.Rankings;

public static class RankingEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRankings()
        {
            var group = routes.MapGroup("/rankings").WithTags("Rankings");
            group.MapGet("/latest", LatestAsync).Produces(StatusCodes.Status304NotModified);
            group.MapGet("/{run}", OfRunAsync).Produces(StatusCodes.Status304NotModified);
        }
    }

    /// <summary>
    /// The ranking of the run last published. Its entity tag is the run's id: with If-None-Match the answer is 304
    /// until the next run.
    /// </summary>
    public static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> LatestAsync(
        [AsParameters] RankingRequest request, StoreAddress address, HttpContext context,
        CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        return await store.Rankings.LatestAsync(cancellation) is { } latest
            ? await AnswerAsync(store, latest, request, context, cancellation)
            : Problems.NoRunYet();
    }

    /// <summary>The ranking of one run.</summary>
    /// <param name="run">Id of the run.</param>
    public static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> OfRunAsync(
        string run, [AsParameters] RankingRequest request, StoreAddress address, HttpContext context,
        CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        return await store.Rankings.FindAsync(run, cancellation) is { } found
            ? await AnswerAsync(store, found, request, context, cancellation)
            : Problems.UnknownRun();
    }

    private static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> AnswerAsync(
        Store store, Run run, RankingRequest request, HttpContext context, CancellationToken cancellation)
    {
        if (context.HoldsAnswerOf(run))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var query = request.ToQuery();
        var page = await store.Rankings.PageAsync(run.Id, query, cancellation);
        return TypedResults.Ok(new Ranking(
            run.Id, run.Options.Preset, RankingRequest.NameOf(query.By), page.Total,
            [.. page.Entries.Select(entry => RankedKey.Of(entry.Place, entry.Ranked, entry.Person))],
            query.Skip + page.Entries.Length < page.Total ? RankingRequest.PageAfter(query, run.Id) : null));
    }
}
