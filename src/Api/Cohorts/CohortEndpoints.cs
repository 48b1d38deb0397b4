using InfluencerMap.Engine;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Resilience;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

public static class CohortEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapCohorts()
        {
            var group = routes.MapGroup("").WithTags("Cohorts").OpenTo(Roles.ProgramLead)
                .Shows(Knowledge.Keys | Knowledge.GroupFigures).ForLargeEnoughCompanies().TakesWork();
            group.MapPost("/cohorts", ChooseAsync).ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status429TooManyRequests);
            group.MapPost("/what-if", LeaveAsync).ProducesProblem(StatusCodes.Status429TooManyRequests);
        }
    }

    /// <summary>
    /// Proposes people of the latest run who together reach the most within the wishes, with a certificate of how good
    /// that is. Nobody is invited. A caller gets 20 different answers on a run; the same wishes again are free.
    /// </summary>
    public static async Task<Results<Ok<CohortAnswer>, ProblemHttpResult>> ChooseAsync(
        CohortRequest request, HttpContext context, OpenedStore opened, LatestRun latest, AuditTrail trail,
        CohortLedger ledger, TimeProvider clock, CancellationToken cancellation)
    {
        if (await latest.ReadAsync(cancellation) is not { } shown)
            return Problems.NoRunYet();
        if (CohortProposal.Malformed(request, shown.Run, shown.Ranked.People.Count) is { } fault)
            return fault;
        var store = await opened.ReadAsync(cancellation);
        await context.AskedAboutAsync(
            store, shown, [.. request.Included, .. request.Excluded, .. request.Compared], cancellation);
        if (ledger.Of(await trail.CallerAsync(context), shown.Run.Id) is not { } mine)
            return CohortProblems.Spent(context, Spent.Wishes, shown.Run, clock.GetUtcNow());
        var onlyNameable = request.Consent is not null;
        if (!mine.MayRestOn(onlyNameable))
            return CohortProblems.OtherConsent();
        var (included, compared) = (KeyList.Text(request.Included), KeyList.Text(request.Compared));
        if (mine.Ask(request.Wishes, request.MakeUp, included, compared) is not Spent.No and var spent)
            return CohortProblems.Spent(context, spent, shown.Run, clock.GetUtcNow());
        var nameable = (await store.Consents.ReadAsync(cancellation)).Nameable;
        if (mine.Kept(request.Wishes) is { } kept && IsStillShown(kept) && (request.Save is not true || IsSaved(kept)))
            return TypedResults.Ok(kept.Answer);
        var proposal = new CohortProposal(request, shown, await shown.NetworkAsync(cancellation));
        if (proposal.Against(nameable) is { } refusal)
            return refusal;
        try
        {
            var (answer, proposed) = await proposal.ChooseAsync(store, nameable, cancellation);
            if (request.Save is true)
                answer = answer with { Number = await SaveAsync(proposed) };
            return mine.Keep(request.Wishes, new(answer, CohortProposal.ChosenOf(proposed.Cohort)), onlyNameable)
                ? TypedResults.Ok(answer)
                : CohortProblems.OtherConsent();
        }
        catch (InfeasibleCohortException)
        {
            // Its message counts people.
            return CohortProblems.NoSuchCohort([$"size {request.SizeAsked}"]);
        }

        async Task<long> SaveAsync(ProposedCohort proposed)
        {
            await using var writing = await opened.OpenToWriteAsync(cancellation);
            return await proposed.SaveAsync(
                writing, shown.Run.Id, await trail.CallerAsync(context), clock, cancellation);
        }

        bool IsSaved(KeptCohort cohort) => cohort.Answer.Number is not null;

        // Whoever objected or withdrew since is in no answer any more.
        bool IsStillShown(KeptCohort cohort) =>
            cohort.Answer.Members.Concat(cohort.Answer.WaitList).All(key => shown.Ranked.PersonOf(key) is not null)
            && (!onlyNameable || cohort.Chosen.All(nameable.Contains));
    }

    /// <summary>
    /// What would be lost if some members of a cohort of yours were not there. A scenario, never a likelihood that
    /// anybody leaves; it shows nobody. A caller gets 3 different ones on a run.
    /// </summary>
    public static async Task<Results<Ok<WhatIfAnswer>, ProblemHttpResult>> LeaveAsync(
        WhatIfRequest request, HttpContext context, OpenedStore opened, LatestRun latest, AuditTrail trail,
        CohortLedger ledger, TimeProvider clock, CancellationToken cancellation)
    {
        if (await latest.ReadAsync(cancellation) is not { } shown)
            return Problems.NoRunYet();
        var (leaving, least) = (request.Leaving, CohortProposal.LeastOf(shown.Run));
        if (leaving.Length < least)
            return CohortProblems.NotValid($"leave holds at least {least} keys.");
        var store = await opened.ReadAsync(cancellation);
        await context.AskedAboutAsync(store, shown, leaving, cancellation);
        if (ledger.Of(await trail.CallerAsync(context), shown.Run.Id) is not { } mine)
            return CohortProblems.Spent(context, Spent.Wishes, shown.Run, clock.GetUtcNow());
        if (!mine.Proposed(leaving) || leaving.Any(key => shown.Ranked.PersonOf(key) is null))
            return CohortProblems.NotYourCohort();
        var wishes = KeyList.Text(leaving);
        if (mine.AskScenario(wishes) is not Spent.No and var spent)
            return CohortProblems.Spent(context, spent, shown.Run, clock.GetUtcNow());
        if (mine.KeptScenario(wishes) is { } kept)
            return TypedResults.Ok(kept);
        var network = await shown.NetworkAsync(cancellation);
        PersonId[] ids = [.. leaving.Select(key => shown.Ranked.PersonOf(key)!.Id)];
        var result = WhatIf.Leave(network.Network, ids, cancellation: cancellation);
        var answer = WhatIfAnswer.Of(network, result, leaving, shown.Groups, shown.Policy);
        mine.KeepScenario(wishes, answer);
        return TypedResults.Ok(answer);
    }
}
