using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap restore</c>: a backup in the store's place, without who withdrew since.</summary>
internal static class RestoreCommand
{
    private const string AuditVariable = "INFLUENCERMAP_AUDIT_KEY";

    public static CliCommand Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A file of influencermap backup. Where the key of the audit has changed since and the audit "
                + $"is lost, the key of that time is in {AuditVariable}_FORMER.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var withdrawals = Options.Of<string?>(
            "--withdrawals", "file", "A file of influencermap backup --withdrawals, where the store itself is lost; "
                + "without FILE it is replayed on the store that is there, for one that its server restored.");
        var sure = Options.Flag("--yes", "Says that replacing the store is meant.");
        var store = SharedOptions.Store();
        return new CliCommand(
            "restore", "Replaces store and audit by a backup, then erases again whoever was erased since and writes "
                + "down again what people said.",
            [file, withdrawals, sure, store])
        {
            Examples =
            [
                "restore /backups/influencermap-2026-03-02.zip --yes",
                "restore /backups/influencermap-2026-03-02.zip --withdrawals /backups/withdrawals.json --yes",
                "restore --withdrawals /backups/withdrawals.json --yes",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var small = parsed.GetValue(withdrawals) is { } path
                ? await Withdrawals.ReadFileAsync(SharedOptions.RequireFile(path), cancellation)
                : null;
            var whole = parsed.GetValue(file) is { } backup ? SharedOptions.RequireFile(backup) : null;
            if (whole is null && small is null)
                throw new UsageException("Name the file of the backup, or --withdrawals FILE.");
            return await Progress.ShowAsync(async progress =>
            {
                var restoring = new Restoring(parsed.GetRequiredValue(store), parsed.GetValue(sure), progress);
                await (whole is null
                    ? restoring.ReplayAsync(small!, cancellation)
                    : restoring.RestoreAsync(whole, small, cancellation));
                return CommandLine.Done;
            });
        });
    }
}
