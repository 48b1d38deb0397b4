using System.CommandLine;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap backup</c>: store and audit in one file, while others go on.</summary>
internal static class BackupCommand
{
    public static CliCommand Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "Where to. No key is in it: keep those apart.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var withdrawals = Options.Of<string?>(
            "--withdrawals", "file", "Writes who was erased (as keyed hashes), what people said of their own data "
                + "and which keys were revoked: a small file for every night, so that a restore without the store "
                + "brings nobody back.");
        var sure = Options.Flag("--yes", "Replaces a file that is there.");
        var store = SharedOptions.Store();
        return new CliCommand(
            "backup", "Copies store and audit into one file, while the API and a night go on.",
            [file, withdrawals, sure, store])
        {
            Examples =
            [
                "backup /backups/influencermap-2026-03-02.zip",
                "backup --withdrawals /backups/withdrawals.json --yes",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var (connection, whole, small) = (
                parsed.GetRequiredValue(store), parsed.GetValue(file), parsed.GetValue(withdrawals));
            if (whole is null && small is null)
                throw new UsageException("Name the file of the backup, or --withdrawals FILE.");
            foreach (var path in new[] { whole, small }.OfType<string>().Where(File.Exists))
                if (!parsed.GetValue(sure))
                    throw new UsageException($"There is a file '{path}' already. Name another one, or say --yes.");
            if (small is not null)
            {
                var read = await BackingUp.WriteWithdrawalsAsync(connection, small, cancellation);
                Progress.Say(
                    $"'{Path.GetFileName(small)}' holds {read.Tombstones.Count:N0} hashes of erased people's handles "
                    + $"and {read.Acts.Count:N0} acts.");
            }
            if (whole is not null)
            {
                var manifest = await Progress.ShowAsync(
                    progress => BackingUp.WriteAsync(connection, whole, progress, cancellation));
                Progress.Say(
                    $"'{Path.GetFileName(whole)}' is checked and whole: run {manifest.LatestRun ?? "none"}. It holds "
                    + "raw events and names: keep it no longer than those, and the keys apart from it.");
            }
        });
    }
}
