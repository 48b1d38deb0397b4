using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>The nightly batch, from the stored interactions to a published run.</summary>
public static class Night
{
    /// <param name="store">Read and written; no other night can begin on it meanwhile.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="clock">By which events age and the run is dated.</param>
    /// <param name="progress">Gets each step.</param>
    /// <param name="cancellation">Ends the night; what is published stays.</param>
    /// <param name="collect">Brings what is new into the store once the night has begun; null scores what is stored.
    /// </param>
    public static async Task<Run> RunAsync(
        Store store, NightlyOptions options, TimeProvider clock, Steps progress, CancellationToken cancellation,
        Func<Period, Task>? collect = null)
    {
        await using var night = await store.LockNightAsync(clock, cancellation);
        var last = await store.Rankings.LatestAsync(cancellation);
        RunGuard.RequireClock(options, last);
        options = await RetainAsync(store, options, clock, progress, cancellation);
        if (collect is not null)
            await collect(options.Period);
        await SettleAsync(store, progress, cancellation);
        var (run, ranked) = await PublishAsync(store, options, last, clock, progress, cancellation);

        // Only now: the ranking does not wait for what explains the rules.
        if (options.EffectsWorkMax >= 0)
            await progress.StepAsync("Turn each rule off",
                () => SaveEffectsAsync(store, run, options, ranked, progress, cancellation),
                effects => OutcomeOf(effects, RuleEffects.RulesOf(options.Influence).Length));
        if (options.IntervalsWorkMax >= 0)
            await progress.StepAsync("Draw the contacts again",
                () => SaveIntervalsAsync(store, run, options, ranked, progress, cancellation),
                intervals => intervals.Count > 0
                    ? $"{RankIntervals.ReplicateCount} rankings, rank intervals of {intervals.Count:N0} people"
                    : "left out, too much work here; --rank-intervals on does it all the same");
        await progress.StepAsync("Explain the first places",
            () => SaveExplanationsAsync(store, run, options, ranked, progress, cancellation),
            explained => explained.Count > 0 ? $"{explained.Count:N0} people" : "left out, too much work here");
        run = RunManifest.Measure(run, progress);
        await store.Rankings.SaveMeasuredAsync(run, cancellation);
        return run;
    }

    private static async Task<(Run Run, Ranking Ranked)> PublishAsync(
        Store store, NightlyOptions options, Run? last, TimeProvider clock, Steps progress,
        CancellationToken cancellation)
    {
        var (period, influence) = (options.Period, options.Influence);
        var directory = await progress.StepAsync("Read the directory",
            () => store.People.ReadAsync(cancellation),
            people => $"{people.Length:N0} people");
        NothingToRank.RequirePeople(directory);
        var consents = await store.Consents.ReadAsync(cancellation);
        var people = PersonIndex.AtEndOf(period, directory);

        var interactions = await progress.StepAsync("Read the interactions",
            () => store.Interactions.ReadAsync(period, influence.ListMembersMax, cancellation),
            read => $"{read.Count:N0} from {period.From:yyyy-MM-dd} up to {period.To:yyyy-MM-dd}");
        await NothingToRank.RequireInteractionsAsync(interactions.Count, store, period, cancellation);
        RunGuard.RequireNoDrop(options, people.Count, interactions.Count, last);

        var model = new InfluenceModel(people, period, influence) { Threads = options.Threads };
        var ranking = await Task.Run(
            () => model.Rank(interactions, new NightStages(progress), progress, cancellation), cancellation);
        var guard = new NothingToRank(
            store, options, last, interactions.Count, ranking.Clean.Kept.Count,
            [.. ranking.Clean.Counts, .. ranking.Ties.Counts]);
        await guard.RequireOrderAsync(ranking, cancellation);
        var readiness = new Readiness(
            influence, period, await store.Retention.GateAsync(clock.GetUtcNow().UtcDateTime, cancellation),
            ranking.Ties.Activity, interactions.Count,
            await store.Interactions.NobodyAccountsAsync(period, cancellation));

        var run = RunManifest.Describe(
            options, directory, ranking,
            await SourcesAsync(store, cancellation), await ImportsAsync(store, cancellation), clock, progress);
        await progress.StepAsync("Publish the run",
            async () =>
            {
                await store.Rankings.SaveAsync(
                    run, ranking.People, BetweenPeople(ranking.Ties.Ties, people),
                    [.. consents.Counts, .. ranking.Counts, .. readiness.Counts], cancellation);
                await store.Rankings.ForgetTiesAsync(options.TiesOfRunsMax, cancellation);
                // The ties of the night before rest on events that are past their age tonight.
                await store.Retention.DeletePastAsync(clock.GetUtcNow().UtcDateTime, cancellation);
                return run;
            },
            published => $"run {published.Id}");
        foreach (var warning in readiness.Warnings)
            progress.Say(warning);
        SayHints(ranking.Clean.Kept, options, progress);
        // What was kept is as large as what was read, and what follows cleans anew: it is let go.
        return (run, ranking with { Clean = ranking.Clean with { Kept = default } });
    }

    /// <summary>Says what about the window and its sources makes places doubtful.</summary>
    private static void SayHints(ReadOnlySpan<Interaction<PersonId>> kept, NightlyOptions options, Steps progress)
    {
        if (!options.RecencyIsChosen && FadedWindow.Hint(kept, options.Period, options.Influence) is { } faded)
            progress.Say(faded);
        if (OneMailbox.Hint(kept, options.Influence) is { } oneSided)
            progress.Say(oneSided);
    }

    private static async Task<IReadOnlyList<RuleEffect>> SaveEffectsAsync(
        Store store, Run run, NightlyOptions options, Ranking ranked, Steps progress,
        CancellationToken cancellation)
    {
        var effects = await Task.Run(
            () =>
            {
                Hygiene.Order(ranked.Interactions, ranked.Model.People);
                return RuleEffects.Of(ranked, options.EffectsWorkMax, progress, cancellation);
            },
            cancellation);
        await store.Rankings.SaveEffectsAsync(run.Id, effects, cancellation);
        return effects;
    }

    private static async Task<IReadOnlyList<RankInterval>> SaveIntervalsAsync(
        Store store, Run run, NightlyOptions options, Ranking ranked, Steps progress,
        CancellationToken cancellation)
    {
        var voices = new VoiceReplicates(ranked.Model.People);
        var intervals = await Task.Run(
            () => RankIntervals.Of(ranked, options.IntervalsWorkMax, progress, voices, cancellation),
            cancellation);
        await store.Rankings.SaveIntervalsAsync(run.Id, intervals, cancellation);
        await store.Rankings.SaveVoicesAsync(run.Id, voices.Intervals(ranked.People), cancellation);
        return intervals;
    }

    private static async Task<IReadOnlyList<Explanation>> SaveExplanationsAsync(
        Store store, Run run, NightlyOptions options, Ranking ranked, Steps progress,
        CancellationToken cancellation)
    {
        var explanations = await Task.Run(
            () => HeadExplanations.Of(
                options.Influence.AlongInfluence(ranked.Network), ranked.People, options.Threads,
                progress: progress, cancellation: cancellation),
            cancellation);
        await store.Rankings.SaveExplanationsAsync(run.Id, explanations, cancellation);
        return explanations;
    }

    private static string OutcomeOf(IReadOnlyList<RuleEffect> effects, int ruleCount) =>
        $"{effects.Count} rules, {effects.Count(effect => effect.Moves.Count > 0)} move the first 20"
        + (effects.Count == ruleCount ? "" : $"; {ruleCount - effects.Count} left out, too much work here: "
            + "--rule-effects on does it all the same");

    /// <summary>Deletes what is past its age before anything is read, and keeps the window within it.</summary>
    private static async Task<NightlyOptions> RetainAsync(
        Store store, NightlyOptions options, TimeProvider clock, Steps progress, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var gate = await store.Retention.GateAsync(now, cancellation);
        if (!gate.IsSet)
        {
            if (options.EndsToday)
                progress.Say("No retention profile: raw events are kept without a limit. "
                    + "Choose one: influencermap retention --profile it-IT");
            return options;
        }
        await progress.StepAsync("Delete what is past its age",
            () => store.Retention.DeletePastAsync(now, cancellation),
            deleted => $"{deleted.Interactions:N0} interactions older than {gate.DaysMax} days, "
                + $"{deleted.OfRuns:N0} rows of runs older than {gate.AggregateDays}");
        gate.RequireLawful();
        return options.WindowIsChosen || (options.Period.To - options.Period.From).Days <= gate.WindowDaysMax
            ? options
            : options with
            {
                Period = Period.Before(DateOnly.FromDateTime(options.Period.To), gate.WindowDaysMax),
            };
    }

    private static async Task SettleAsync(Store store, Steps progress, CancellationToken cancellation) =>
        await progress.StepAsync("Settle who is who",
            () => store.Identities.SettleAsync(cancellation),
            settled => $"{settled.Changed:N0} accounts changed hands, {settled.Dated:N0} had several owners"
                + (settled.Withheld > 0 ? $", {settled.Withheld:N0} personal ones lack consent" : ""));

    private static async Task<RunSource[]> SourcesAsync(Store store, CancellationToken cancellation) =>
        Array.ConvertAll(
            await store.Collections.LastAsync(cancellation),
            last => new RunSource(
                last.Source, last.IsComplete, last.BeganAt, last.Items, last.Appended.Stored,
                last.Appended.AlreadyThere));

    private static async Task<ImportedFormat[]> ImportsAsync(Store store, CancellationToken cancellation) =>
    [
        .. from import in await store.Interactions.ImportsAsync(cancellation)
           group import by import.Format into files
           orderby files.Key
           select new ImportedFormat(
               files.Key, files.Count(), files.Sum(file => file.RowsRead), files.Sum(file => file.RowsStored)),
    ];

    private static PersonTie[] BetweenPeople(ReadOnlySpan<Tie> ties, PersonIndex people)
    {
        var named = new PersonTie[ties.Length];
        for (var i = 0; i < ties.Length; i++)
            named[i] = new(people.People[ties[i].Source].Id, people.People[ties[i].Target].Id, ties[i].Strength);
        return named;
    }
}
