using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What every decision on identities has in common: store, days, and who decides.</summary>
internal static class Decisions
{
    extension(CliCommand command)
    {
        /// <summary>Takes a decision and says what it did.</summary>
        /// <param name="decide">The decision.</param>
        /// <param name="describe">What it did, in words, when it made an entry.</param>
        /// <param name="withDays">Whether it holds for days, or for all time.</param>
        public CliCommand Decides(
            Func<ParseResult, IdentityStore, IdentityDecision, CancellationToken, Task<IdentityDone>> decide,
            Func<ParseResult, string> describe, bool withDays = false)
        {
            var from = SharedOptions.Day("--from", "First day, UTC; from the beginning when left out.");
            var to = SharedOptions.Day("--to", "First day after; for ever when left out.");
            if (withDays)
            {
                command.Add(from);
                command.Add(to);
            }
            return command.Writes((store, parsed, cancellation) => TakeAsync(
                store, (identities, made) => decide(
                    parsed, identities, made with { From = parsed.GetValue(from), To = parsed.GetValue(to) },
                    cancellation),
                _ => describe(parsed)));
        }
    }

    /// <summary>Takes a decision for all time and says what it did.</summary>
    public static async Task TakeAsync(
        Store store, Func<IdentityStore, IdentityDecision, Task<IdentityDone>> decide,
        Func<IdentityDone, string> describe)
    {
        var done = await decide(store.Identities, new()
        {
            Who = Environment.UserName,
            At = TimeProvider.System.GetUtcNow().UtcDateTime,
        });
        Progress.Say(done.Entry is { } entry
            ? $"Entry {entry}: {describe(done)} What it changes counts from the next influencermap nightly on; "
                + $"undo: influencermap identities undo {entry}"
            : "Nothing new: all of it stood already." + LeftOut.Erased(done.Erased));
        LeftOut.SayWithheld(done.Withheld);
    }

    /// <summary>A handle, id or key in the spelling of the store.</summary>
    public static string Normal(string text) =>
        Handle.Normalise(text) ?? throw new UsageException(
            $"An address or id has 1 … {Handle.LengthMax} characters, none of them a control character.");
}
