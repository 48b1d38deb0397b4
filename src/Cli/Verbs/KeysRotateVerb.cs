using System.CommandLine;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap keys rotate</c>: pseudonyms of a new customer key for everybody.</summary>
internal static class KeysRotateVerb
{
    public static Verb Create()
    {
        var history = new Option<string>("--history")
        {
            Description = "keep: runs and scores are everybody's under the new pseudonyms. cut: they are deleted, so "
                + "that nothing leads from a former pseudonym to anybody.",
            HelpName = "keep|cut",
            Required = true,
        };
        history.AcceptOnlyFromAmong("keep", "cut");
        var sure = new Option<bool>("--yes") { Description = "Says that cutting is meant: it cannot be undone." };
        var store = SharedOptions.Store();
        var verb = new Verb(
            "rotate", $"Gives everybody the pseudonym that the key in {CustomerKey.Variable} makes: set the new one "
                + "first, for this and all that follows.")
        {
            Examples = ["keys rotate --history keep", "keys rotate --history cut --yes"],
        };
        foreach (var option in new Option[] { history, sure, store })
            verb.Add(option);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var keeps = parsed.GetRequiredValue(history) == "keep";
            if (!keeps && !parsed.GetValue(sure))
                throw new UsageException("Cutting history deletes every run and cannot be undone. Say --yes.");
            var count = await RotateAsync(parsed.GetRequiredValue(store), keeps, cancellation);
            Progress.Say(keeps
                ? $"{count:N0} people have new pseudonyms, and their history. No request is answered by a former one."
                : $"{count:N0} people have new pseudonyms and no history. See: influencermap nightly");
            return CommandLine.Done;
        });
        return verb;
    }

    private static async Task<int> RotateAsync(string connection, bool keeps, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToWriteAsync(connection, cancellation);
        // A night has read everybody's pseudonyms, and orders by them.
        await using var night = await store.LockNightAsync(TimeProvider.System, cancellation);
        var customerKey = CustomerKey.LoadOrCreate(store.FilePath);
        if (!await store.PersonKeys.WouldRotateAsync(KeyOf, cancellation))
            throw new FailedException(
                $"Everybody has the pseudonym of this key already. Set {CustomerKey.Variable} to the new one first.");
        await Audited.WriteAsync(
            connection, "rotate", keeps ? "pseudonyms, history kept" : "pseudonyms, history cut", [], cancellation);
        return await store.PersonKeys.RotateAsync(
            KeyOf, keeps, TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);

        string KeyOf(string sourceId) => PersonKey.Derive(customerKey, sourceId);
    }
}
