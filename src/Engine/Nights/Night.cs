using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>The nightly batch, from the stored interactions to a published run.</summary>
/// <param name="store">Read and written; no other night can begin on it meanwhile.</param>
/// <param name="wanted">What to compute.</param>
/// <param name="clock">By which events age and the run is dated.</param>
/// <param name="progress">Gets each step.</param>
/// <param name="cancellation">Ends the night; what is published stays.</param>
public sealed class Night(
    Store store, NightlyOptions wanted, TimeProvider clock, Steps progress, CancellationToken cancellation)
{
    /// <summary>What was wanted, with a window that retention allows.</summary>
    private NightlyOptions _options = wanted;

    private InfluenceOptions Influence => _options.Influence;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="collect">Brings what is new into the store once the night has begun; null scores what is stored.
    /// </param>
    public async Task<Run> RunAsync(Func<Period, Task>? collect = null)
    {
        await using var night = await store.LockNightAsync(clock, cancellation);
        var last = await store.Rankings.LatestAsync(cancellation);
        RunGuard.RequireClock(_options, last);
        await RetainAsync();
        if (collect is not null)
            await collect(_options.Period);
        await progress.StepAsync("Settle who is who",
            () => store.Identities.SettleAsync(cancellation),
            settled => $"{settled.Changed:N0} accounts changed hands, {settled.Dated:N0} had several owners"
                + (settled.Withheld > 0 ? $", {settled.Withheld:N0} personal ones lack consent" : ""));
        var (run, ranked) = await PublishAsync(last);

        // Only now: the ranking does not wait for what explains the rules.
        if (_options.EffectsWorkMax >= 0)
            await progress.StepAsync("Turn each rule off",
                () => SaveEffectsAsync(run, ranked),
                effects => OutcomeOf(effects, RuleEffects.RulesOf(Influence).Length));
        if (_options.IntervalsWorkMax >= 0)
            await progress.StepAsync("Draw the contacts again",
                () => SaveIntervalsAsync(run, ranked),
                intervals => intervals.Count > 0
                    ? $"{RankIntervals.ReplicateCount} rankings, rank intervals of {intervals.Count:N0} people"
                    : RankIntervals.AbsentFor(ranked, _options.IntervalsWorkMax) == Absence.FewWeeks
                    ? $"left out, fewer than {RankIntervals.BlocksMin} blocks of days that do not depend on each other"
                    : "left out, too much work here; --rank-intervals on does it all the same");
        await progress.StepAsync("Explain the first places",
            () => SaveExplanationsAsync(run, ranked),
            explained => explained.Count > 0 ? $"{explained.Count:N0} people" : "left out, too much work here");
        run = RunManifest.Measure(run, progress);
        await store.Rankings.SaveMeasuredAsync(run, cancellation);
        return run;
    }

    private async Task<(Run Run, Ranking Ranked)> PublishAsync(Run? last)
    {
        var period = _options.Period;
        var directory = await progress.StepAsync("Read the directory",
            () => store.People.ReadAsync(cancellation),
            people => $"{people.Length:N0} people");
        NothingToRank.RequirePeople(directory);
        var consents = await store.Consents.ReadAsync(cancellation);
        var people = PersonIndex.AtEndOf(period, directory);

        var interactions = await progress.StepAsync("Read the interactions",
            () => store.Interactions.ReadAsync(period, Influence.ListMembersMax, cancellation),
            read => $"{read.Count:N0} from {period.From:yyyy-MM-dd} up to {period.To:yyyy-MM-dd}");
        await NothingToRank.RequireInteractionsAsync(interactions.Count, store, period, cancellation);
        RunGuard.RequireNoDrop(_options, people.Count, interactions.Count, last);

        var model = new InfluenceModel(people, period, Influence) { Threads = _options.Threads };
        var ranking = await Task.Run(
            () => model.Rank(interactions, new NightStages(progress), progress, cancellation), cancellation);
        var guard = new NothingToRank(
            store, _options, last, interactions.Count, ranking.Clean.Kept.Count,
            [.. ranking.Clean.Counts, .. ranking.Ties.Counts]);
        await guard.RequireOrderAsync(ranking, cancellation);
        var readiness = new Readiness(
            Influence, period, await store.Retention.GateAsync(Now, cancellation), ranking.Ties.Activity,
            interactions.Count, await store.Interactions.NobodyAccountsAsync(period, cancellation));

        var run = RunManifest.Describe(
            _options, directory, ranking, await SourcesAsync(), await ImportsAsync(), Now, progress);
        await progress.StepAsync("Publish the run",
            async () =>
            {
                await store.Rankings.SaveAsync(
                    run, ranking.People, BetweenPeople(ranking.Ties.Ties, people),
                    [.. consents.Counts, .. ranking.Counts, .. readiness.Counts], cancellation);
                await store.Rankings.ForgetTiesAsync(_options.TiesOfRunsMax, cancellation);
                // The ties of the night before rest on events that are past their age tonight.
                await store.Retention.DeletePastAsync(Now, cancellation);
                return run;
            },
            published => $"run {published.Id}");
        foreach (var warning in readiness.Warnings)
            progress.Say(warning);
        SayHints(ranking.Clean.Kept);
        // What was kept is as large as what was read, and what follows cleans anew: it is let go.
        return (run, ranking with { Clean = ranking.Clean with { Kept = default } });
    }

    /// <summary>Says what about the window and its sources makes places doubtful.</summary>
    private void SayHints(ReadOnlySpan<Interaction<PersonId>> kept)
    {
        if (!_options.RecencyIsChosen && FadedWindow.Hint(kept, _options.Period, Influence) is { } faded)
            progress.Say(faded);
        if (OneMailbox.Hint(kept, Influence) is { } oneSided)
            progress.Say(oneSided);
    }

    private async Task<IReadOnlyList<RuleEffect>> SaveEffectsAsync(Run run, Ranking ranked)
    {
        var effects = await Task.Run(
            () =>
            {
                Hygiene.Order(ranked.Interactions, ranked.Model.People);
                return RuleEffects.Of(ranked, _options.EffectsWorkMax, progress, cancellation);
            },
            cancellation);
        await store.Rankings.SaveEffectsAsync(run.Id, effects, cancellation);
        return effects;
    }

    private async Task<IReadOnlyList<RankInterval>> SaveIntervalsAsync(Run run, Ranking ranked)
    {
        var voices = new VoiceReplicates(ranked.Model.People);
        var intervals = await Task.Run(
            () => RankIntervals.Of(ranked, _options.IntervalsWorkMax, progress, voices, cancellation), cancellation);
        await store.Rankings.SaveIntervalsAsync(run.Id, intervals, cancellation);
        await store.Rankings.SaveVoicesAsync(run.Id, voices.Intervals(ranked.People), cancellation);
        return intervals;
    }

    private async Task<IReadOnlyList<Explanation>> SaveExplanationsAsync(Run run, Ranking ranked)
    {
        var explanations = await Task.Run(
            () => HeadExplanations.Of(
                Influence.AlongInfluence(ranked.Network), ranked.People, _options.Threads, progress: progress,
                cancellation: cancellation),
            cancellation);
        await store.Rankings.SaveExplanationsAsync(run.Id, explanations, cancellation);
        return explanations;
    }

    private static string OutcomeOf(IReadOnlyList<RuleEffect> effects, int ruleCount) =>
        $"{effects.Count} rules, {effects.Count(effect => effect.Moves.Count > 0)} move the first 20"
        + (effects.Count == ruleCount ? "" : $"; {ruleCount - effects.Count} left out, too much work here: "
            + "--rule-effects on does it all the same");

    /// <summary>Deletes what is past its age before anything is read, and keeps the window within it.</summary>
    private async Task RetainAsync()
    {
        var now = Now;
        var gate = await store.Retention.GateAsync(now, cancellation);
        if (!gate.IsSet)
        {
            if (_options.EndsToday)
                progress.Say("No retention profile: raw events are kept without a limit. "
                    + RetentionProfile.HowToChoose);
            return;
        }
        await progress.StepAsync("Delete what is past its age",
            () => store.Retention.DeletePastAsync(now, cancellation),
            deleted => $"{deleted.Interactions:N0} interactions older than {gate.DaysMax} days, "
                + $"{deleted.OfRuns:N0} rows of runs older than {gate.AggregateDays}");
        gate.RequireLawful();
        var period = _options.Period;
        if (!_options.WindowIsChosen && (period.To - period.From).Days > gate.WindowDaysMax)
            _options = _options with
            {
                Period = Period.Before(DateOnly.FromDateTime(period.To), gate.WindowDaysMax),
            };
    }

    private async Task<RunSource[]> SourcesAsync() =>
        Array.ConvertAll(
            await store.Collections.LastAsync(cancellation),
            last => new RunSource(
                last.Source, last.IsComplete, last.BeganAt, last.Items, last.Appended.Stored,
                last.Appended.AlreadyThere));

    private async Task<ImportedFormat[]> ImportsAsync() =>
    [
        .. from import in await store.Interactions.ImportsAsync(cancellation)
           group import by import.Format into files
           orderby files.Key
           select new ImportedFormat(
               files.Key, files.Count(), files.Sum(file => file.RowsRead), files.Sum(file => file.RowsStored)),
    ];

    private static PersonTie[] BetweenPeople(Tie[] ties, PersonIndex people) => Array.ConvertAll(
        ties, tie => new PersonTie(people.People[tie.Source].Id, people.People[tie.Target].Id, tie.Strength));
}
