using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class NamedViewEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapNamedViews()
        {
            var group = routes.MapGroup("/named-views").WithTags("Named views");
            group.MapGet("/", ListAsync).Shows(Knowledge.None).OpenTo(Roles.HrNames, Roles.Dpo);
            group.MapPost("/", RequestAsync).Shows(Knowledge.None).OpenTo(Roles.HrNames)
                .ProducesProblem(StatusCodes.Status409Conflict);
            group.MapPost("/{view}/approval", ApproveAsync).Shows(Knowledge.None).OpenTo(Roles.Dpo);
        }
    }

    /// <summary>One's own requests to see names; to the data-protection officer, everybody's.</summary>
    public static async Task<Ok<NamedView[]>> ListAsync(
        OpenedStore opened, AuditTrail trail, HttpContext context, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        var caller = await trail.CallerAsync(context);
        var views = await store.NamedViews.ListAsync(cancellation);
        return TypedResults.Ok(
            context.User.IsInRole(Roles.Dpo) ? views : Array.FindAll(views, view => view.Caller == caller));
    }

    /// <summary>
    /// Asks to see the names of people who agreed. Once the data-protection officer approves it, ?view=ID with rankings
    /// and people shows them to whoever asked, for 30 days.
    /// </summary>
    public static async Task<Results<Created<NamedView>, ProblemHttpResult>> RequestAsync(
        NamedViewRequest request, IConfiguration configuration, OpenedStore opened, AuditTrail trail,
        TimeProvider clock, HttpContext context, CancellationToken cancellation)
    {
        if (LaunchChecklist.Missing(configuration) is { Length: > 0 } missing)
            return Problems.NotLaunched(missing);
        await trail.WriteAsync(
            context, trail.Entry(context, "named view asked for") with { Purpose = request.Purpose });
        await using var store = await opened.OpenToWriteAsync(cancellation);
        var view = await store.NamedViews.RequestAsync(
            await trail.CallerAsync(context), request.Purpose, request.Reason, clock.GetUtcNow().UtcDateTime,
            cancellation);
        return TypedResults.Created($"/v1/named-views/{view.Id}", view);
    }

    /// <summary>Agrees to somebody else's request to see names.</summary>
    /// <param name="view">Id of the request.</param>
    public static async Task<Results<NoContent, ProblemHttpResult>> ApproveAsync(
        string view, OpenedStore opened, AuditTrail trail, TimeProvider clock, HttpContext context,
        CancellationToken cancellation)
    {
        await trail.WriteAsync(context, trail.Entry(context, "named view approved"));
        await using var store = await opened.OpenToWriteAsync(cancellation);
        return await store.NamedViews.ApproveAsync(
            view, await trail.CallerAsync(context), clock.GetUtcNow().UtcDateTime, cancellation)
            ? TypedResults.NoContent()
            : Problems.NothingToApprove();
    }
}

/// <summary>Why names are to be seen.</summary>
public sealed record NamedViewRequest
{
    [Description("ambassadorProgramme, changeSupport, unitResilience or aggregateStudy.")]
    [Required(ErrorMessage = "purpose is needed.")]
    [AllowedValues("ambassadorProgramme", "changeSupport", "unitResilience", "aggregateStudy",
        ErrorMessage = "purpose is one of ambassadorProgramme, changeSupport, unitResilience, aggregateStudy.")]
    public required string Purpose { get; init; }

    [Description("What the names are needed for, in 10 to 1000 characters; no person in it.")]
    [Required(ErrorMessage = "reason is needed.")]
    [StringLength(1000, MinimumLength = 10, ErrorMessage = "reason has 10 to 1000 characters.")]
    public required string Reason { get; init; }
}
