using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Microsoft365;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Brings the store up to what the configured sources hold, one source after the other.</summary>
internal sealed class Collection(
    Store store, Throttle throttle, TimeProvider clock, DateTime since, DateTime until, Progress progress)
{
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
        var outcome = new SourceOutcome(source.Name);
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
        return outcome;
    }

    private async Task CollectAsync(ICollector source, SourceOutcome outcome, CancellationToken cancellation)
    {
        var began = clock.GetUtcNow();
        var accounts = new AccountDirectory(await store.Interactions.AccountsAsync(cancellation));
        var request = new CollectRequest
        {
            Accounts = accounts,
            People = await KnownPeopleAsync(cancellation),
            Cursors = await store.Cursors.ReadAsync(source.Name, cancellation),
            Since = since,
            Until = until,
        };
        var accountsStored = 0;
        await foreach (var batch in source.CollectAsync(request, cancellation).WithCancellation(cancellation))
        {
            var newAccounts = accounts.AddedAfter(accountsStored);
            var stored = await store.Cursors.AdvanceAsync(
                new()
                {
                    Source = source.Name,
                    At = clock.GetUtcNow().UtcDateTime,
                    Interactions = batch.Interactions,
                    NewAccounts = newAccounts,
                    Entries = batch.Entries,
                    Groups = batch.Groups,
                    GroupsAreAll = batch.GroupsAreAll,
                    Cursors = batch.Cursors,
                },
                cancellation);
            accountsStored += newAccounts.Count;
            outcome.Add(batch, stored);
            progress.Report(outcome.Progress(clock.GetUtcNow() - began, throttle.Waited));
        }
    }

    private async Task<KnownPeople> KnownPeopleAsync(CancellationToken cancellation) =>
        new((await store.People.HandlesAsync(cancellation))
            .Select(known => (known.Handle, new KnownPerson(known.SourceId, known.Spelling, known.Leave))));
}
