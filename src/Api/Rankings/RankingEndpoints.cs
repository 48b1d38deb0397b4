using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class RankingEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRankings()
        {
            var group = routes.MapGroup("/rankings").WithTags("Rankings").OpenTo(Roles.HrRead, Roles.HrNames)
                .Shows(Knowledge.Keys | Knowledge.Ranks | Knowledge.Attributes).ForLargeEnoughCompanies();
            group.MapGet("/latest", LatestAsync).Produces(StatusCodes.Status304NotModified);
            group.MapGet("/{run}", OfRunAsync).TakesWork().Produces(StatusCodes.Status304NotModified);
        }
    }

    /// <summary>
    /// The ranking of the run last published. With its entity tag in If-None-Match the answer is 304 until another run
    /// is published, somebody's consent changes or the service starts anew.
    /// </summary>
    public static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> LatestAsync(
        [AsParameters] RankingRequest request, LatestRun latest, HttpContext context, CancellationToken cancellation) =>
        await latest.ReadAsync(cancellation) is { } shown
            ? await AnswerAsync(shown, request, context)
            : Problems.NoRunYet();

    /// <summary>The ranking of one run.</summary>
    /// <param name="run">Id of the run.</param>
    public static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> OfRunAsync(
        string run, [AsParameters] RankingRequest request, LatestRun runs, HttpContext context,
        CancellationToken cancellation) =>
        await runs.ReadAsync(run, cancellation) is { } shown
            ? await AnswerAsync(shown, request, context)
            : Problems.UnknownRun();

    private static async Task<Results<Ok<Ranking>, StatusCodeHttpResult, ProblemHttpResult>> AnswerAsync(
        ShownRun shown, RankingRequest request, HttpContext context)
    {
        if (request.Department is not null && !shown.Groups.Shows("department", request.Department))
            return Problems.GroupNotShown();
        var names = context.RequestServices.GetRequiredService<Names>();
        if (request.View is not null && await names.OpenAsync(request.View, context) is null)
            return Problems.NoSuchView();
        // Names come and go with a view; only answers without them are held.
        if (request.View is null && context.HoldsAnswerOf(shown))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var ranking = Ranking.Of(shown, request);
        return TypedResults.Ok(request.View is null
            ? ranking
            : ranking with { People = await names.PutAsync(ranking.People, shown.Ranked, context.RequestAborted) });
    }
}
