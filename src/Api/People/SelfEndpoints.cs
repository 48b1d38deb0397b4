using System.Security.Claims;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class SelfEndpoints
{
    private const int ViewsMax = 1_000;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSelf()
        {
            var group = routes.MapGroup("/people/me").WithTags("People").OpenTo(Roles.Person).Shows(Knowledge.Oneself);
            group.MapGet("/", ReadAsync).TakesWork();
            group.MapGet("/export", ExportAsync).TakesWork();
            group.MapPut("/consent", SayAsync);
        }
    }

    /// <summary>What is known of oneself: the card that HR sees, what one said, and who looked.</summary>
    public static async Task<Results<Ok<SelfView>, ProblemHttpResult>> ReadAsync(
        OpenedStore opened, LatestRun latest, AuditTrail trail, HttpContext context, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        if (await FindAsync(store, context, cancellation) is not { } id)
            return Problems.NobodyYourself();
        var keys = await store.People.KeysAsync(id, cancellation);
        var key = keys[0];
        var consent = (await store.Consents.ReadAsync(cancellation))[id];
        var shown = await latest.ReadAsync(cancellation);
        var person = shown?.Ranked.PersonOf(key);
        return TypedResults.Ok(new SelfView(
            key, consent.State.Word, consent.ExternalContacts,
            [.. (await store.Consents.HistoryAsync(id, cancellation)).Select(ConsentStep.Of)],
            person is null ? null : await PersonCard.ReadAsync(shown!, person, store, cancellation),
            await (shown?.EventsAsync(id, cancellation) ?? store.Access.EventsAsync(id, cancellation)),
            person is null ? [] : OwnTies.Of(await shown!.NetworkAsync(cancellation), person, shown.Groups),
            await (await trail.OpenAsync(cancellation)).ViewsOfAsync(keys, ViewsMax, cancellation),
            ApiDescription.IntendedUse));
    }

    /// <summary>
    /// Everything that is held of oneself, table by table, with one's own name and addresses. Others are numbers of
    /// this answer alone.
    /// </summary>
    public static async Task<Results<Ok<PersonExport>, ProblemHttpResult>> ExportAsync(
        OpenedStore opened, AuditTrail trail, HttpContext context, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        return await FindAsync(store, context, cancellation) is { } id
            ? TypedResults.Ok(await PersonExport.ReadAsync(store, trail, id, withNames: true, cancellation))
            : Problems.NobodyYourself();
    }

    /// <summary>
    /// Says how far one agrees to be seen. To be excluded or no longer named takes effect with the next request, in the
    /// graph with the next run. Nobody else can agree for one.
    /// </summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> SayAsync(
        ConsentRequest request, OpenedStore opened, AuditTrail trail, TimeProvider clock, HttpContext context,
        CancellationToken cancellation)
    {
        await using var store = await opened.OpenToWriteAsync(cancellation);
        if (await FindAsync(store, context, cancellation) is not { } id)
            return Problems.NobodyYourself();
        var now = clock.GetUtcNow().UtcDateTime;
        var act = new ConsentRecord
        {
            PersonId = id,
            State = request.State is { } word ? ConsentWords.Parse(word) : null,
            ExternalContacts = request.ExternalContacts,
            TextVersion = request.TextVersion ?? "",
            At = now,
            Channel = "self-view",
            RecordedBy = "person",
            RecordedAt = now,
        };
        var entry = trail.Entry(context, "consent") with { Detail = $"text={request.TextVersion}" };
        await ConsentActs.RecordAsync(
            store, [act], keys => trail.WriteAsync(context, entry with { Keys = keys }), cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>An API key says whose it is; a token, by the claim that the configuration names.</summary>
    private static async Task<PersonId?> FindAsync(Store store, HttpContext context, CancellationToken cancellation)
    {
        if (context.User.PersonId is { } id)
            return id;
        var access = context.RequestServices.GetRequiredService<AccessSettings>();
        return context.User.FindFirstValue(access.PersonClaim) is { Length: > 0 } text
            ? await store.People.FindAsync(text, cancellation)
            : null;
    }
}
