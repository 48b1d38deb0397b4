using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Brings the store up to what the configured sources hold, one source after the other.</summary>
internal sealed class Collection(
    Store store, Throttle throttle, TimeProvider clock, Period span, Steps progress)
{
    /// <summary>Collects from a tenant, and says what each source set aside and which are not complete.</summary>
    /// <param name="span">Its beginning is where a source begins the first time; a later night goes on instead.</param>
    public static async Task<IReadOnlyList<SourceOutcome>> RunAsync(
        Store store, TenantSettings settings, IEnumerable<TenantSource> sources, Period span, TimeProvider clock,
        Steps progress, CancellationToken cancellation)
    {
        using var connection = GraphConnection.To(settings);
        var pages = new GraphPages(connection, new(settings.Pace(clock), clock));
        var key = await CustomerKey.OpenAsync(store, Progress.Lines, cancellation);
        var outcomes = await new Collection(store, pages.Throttle, clock, span, progress)
            .RunAsync(sources.Select(source => source.Create(settings, pages, key)), cancellation);
        SourceOutcome.Say(outcomes);
        return outcomes;
    }

    /// <summary>
    /// The people first, so that those who come later are joined to them. A source that fails is reported; what it gave
    /// before is stored, and the others go on.
    /// </summary>
    public async Task<IReadOnlyList<SourceOutcome>> RunAsync(
        IEnumerable<ICollector> sources, CancellationToken cancellation)
    {
        var outcomes = new List<SourceOutcome>();
        foreach (var source in sources)
            outcomes.Add(await progress.StepAsync(
                $"Collect {source.Name}", () => OutcomeAsync(source, cancellation), outcome => outcome.InWords()));
        return outcomes;
    }

    private async Task<SourceOutcome> OutcomeAsync(ICollector source, CancellationToken cancellation)
    {
        var outcome = new SourceOutcome(source.Name, throttle.Waited);
        try
        {
            await CollectAsync(source, outcome, cancellation);
        }
        catch (Exception known) when (known is GraphException or InputException or StoreException)
        {
            outcome.Failure = known.Message;
        }
        catch (Exception defect) when (!cancellation.IsCancellationRequested)
        {
            outcome.Failure = $"This should not happen ({defect.GetType().Name}); please report it.";
        }
        outcome.Wait(throttle.Waited);
        return outcome;
    }

    private async Task CollectAsync(ICollector source, SourceOutcome outcome, CancellationToken cancellation)
    {
        var began = clock.GetUtcNow();
        var collectionId = await store.Collections.BeginAsync(source.Name, Now, cancellation);
        var accounts = new AccountDirectory(
            await store.Interactions.AccountsAsync(cancellation),
            await store.Erasures.TombstoneOfAsync(cancellation));
        var request = new CollectRequest
        {
            Accounts = accounts,
            People = await KnownPeopleAsync(cancellation),
            Cursors = await store.Cursors.ReadAsync(source.Name, cancellation),
            Since = span.From,
            Until = span.To,
        };
        var gathered = new GatheredBatches(clock);
        var (accountsSeen, notStored) = (0, (IReadOnlyList<Account>)[]);
        try
        {
            await foreach (var batch in source.CollectAsync(request, cancellation).WithCancellation(cancellation))
            {
                outcome.Add(batch);
                gathered.Add(batch);
                if (gathered.AreDue)
                    await StoreAsync();
                outcome.Wait(throttle.Waited);
                progress.Report(outcome.Progress(clock.GetUtcNow() - began));
            }
        }
        catch (Exception known) when (known is GraphException or InputException)
        {
            // What the source gave before it failed is stored.
            await StoreAsync();
            throw;
        }
        await StoreAsync();
        await store.Collections.CompleteAsync(collectionId, Now, cancellation);

        async Task StoreAsync()
        {
            if (gathered.Take() is not { } batch)
                return;
            var newAccounts = accounts.AddedAfter(accountsSeen);
            var stored = await store.Cursors.AdvanceAsync(
                new()
                {
                    Source = source.Name,
                    CollectionId = collectionId,
                    At = Now,
                    Interactions = batch.Interactions,
                    NewAccounts = [.. notStored, .. newAccounts],
                    Entries = batch.Entries,
                    Groups = batch.Groups,
                    GroupsAreAll = batch.GroupsAreAll,
                    Items = batch.Items,
                    Outcomes = [.. from counted in batch.Outcomes
                        select new CollectionOutcome(OutcomeWords.Code(counted.Key), counted.Value)],
                    Cursors = batch.Cursors,
                },
                cancellation);
            outcome.Add(stored);
            accountsSeen += newAccounts.Count;
            notStored = stored.NotStored;
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<KnownPeople> KnownPeopleAsync(CancellationToken cancellation) =>
        new((await store.People.HandlesAsync(cancellation))
            .Select(known => (known.Handle, new KnownPerson(known.SourceId, known.Spelling, known.Leave))));
}
