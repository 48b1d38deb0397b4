using InfluencerMap.Engine;
using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class RightsEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRights()
        {
            var group = routes.MapGroup("/people/{key}").WithTags("Rights").OpenTo(Roles.Dpo);
            group.MapGet("/export", ExportAsync).TakesWork().Shows(Knowledge.Keys | Knowledge.HeldData);
            group.MapPost("/erasure", EraseAsync).Shows(Knowledge.None)
                .ProducesProblem(StatusCodes.Status409Conflict);
        }
    }

    /// <summary>
    /// How much is held of a person, table by table, and who was shown it. What is held the person's own export and the
    /// command line give.
    /// </summary>
    /// <param name="key">Pseudonymous key.</param>
    public static async Task<Results<Ok<PersonExport>, ProblemHttpResult>> ExportAsync(
        string key, OpenedStore opened, AuditTrail trail, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        return await store.People.FindKeyAsync(key, cancellation) is { } id
            ? TypedResults.Ok(await PersonExport.ReadAsync(store, trail, id, withNames: false, cancellation))
            : Problems.UnknownPerson();
    }

    /// <summary>
    /// Erases a person's events, ties, scores, history, name and everything they said, at once and for good. Files read
    /// again leave them out; the next night computes without them.
    /// </summary>
    /// <param name="key">Pseudonymous key.</param>
    public static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(
        string key, OpenedStore opened, AuditTrail trail, ILogger<AuditTrail> logger, HttpContext context,
        CancellationToken cancellation)
    {
        await using var store = await opened.OpenToWriteAsync(cancellation);
        if (await store.People.FindKeyAsync(key, cancellation) is not { } id)
            return Problems.UnknownPerson();
        var erasure = await Erasure.EraseAsync(
            store, id, await trail.OpenAsync(cancellation), () => trail.SignedAsync(context, "erase"), cancellation);
        if (erasure.UndecidedCount > 0)
            return Problems.UndecidedAccounts();
        if (!erasure.IsWiped)
            Log.BytesLeft(logger);
        return TypedResults.NoContent();
    }
}
