using System.Diagnostics;

namespace InfluencerMap.Cli.Tests.Backups;

/// <summary>A restore that is killed at many points.</summary>
public sealed class KilledRestoreTests
{
    private const int KillCount = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_restore_leaves_the_old_store_or_the_new_one_and_can_be_repeated()
    {
        using var company = await BackedUpCompany.MakeAsync();
        var backedUp = BackedUpCompany.Dump(company.Store);
        await company.NightAsync();
        var replaced = BackedUpCompany.Dump(company.Store);
        var files = Directory.GetFiles(company.Cli.Folder, "company.*");
        var saved = Directory.CreateDirectory(Path.Combine(company.Cli.Folder, "saved")).FullName;
        foreach (var file in files)
            File.Copy(file, Path.Combine(saved, Path.GetFileName(file)));
        // How long the whole takes here.
        var began = TimeProvider.System.GetTimestamp();
        await company.RunAsync("restore", company.Backup, "--yes");
        var whole = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        var random = new Random(7);

        for (var kill = 0; kill < KillCount; kill++)
        {
            foreach (var file in files)
                File.Copy(Path.Combine(saved, Path.GetFileName(file)), file, overwrite: true);
            Assert.Equal(replaced, BackedUpCompany.Dump(company.Store));
            using var process = company.Cli.Start("restore", company.Backup, "--yes", "--store", company.Store);
            // At any moment, and in those that matter: as soon as the file of the store has changed once, twice, …
            if (kill % 2 == 0)
                await Task.WhenAny(
                    process.WaitForExitAsync(Cancellation),
                    Task.Delay(TimeSpan.FromMilliseconds(whole * random.NextDouble()), Cancellation));
            else
                WaitForChanges(company.Store, 1 + kill / 2, process);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
            Assert.Contains(BackedUpCompany.Dump(company.Store), (string[])[backedUp, replaced]);
            await company.RunAsync("audit", "verify");
            await company.RunAsync("restore", company.Backup, "--yes");
            Assert.Equal(backedUp, BackedUpCompany.Dump(company.Store));
            Assert.Empty(Directory.GetFileSystemEntries(company.Cli.Folder, "*.restoring"));
        }
    }

    private static void WaitForChanges(string path, int count, Process until)
    {
        var seen = State();
        while (count > 0 && !until.HasExited)
        {
            if (State() is var now && now != seen)
                (seen, count) = (now, count - 1);
            Thread.Yield();
        }

        (long, DateTime) State() =>
            new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
    }
}
