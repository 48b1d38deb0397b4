using InfluencerMap.Api.Authorization;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.Rankings;

public static class RankingEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRankings()
        {
            var group = routes.MapGroup("/rankings").WithTags("Rankings").OpenTo(Roles.HrRead, Roles.HrNames);
            group.MapGet("/latest", LatestAsync).Produces(StatusCodes.Status304NotModified);
            group.MapGet("/{run}", OfRunAsync).Produces(StatusCodes.Status304NotModified);
        }
    }

    /// <summary>
    /// The ranking of the run last published. Its entity tag is the run's id: with If-None-Match the answer is 304
    /// until the next run.
    /// </summary>
    public static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> LatestAsync(
        [AsParameters] RankingRequest request, LatestRun latest, HttpContext context, CancellationToken cancellation) =>
        await latest.ReadAsync(cancellation) is { } shown
            ? Answer(shown.Ranked, shown.State, request, context)
            : Problems.NoRunYet();

    /// <summary>The ranking of one run.</summary>
    /// <param name="run">Id of the run.</param>
    public static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> OfRunAsync(
        string run, [AsParameters] RankingRequest request, OpenedStore opened, LatestRun latest, HttpContext context,
        CancellationToken cancellation)
    {
        if (await latest.ReadAsync(cancellation) is { } shown && shown.Run.Id == run)
            return Answer(shown.Ranked, shown.State, request, context);
        var store = await opened.ReadAsync(cancellation);
        var state = await store.Rankings.ShownStateAsync(cancellation);
        return await store.Rankings.FindAsync(run, cancellation) is { } found
            ? Answer(await RankedRun.ReadAsync(store, found, cancellation), state, request, context)
            : Problems.UnknownRun();
    }

    private static Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult> Answer(
        RankedRun ranked, ShownState state, RankingRequest request, HttpContext context)
    {
        var run = ranked.Run;
        if (context.HoldsAnswerOf(run, state))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var query = request.ToQuery();
        var page = ranked.Page(query);
        return TypedResults.Ok(new Ranking(
            run.Id, run.Options.Preset, RankingRequest.NameOf(query.By), page.Total,
            [.. page.Entries.Select(entry => RankedKey.Of(entry.Place, entry.Ranked, entry.Person))],
            page.HasNext ? RankingRequest.PageAfter(query with { After = page.Entries[^1].Place }, run.Id) : null));
    }
}
