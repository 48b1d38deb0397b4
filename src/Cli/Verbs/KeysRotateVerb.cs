using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap keys rotate</c>: a new key behind the pseudonyms, or behind the audit.</summary>
internal static class KeysRotateVerb
{
    private const string AuditVariable = "INFLUENCERMAP_AUDIT_KEY";

    public static Verb Create()
    {
        var history = new Option<string>("--history")
        {
            Description = "keep: runs and scores are everybody's under the new pseudonyms. cut: they are deleted, so "
                + "that nothing leads from a former pseudonym to anybody.",
            HelpName = "keep|cut",
        };
        history.AcceptOnlyFromAmong("keep", "cut");
        var audit = new Option<bool>("--audit")
        {
            Description = $"Changes the key of the audit instead: the new one is in {AuditVariable}, the one until now "
                + $"in {AuditVariable}_FORMER or in the key file beside the store. A line of the audit says so.",
        };
        var sure = new Option<bool>("--yes") { Description = "Says that cutting is meant: it cannot be undone." };
        var store = SharedOptions.Store();
        var verb = new Verb(
            "rotate", $"Gives everybody the pseudonym that the key in {CustomerKey.Variable} makes: set the new one "
                + "first, for this and all that follows.")
        {
            Examples = ["keys rotate --history keep", "keys rotate --history cut --yes", "keys rotate --audit"],
        };
        foreach (var option in new Option[] { history, sure, audit, store })
            verb.Add(option);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var words = parsed.GetValue(history);
            if (parsed.GetValue(audit) == words is not null)
                throw new UsageException("Say --history keep or --history cut for the pseudonyms, or --audit.");
            if (words is null)
                return await RotateAuditAsync(parsed.GetRequiredValue(store), cancellation);
            var keeps = words == "keep";
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

    private static async Task<int> RotateAuditAsync(string connection, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToRekeyAsync(connection, cancellation);
        var lines = await AuditStore.RotateKeyAsync(store, connection, Audited.Entry("rotate"), cancellation);
        Progress.Say(
            $"The audit goes on under the new key and took over {lines:N0} lines. Set {AuditVariable} to it "
            + "everywhere, and begin the API anew; the former key opens nothing any more.");
        return CommandLine.Done;
    }

    private static async Task<int> RotateAsync(string connection, bool keeps, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToWriteAsync(connection, cancellation);
        // A night has read everybody's pseudonyms, and orders by them.
        await using var night = await store.LockNightAsync(TimeProvider.System, cancellation);
        var customerKey = CustomerKey.Require(store.FilePath);
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
