using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

/// <summary>The errors that handlers answer, each with its remedy.</summary>
internal static class Problems
{
    public static ProblemHttpResult NoRunYet() => NotFound(
        "There is no run yet.", "Compute one: influencermap nightly.");

    public static ProblemHttpResult UnknownRun() => NotFound(
        "There is no run of that id.", "GET /v1/runs lists the runs.");

    public static ProblemHttpResult UnknownPerson() => NotFound(
        "Nobody in the latest run has that key.", "A key is 16 hexadecimal digits; rankings give them.");

    public static ProblemHttpResult NoSuchCohort(string why) => TypedResults.Problem(
        why, statusCode: StatusCodes.Status409Conflict, title: "The wishes exclude each other.");

    public static ProblemHttpResult NoConsentOnRecord() => TypedResults.Problem(
        "Leave consent out for a proposal by key, and ask the people before anybody is named.",
        statusCode: StatusCodes.Status409Conflict, title: "No consent is on record: nobody is nameable.");

    private static ProblemHttpResult NotFound(string title, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: title);

    extension(RouteGroupBuilder group)
    {
        public RouteGroupBuilder WithErrorsDescribed() => group
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesValidationProblem();
    }
}
