using System.ComponentModel.DataAnnotations;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class RunEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRuns()
        {
            var group = routes.MapGroup("/runs").WithTags("Runs")
                .OpenTo(Roles.Operator, Roles.HrRead, Roles.HrNames, Roles.ProgramLead, Roles.Dpo);
            group.MapGet("/", ListAsync).Shows(Knowledge.Runs);
            group.MapGet("/latest", LatestAsync).Shows(Knowledge.Runs);
            group.MapGet("/{run}", FindAsync).Shows(Knowledge.Runs);
            group.MapGet("/{run}/hygiene", HygieneAsync).OpenTo(Roles.HrRead, Roles.HrNames)
                .Shows(Knowledge.Runs | Knowledge.Keys | Knowledge.Ranks).ForLargeEnoughCompanies().TakesWork();
        }
    }

    /// <summary>Lists the runs, the last published first.</summary>
    /// <param name="take">Runs on a page, 1 to 100.</param>
    /// <param name="before">Only runs published before the run of this id.</param>
    public static async Task<Results<Ok<RunList>, ProblemHttpResult>> ListAsync(
        OpenedStore opened, SmallGroups policy, CancellationToken cancellation,
        [Range(1, 100, ErrorMessage = "take is a whole number from 1 to 100.")] int take = 20,
        string? before = null)
    {
        var store = await opened.ReadAsync(cancellation);
        if (before is not null && await store.Rankings.FindAsync(before, cancellation) is null)
            return Problems.UnknownRun();
        var everybody = await store.People.ReadForHeadcountAsync(cancellation);
        var hidden = await store.Rankings.HiddenPlacesAsync(cancellation);
        // One more than asked for tells whether there is a next page.
        var runs = await store.Rankings.ListAsync(take + 1, before, cancellation);
        var next = runs.Length > take ? $"/v1/runs?take={take}&before={runs[take - 1].Id}" : null;
        return TypedResults.Ok(new RunList(
            [.. runs.Take(take).Select(run => RunSummary.Of(run, everybody, hidden, policy))], next));
    }

    /// <summary>
    /// What collecting for a run and its rules set aside, and how the first 20 would move without each rule. Nothing is
    /// computed here: what the night did not compute is said to be missing.
    /// </summary>
    /// <param name="run">Id of the run, or latest.</param>
    public static async Task<Results<Ok<RunHygiene>, ProblemHttpResult>> HygieneAsync(
        string run, OpenedStore opened, LatestRun runs, CancellationToken cancellation)
    {
        var shown = run == "latest"
            ? await runs.ReadAsync(cancellation)
            : await runs.ReadAsync(run, cancellation);
        if (shown is null)
            return run == "latest" ? Problems.NoRunYet() : Problems.UnknownRun();
        var store = await opened.ReadAsync(cancellation);
        var rules = await RunRule.ReadAsync(store, shown.Run, cancellation);
        var collections = await store.Collections.OfAsync(shown.Run, cancellation);
        return TypedResults.Ok(RunHygiene.Of(shown, collections, rules));
    }

    /// <summary>The run last published, with its manifest.</summary>
    public static async Task<Results<Ok<RunSummary>, ProblemHttpResult>> LatestAsync(
        OpenedStore opened, SmallGroups policy, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        return await store.Rankings.LatestAsync(cancellation) is { } run
            ? TypedResults.Ok(await DescribeAsync(store, run, policy, cancellation))
            : Problems.NoRunYet();
    }

    /// <summary>One run, with its manifest: what went in, by which options and program, and what it took.</summary>
    /// <param name="run">Id of the run.</param>
    public static async Task<Results<Ok<RunSummary>, ProblemHttpResult>> FindAsync(
        string run, OpenedStore opened, SmallGroups policy, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        return await store.Rankings.FindAsync(run, cancellation) is { } found
            ? TypedResults.Ok(await DescribeAsync(store, found, policy, cancellation))
            : Problems.UnknownRun();
    }

    private static async Task<RunSummary> DescribeAsync(
        Store store, Run run, SmallGroups policy, CancellationToken cancellation)
    {
        var counts = await store.Rankings.HygieneAsync(run.Id, cancellation);
        return RunSummary.Of(
            run, await store.People.ReadForHeadcountAsync(cancellation),
            await store.Rankings.HiddenPlacesAsync(cancellation), policy,
            Array.ConvertAll(counts, counted => RuleCount.Of(counted, policy)));
    }
}
