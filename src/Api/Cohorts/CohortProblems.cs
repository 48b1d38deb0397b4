using System.Globalization;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

/// <summary>
/// Refusals of cohorts and scenarios. Each names wishes in the caller's own words and numbers: a number or group of the
/// company in a refusal would tell what the answers withhold.
/// </summary>
internal static class CohortProblems
{
    public static ProblemHttpResult NotValid(string title) => TypedResults.Problem(
        "GET /openapi/v1.json says what is allowed.", statusCode: StatusCodes.Status400BadRequest, title: title);

    /// <summary>The same for people who are excluded, erased or gone, and for keys that were never anybody's.</summary>
    /// <param name="member">The member of the body.</param>
    public static ProblemHttpResult UnknownKey(string member) => Problems.NotFound(
        $"{member} holds a key that is not in the run.",
        "Cohorts of the latest run give keys; a key of an earlier run may be nobody's any more.");

    /// <param name="wishes">In the caller's own words.</param>
    public static ProblemHttpResult NoSuchCohort(IEnumerable<string> wishes) => Problems.Conflict(
        "There are too few people for the wishes.", $"Ask for less of: {string.Join(", ", wishes)}.");

    /// <param name="wishes">In the caller's own words.</param>
    public static ProblemHttpResult TellsOfMembers(IEnumerable<string> wishes) => Problems.Conflict(
        "The bounds would tell which groups members are in.",
        "A bound may at most double or halve the share of the seats that a group has by its headcount; else its group "
        + $"would follow from being a member. Change: {string.Join(", ", wishes)}.");

    public static ProblemHttpResult OtherConsent() => Problems.Conflict(
        "Your proposals on this run rest on another consent.",
        "The first proposal on a run decides whether consent is asked for: two that differ would tell who agreed.");

    /// <summary>The same for somebody excluded, for a member of two cohorts' sum and for nobody.</summary>
    public static ProblemHttpResult NotYourCohort() => Problems.NotFound(
        "leave is not made of members of one cohort proposed to you on this run.",
        "Ask for a cohort with POST /v1/cohorts; its members are the people of a scenario.");

    public static ProblemHttpResult Spent(HttpContext context, Spent what, Run run, DateTimeOffset now)
    {
        var untilNextNight = run.PublishedAt.AddDays(1) - now.UtcDateTime;
        context.Response.Headers.RetryAfter = Math.Clamp((long)untilNextNight.TotalSeconds, 60, 86_400)
            .ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(
            what switch
            {
                Api.Spent.MakeUps =>
                    $"The same caller gets {CallerWishes.MakeUpsMax} different sets of quotas and maxPerTeam on a run, "
                    + "none being one of them. ",
                Api.Spent.Lists =>
                    $"The same caller gets {CallerWishes.ListsMax} different lists to include, and to compare, on "
                    + "a run. ",
                Api.Spent.Scenarios =>
                    $"The same caller gets {CallerWishes.ScenariosMax} different scenarios on a run. ",
                _ => $"The same caller gets {CallerWishes.SetsMax} different answers on a run. ",
            }
            + "Ask again what was asked before, or wait for the next run.",
            statusCode: StatusCodes.Status429TooManyRequests, title: "This run has been asked enough.");
    }
}
