using System.ComponentModel.DataAnnotations;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class AuditEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapAudit()
        {
            var group = routes.MapGroup("/audit").WithTags("Audit").OpenTo(Roles.Dpo);
            group.MapGet("/", ListAsync).Shows(Knowledge.Audit | Knowledge.Keys);
            group.MapGet("/check", CheckAsync).Shows(Knowledge.None);
        }
    }

    /// <summary>Who was shown whom, when and why, the last first. Callers and people are pseudonyms.</summary>
    /// <param name="take">Lines on a page, 1 to 500.</param>
    /// <param name="before">Only lines before the one of this number.</param>
    public static async Task<Ok<AuditPage>> ListAsync(
        AuditTrail trail, CancellationToken cancellation,
        [Range(1, 500, ErrorMessage = "take is a whole number from 1 to 500.")] int take = 100,
        [Range(1, long.MaxValue, ErrorMessage = "before is a whole number from 1.")] long? before = null)
    {
        var audit = await trail.OpenAsync(cancellation);
        var lines = await audit.ListAsync(before, take, cancellation);
        return TypedResults.Ok(new AuditPage(
            [.. lines.Select(AuditAction.Of)],
            lines is [.., { Sequence: > 1 } last] ? $"/v1/audit?take={take}&before={last.Sequence}" : null));
    }

    /// <summary>
    /// Whether every line is as it was written. Note the head elsewhere: with it, the next check also finds lines that
    /// were cut off at the end.
    /// </summary>
    /// <param name="noted">The head that an earlier check gave.</param>
    public static async Task<Ok<AuditCheck>> CheckAsync(
        AuditTrail trail, CancellationToken cancellation, string? noted = null) =>
        TypedResults.Ok(await (await trail.OpenAsync(cancellation)).VerifyAsync(noted, cancellation));
}

/// <summary>A page of the audit.</summary>
/// <param name="Actions">The last first.</param>
/// <param name="Next">Where the earlier ones are; null on the last page.</param>
public sealed record AuditPage(AuditAction[] Actions, string? Next) : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys => Actions.SelectMany(action => action.Keys);
}

/// <summary>One action.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Caller">Who: a keyed hash, always the same for the same caller; operator for the command line.</param>
/// <param name="Roles">The roles that the caller brought.</param>
/// <param name="Action">What was done.</param>
/// <param name="Purpose">What for; empty where the action needs no purpose.</param>
/// <param name="Detail">What exactly.</param>
/// <param name="TextVersion">Version of the intended-use text that went with it.</param>
/// <param name="Keys">Keys of the people concerned.</param>
/// <param name="ErasedCount">How many more of them were erased since.</param>
public sealed record AuditAction(
    long Number, DateTime At, string Caller, string Roles, string Action, string Purpose, string Detail,
    string TextVersion, IReadOnlyCollection<string> Keys, int ErasedCount)
{
    public static AuditAction Of(AuditLine line)
    {
        var entry = line.Entry;
        return new(
            line.Sequence, entry.At, entry.Caller, entry.Roles, entry.Action, entry.Purpose, entry.Detail,
            entry.TextVersion, entry.Keys, line.ErasedCount);
    }
}
