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

    public static ProblemHttpResult NobodyYourself() => NotFound(
        "Nobody in the directory is you.", "Ask whoever runs this service: the key or token must say who you are.");

    public static ProblemHttpResult NoSuchView() => TypedResults.Problem(
        "Ask with POST /v1/named-views; the data-protection officer approves it, and it shows names to you alone, "
        + "for 30 days.",
        statusCode: StatusCodes.Status403Forbidden, title: "No approved view of that id is open to you.");

    public static ProblemHttpResult NothingToApprove() => Conflict(
        "There is nothing to approve.",
        "There is no request of that id, or it is your own, or it is approved already.");

    public static ProblemHttpResult NotLaunched(IReadOnlyList<string> missing) => Conflict(
        "Names wait until the launch checklist is complete.",
        $"Settle, and say where it stands, in the configuration: {string.Join(", ", missing)}.");

    public static ProblemHttpResult UndecidedAccounts() => Conflict(
        "Nothing was erased.",
        "The review of identities has accounts that may be this person's, and they would stay with what they did. The "
        + "operator decides them (influencermap identities review); erase then.");

    /// <summary>The same for a group that is too small and for one that there is not.</summary>
    public static ProblemHttpResult GroupNotShown() => NotFound(
        "No group of that name is shown.", "GET /v1/groups lists the groups; small ones are withheld.");

    public static ProblemHttpResult SmallCompany() => Conflict(
        "The company is too small to be ranked unasked.",
        "Under 50 people can be recognised without names: ask whom they name first. To rank them all the same, write "
        + $"down why, in the variable {SmallGroupSettings.Section.Replace(":", "__", StringComparison.Ordinal)}"
        + "__SmallCompanyReason of the API.");

    public static ProblemHttpResult UnknownParameter() => TypedResults.Problem(
        "GET /openapi/v1.json says which parameters there are.",
        statusCode: StatusCodes.Status400BadRequest, title: "The query has a parameter that is not known.");

    public static ProblemHttpResult NotFound(string title, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: title);

    public static ProblemHttpResult Conflict(string title, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: title);

    extension(RouteGroupBuilder group)
    {
        public RouteGroupBuilder WithErrorsDescribed() => group
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesValidationProblem();
    }
}
