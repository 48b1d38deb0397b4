using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class PersonEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapPeople() => routes.MapGroup("/people").WithTags("People")
            .MapGet("/{key}", OfKeyAsync).Produces(StatusCodes.Status304NotModified)
            .OpenTo(Roles.HrRead, Roles.HrNames)
            .Shows(Knowledge.Keys | Knowledge.Ranks | Knowledge.Attributes).ForLargeEnoughCompanies().TakesWork();
    }

    /// <summary>One person's place in the latest run, the places before, and why.</summary>
    /// <param name="key">Pseudonymous key, as rankings give it; ids and addresses of the sources find nobody.</param>
    /// <param name="view">Id of an approved named view: shows the name, if the person agreed.</param>
    public static async Task<Results<Ok<PersonCard>, StatusCodeHttpResult, ProblemHttpResult>> OfKeyAsync(
        string key, OpenedStore opened, LatestRun latest, HttpContext context, CancellationToken cancellation,
        string? view = null)
    {
        if (await latest.ReadAsync(cancellation) is not { } shown)
            return Problems.NoRunYet();
        if (shown.Ranked.PersonOf(key) is not { } person)
            return Problems.UnknownPerson();
        var names = context.RequestServices.GetRequiredService<Names>();
        if (view is not null && await names.OpenAsync(view, context) is null)
            return Problems.NoSuchView();
        if (view is null && context.HoldsAnswerOf(shown))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var card = await PersonCard.ReadAsync(shown, person, await opened.ReadAsync(cancellation), cancellation);
        return TypedResults.Ok(view is null
            ? card
            : card with { Person = (await names.PutAsync([card.Person], shown.Ranked, cancellation))[0] });
    }
}
