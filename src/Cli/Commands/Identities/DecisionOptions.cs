using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What every decision on identities has in common: store, days, and who decides.</summary>
internal sealed class DecisionOptions
{
    private readonly Option<string> _store = SharedOptions.Store();

    private readonly Option<DateOnly?> _from = SharedOptions.Day(
        "--from", "First day, UTC; from the beginning when left out.");

    private readonly Option<DateOnly?> _to = SharedOptions.Day(
        "--to", "First day after; for ever when left out.");

    /// <summary>With the days of which it holds, or for all time.</summary>
    public IEnumerable<Option> All(bool withDays) => withDays ? [_from, _to, _store] : [_store];

    /// <summary>Takes a decision and says what it did.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="decide">The decision.</param>
    /// <param name="describe">What it did, in words, when it made an entry.</param>
    /// <param name="cancellation">Undoes it.</param>
    public async Task<int> DecideAsync(
        ParseResult parsed, Func<IdentityStore, IdentityDecision, Task<IdentityDone>> decide,
        Func<IdentityDone, string> describe, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToWriteAsync(parsed.GetRequiredValue(_store), cancellation);
        var decision = new IdentityDecision
        {
            Who = Environment.UserName,
            At = TimeProvider.System.GetUtcNow().UtcDateTime,
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
        };
        var done = await decide(store.Identities, decision);
        Progress.Say(done.Entry is { } entry
            ? $"Entry {entry}: {describe(done)} What it changes counts from the next influencermap nightly on; "
                + $"undo: influencermap identities undo {entry}"
            : "Nothing new: all of it stood already." + Erased.InWords(done.Erased));
        Withheld.Say(done.Withheld);
        return CommandLine.Done;
    }

    /// <summary>A handle, id or key in the spelling of the store.</summary>
    public static string Normal(string text) =>
        Handle.Normalise(text) ?? throw new UsageException(
            $"An address or id has 1 … {Handle.LengthMax} characters, none of them a control character.");
}
