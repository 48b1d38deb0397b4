using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys rotate</c>: a new key behind the pseudonyms, or behind the audit.</summary>
internal static class KeysRotateCommand
{
    private const string AuditVariable = "INFLUENCERMAP_AUDIT_KEY";

    public static CliCommand Create()
    {
        var history = Options.Word<string?>(
            "--history", "keep: runs and scores are everybody's under the new pseudonyms. cut: they are deleted, so "
                + "that nothing leads from a former pseudonym to anybody.", "keep", "cut");
        var audit = Options.Flag(
            "--audit", $"Changes the key of the audit instead: the new one is in {AuditVariable}, the one until now "
                + $"in {AuditVariable}_FORMER or in the key file next to the store. The audit records it.");
        var sure = Options.Flag("--yes", "Says that cutting is meant: it cannot be undone.");
        var store = SharedOptions.Store();
        return new CliCommand(
            "rotate", $"Gives everybody the pseudonym that the key in {CustomerKey.Variable} makes: set the new one "
                + "first, for this and all that follows.",
            [history, sure, audit, store])
        {
            Examples = ["keys rotate --history keep", "keys rotate --history cut --yes", "keys rotate --audit"],
        }.Does(async (parsed, cancellation) =>
        {
            var words = parsed.GetValue(history);
            if (parsed.GetValue(audit) == words is not null)
                throw new UsageException("Say --history keep or --history cut for the pseudonyms, or --audit.");
            if (words is null)
            {
                var lines = await KeyRotation.RotateAuditAsync(parsed.GetRequiredValue(store), cancellation);
                Progress.Say(
                    $"The audit goes on under the new key and took over {lines:N0} lines. Set {AuditVariable} to it "
                    + "everywhere, and restart the API; the former key no longer opens anything.");
                return;
            }
            var keeps = words == "keep";
            if (!keeps && !parsed.GetValue(sure))
                throw new UsageException("Cutting history deletes every run and cannot be undone. Say --yes.");
            var count = await KeyRotation.RotatePseudonymsAsync(
                parsed.GetRequiredValue(store), keeps, cancellation);
            Progress.Say(keeps
                ? $"{count:N0} people have new pseudonyms, and their history. No request is answered by a former one."
                : $"{count:N0} people have new pseudonyms and no history. See: influencermap nightly");
        });
    }
}
