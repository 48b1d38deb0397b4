using System.ComponentModel.DataAnnotations;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api.Runs;

public static class RunEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRuns()
        {
            var group = routes.MapGroup("/runs").WithTags("Runs");
            group.MapGet("/", ListAsync);
            group.MapGet("/latest", LatestAsync);
        }
    }

    /// <summary>Lists the runs, the last published first.</summary>
    /// <param name="take">Runs on a page, 1 to 100.</param>
    /// <param name="before">Only runs published before the run of this id.</param>
    public static async Task<Results<Ok<RunList>, ProblemHttpResult>> ListAsync(
        StoreAddress address, CancellationToken cancellation,
        [Range(1, 100, ErrorMessage = "take is a whole number from 1 to 100.")] int take = 20,
        string? before = null)
    {
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        if (before is not null && await store.Rankings.FindAsync(before, cancellation) is null)
            return Problems.UnknownRun();
        // One more than asked for tells whether there is a next page.
        var runs = await store.Rankings.ListAsync(take + 1, before, cancellation);
        var next = runs.Length > take ? $"/v1/runs?take={take}&before={runs[take - 1].Id}" : null;
        return TypedResults.Ok(new RunList([.. runs.Take(take).Select(RunSummary.Of)], next));
    }

    /// <summary>The run last published.</summary>
    public static async Task<Results<Ok<RunSummary>, ProblemHttpResult>> LatestAsync(
        StoreAddress address, CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        return await store.Rankings.LatestAsync(cancellation) is { } run
            ? TypedResults.Ok(RunSummary.Of(run))
            : Problems.NoRunYet();
    }
}
