using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Cli.Tests.Backups;

/// <summary>A backup and what a restore makes of it, as a user does both.</summary>
public sealed class BackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restored_store_holds_every_row_and_ranks_in_the_same_bytes()
    {
        using var company = await BackedUpCompany.MakeAsync();
        var before = BackedUpCompany.Dump(company.Store);
        var ranking = (await company.RunAsync("rank", "--top", "100", "--format", "json")).Output;
        await company.NightAsync();
        Assert.NotEqual(before, BackedUpCompany.Dump(company.Store));

        Assert.Equal(2, (await company.TryAsync("restore", company.Backup)).ExitCode);
        Assert.NotEqual(before, BackedUpCompany.Dump(company.Store));
        await company.RunAsync("restore", company.Backup, "--yes");

        Assert.Equal(before, BackedUpCompany.Dump(company.Store));
        Assert.Equal(ranking, (await company.RunAsync("rank", "--top", "100", "--format", "json")).Output);
        await company.NightAsync();
        await company.RunAsync("audit", "verify");
        Assert.Empty(Directory.GetFileSystemEntries(company.Cli.Folder, "*.restoring"));
        Assert.All(
            Directory.GetFiles(company.Cli.Folder, "*-wal"), log => Assert.Equal(0, new FileInfo(log).Length));
    }

    [Fact]
    public async Task Lines_of_the_audit_since_the_backup_stay_and_the_restore_is_among_them()
    {
        using var company = await BackedUpCompany.MakeAsync();
        await company.RunAsync("keys", "create", "--role", "Dpo");
        var head = (await company.RunAsync("audit", "verify")).Output.Trim();

        await company.RunAsync("restore", company.Backup, "--yes");

        await company.RunAsync("audit", "verify", "--noted", head);
        Assert.Equal(
            ["consent", "backup", "key", "restore"],
            BackedUpCompany.Rows(company.Audit, "SELECT action FROM audit ORDER BY sequence"));
    }

    [Fact]
    public async Task Backup_is_made_while_another_process_writes_and_is_its_owners_alone_and_holds_no_key()
    {
        using var company = await BackedUpCompany.MakeAsync();
        // A reader of before keeps what is written now in the log: a copy of the file alone would lack it.
        await using var reader = new SqliteConnection($"Data Source={company.Store};Pooling=False");
        await reader.OpenAsync(Cancellation);
        await using var reading = reader.BeginTransaction(deferred: true);
        await using (var read = new SqliteCommand("SELECT count(*) FROM people", reader, reading))
            await read.ExecuteScalarAsync(Cancellation);
        BackedUpCompany.Rows(company.Store, "UPDATE people SET department = 'moved'");
        var before = BackedUpCompany.Dump(company.Store);
        var backup = Path.Combine(company.Cli.Folder, "second.zip");
        await using (var writer = new SqliteConnection($"Data Source={company.Store};Pooling=False"))
        {
            await writer.OpenAsync(Cancellation);
            await using var transaction = writer.BeginTransaction(deferred: false);
            await using var command = new SqliteCommand("DELETE FROM interactions", writer, transaction);
            await command.ExecuteNonQueryAsync(Cancellation);
            await company.RunAsync("backup", backup);
        }
        Assert.Equal(2, (await company.TryAsync("backup", backup)).ExitCode);
        await company.RunAsync("backup", backup, "--yes");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        await using var archive = await ZipFile.OpenReadAsync(backup, Cancellation);
        Assert.Equal(["manifest.json", "store.db", "audit.db"], archive.Entries.Select(entry => entry.FullName));
        var unpacked = Path.Combine(company.Cli.Folder, "unpacked.db");
        await archive.GetEntry("store.db")!.ExtractToFileAsync(unpacked, Cancellation);
        Assert.Equal(before, BackedUpCompany.Dump(unpacked));
    }

    [Fact]
    public async Task Restore_under_another_key_of_pseudonyms_or_audit_is_refused_and_changes_nothing()
    {
        using var company = await BackedUpCompany.MakeAsync();
        var key = Path.ChangeExtension(company.Store, ".key");
        var right = await File.ReadAllTextAsync(key, Cancellation);
        var before = BackedUpCompany.Dump(company.Store);

        await File.WriteAllTextAsync(key, "another key of the customer's", Cancellation);
        await RefusedAsync(company, "The key behind the pseudonyms is not");
        File.Delete(key);
        await RefusedAsync(company, "The key behind the pseudonyms is missing");
        await File.WriteAllTextAsync(key, right, Cancellation);
        File.Delete(company.Audit);
        await File.WriteAllTextAsync(
            Path.ChangeExtension(company.Audit, ".key"), "another key of the customer's", Cancellation);
        await RefusedAsync(company, "key of the audit");

        Assert.Equal(before, BackedUpCompany.Dump(company.Store));
    }

    [Fact]
    public async Task Backup_whose_audit_was_altered_before_is_refused_and_changes_nothing()
    {
        using var company = await BackedUpCompany.MakeAsync();
        BackedUpCompany.Rows(company.Audit, "DROP TRIGGER audit_rows_stay");
        BackedUpCompany.Rows(company.Audit, "UPDATE audit SET detail = 'another' WHERE sequence = 1");
        await company.RunAsync("backup", company.Backup, "--yes");
        var before = BackedUpCompany.Dump(company.Store);

        await RefusedAsync(company, "Line 1 of the audit is not as it was written");

        Assert.Equal(before, BackedUpCompany.Dump(company.Store));
    }

    [Fact]
    public async Task Restore_is_refused_while_another_process_has_the_store_open()
    {
        using var company = await BackedUpCompany.MakeAsync();
        var before = BackedUpCompany.Dump(company.Store);
        foreach (var path in (string[])[company.Store, company.Audit])
        {
            await using var reader = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            await reader.OpenAsync(Cancellation);
            await using var command = new SqliteCommand("SELECT count(*) FROM sqlite_schema", reader);
            await command.ExecuteScalarAsync(Cancellation);
            await RefusedAsync(company, "Another process has ");
        }
        Assert.Equal(before, BackedUpCompany.Dump(company.Store));
        Assert.Equal("wal", Assert.Single(BackedUpCompany.Rows(company.Store, "PRAGMA journal_mode")));
    }

    [Fact]
    public async Task What_is_no_backup_or_damaged_or_of_a_newer_program_is_refused_and_changes_nothing()
    {
        using var company = await BackedUpCompany.MakeAsync();
        var before = BackedUpCompany.Dump(company.Store);
        var whole = await File.ReadAllBytesAsync(company.Backup, Cancellation);

        await File.WriteAllTextAsync(company.Backup, "from,to,at", Cancellation);
        await RefusedAsync(company, "is no backup of this program");
        for (var part = 1; part < 8; part++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[whole.Length * part / 8] ^= 0x55;
            await File.WriteAllBytesAsync(company.Backup, damaged, Cancellation);
            await RefusedAsync(company, "damaged");
        }
        await File.WriteAllBytesAsync(company.Backup, whole, Cancellation);
        await ChangeManifestAsync(company.Backup, "\"schema\": ", "\"schema\": 9");
        await RefusedAsync(company, "Install the newer program.");

        Assert.Equal(before, BackedUpCompany.Dump(company.Store));
    }

    [Fact]
    public async Task Server_is_told_the_statements_to_use()
    {
        using var cli = new CliProcess();
        var file = cli.Write("backup.zip", "");
        foreach (var command in (string[][])[["backup", "new.zip"], ["restore", file, "--yes"]])
        {
            var refused = await cli.TryAsync([.. command, "--store", "Server=127.0.0.1,1;Database=company"]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("BACKUP DATABASE", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
            Assert.Contains("RESTORE DATABASE", refused.Error, StringComparison.Ordinal);
        }
    }

    private static async Task RefusedAsync(BackedUpCompany company, string why)
    {
        var refused = await company.TryAsync("restore", company.Backup, "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(why, refused.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("should not happen", refused.Error);
    }

    private static async Task ChangeManifestAsync(string backup, string from, string to)
    {
        await using var archive = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update, Cancellation);
        var entry = archive.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync(Cancellation)))
            text = await reader.ReadToEndAsync(Cancellation);
        entry.Delete();
        await using var writer = new StreamWriter(
            await archive.CreateEntry("manifest.json").OpenAsync(Cancellation));
        await writer.WriteAsync(text.Replace(from, to, StringComparison.Ordinal));
    }
}
