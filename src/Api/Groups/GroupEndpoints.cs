using System.ComponentModel.DataAnnotations;
using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class GroupEndpoints
{
    private const string OneOf = "by is one of department, site, jobFamily.";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapGroups()
        {
            var group = routes.MapGroup("/groups").WithTags("Groups")
                .OpenTo(Roles.HrRead, Roles.HrNames, Roles.ProgramLead).Shows(Knowledge.GroupFigures);
            group.MapGet("/", ListAsync);
            group.MapGet("/ties", TiesAsync).TakesWork();
        }
    }

    /// <summary>
    /// Figures of departments, sites or job families: how many, how many of them seen, and how much these are heard for
    /// their number. Groups too small to be shown are counted and nothing else.
    /// </summary>
    /// <param name="by">department, site or jobFamily.</param>
    public static async Task<Results<Ok<GroupList>, ProblemHttpResult>> ListAsync(
        LatestRun latest, CancellationToken cancellation,
        [AllowedValues("department", "site", "jobFamily", ErrorMessage = OneOf)] string by = "department") =>
        await latest.ReadAsync(cancellation) is { } shown
            ? TypedResults.Ok(GroupList.Of(shown, by, await shown.VoicesAsync(cancellation)))
            : Problems.NoRunYet();

    /// <summary>How strongly departments, sites or job families are tied to one another.</summary>
    /// <param name="by">department, site or jobFamily.</param>
    public static async Task<Results<Ok<GroupMatrix>, ProblemHttpResult>> TiesAsync(
        LatestRun latest, CancellationToken cancellation,
        [AllowedValues("department", "site", "jobFamily", ErrorMessage = OneOf)] string by = "department") =>
        await latest.ReadAsync(cancellation) is { } shown
            ? TypedResults.Ok(GroupMatrix.Of(
                await shown.NetworkAsync(cancellation), by, shown.Groups, shown.Policy))
            : Problems.NoRunYet();
}
