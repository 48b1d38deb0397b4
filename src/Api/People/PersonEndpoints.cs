using InfluencerMap.Api.Authorization;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.People;

public static class PersonEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapPeople() => routes.MapGroup("/people").WithTags("People")
            .MapGet("/{key}", OfKeyAsync).Produces(StatusCodes.Status304NotModified)
            .OpenTo(Roles.HrRead, Roles.HrNames);
    }

    /// <summary>One person's place in the latest run, the places before, and why.</summary>
    /// <param name="key">Pseudonymous key, as rankings give it; ids and addresses of the sources find nobody.</param>
    public static async Task<Results<Ok<PersonCard>, StatusCodeHttpResult, ProblemHttpResult>> OfKeyAsync(
        string key, OpenedStore opened, LatestRun latest, HttpContext context, CancellationToken cancellation)
    {
        if (await latest.ReadAsync(cancellation) is not { } shown)
            return Problems.NoRunYet();
        if (shown.Ranked.PersonOf(key) is not { } person)
            return Problems.UnknownPerson();
        if (context.HoldsAnswerOf(shown.Run, shown.State))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(await PersonCard.ReadAsync(
            shown, person, await opened.ReadAsync(cancellation), cancellation));
    }
}
