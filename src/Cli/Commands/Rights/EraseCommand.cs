using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap erase</c>: takes a person out of the store for good.</summary>
internal static class EraseCommand
{
    public static CliCommand Create()
    {
        var person = PersonLookup.Argument();
        var sure = Options.Flag("--yes", "Says that this is meant: it cannot be undone.");
        var store = SharedOptions.Store();
        return new CliCommand(
            "erase", "Erases events, ties, scores, history and name of a person; files read again leave them out.",
            [person, sure, store])
        {
            Examples = ["erase 45 --yes"],
        }.Does(async (parsed, cancellation) =>
        {
            if (!parsed.GetValue(sure))
                throw new UsageException("Erasing cannot be undone. Say --yes.");
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            var id = await PersonLookup.RequireAsync(opened, parsed.GetRequiredValue(person), cancellation);
            await using var audit = await opened.OpenAuditAsync(cancellation);
            var erasure = await Erasure.EraseAsync(
                opened, id, audit, () => Task.FromResult(OperatorAudit.Entry("erase")), cancellation);
            if (erasure.UndecidedCount is > 0 and var left)
                throw new FailedException(
                    $"Nothing was erased: the review has accounts that may be this person's ({left:N0}) and would "
                    + "stay, with what they did. See influencermap identities review: merge what is theirs (identities "
                    + "merge), take off what is not (identities dismiss), and erase then.");
            Progress.Say("Erased. The next nightly computes without them; backups keep them until they expire.");
            if (!erasure.IsWiped)
                Progress.Say(
                    "Another process reads the store, so that its log still holds deleted bytes: the next command that "
                    + "writes empties it.");
        });
    }
}
