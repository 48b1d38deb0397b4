namespace InfluencerMap.Cli.Tests.Backups;

/// <summary>A restore brings nobody back who withdrew since the backup.</summary>
public sealed class WithdrawalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erasures_objections_and_revoked_keys_since_the_backup_stand_after_a_restore()
    {
        using var company = await BackedUpCompany.MakeAsync();
        await WithdrawAsync(company);

        var restored = await company.RunAsync("restore", company.Backup, "--yes");

        Assert.Contains("1 people were erased again, 2 acts written down again, 1 keys", restored.Error);
        await RequireWithdrawnAsync(company);
    }

    /// <summary>A journal holds the store that was replaced; what a killed restore unpacked holds one too.</summary>
    [Fact]
    public async Task Nothing_beside_the_files_keeps_what_the_replaced_store_held()
    {
        using var company = await BackedUpCompany.MakeAsync();
        await company.RunAsync("restore", company.Backup, "--yes");
        Assert.Empty(Directory.GetFileSystemEntries(company.Cli.Folder, "*-journal"));
        Assert.Empty(Directory.GetFileSystemEntries(company.Cli.Folder, "*.restoring"));

        var unpacked = Directory.CreateDirectory(company.Store + ".restoring");
        await File.WriteAllTextAsync(Path.Combine(unpacked.FullName, "left"), "p2@made.example", Cancellation);
        await company.RunAsync("erase", "p2", "--yes");
        Assert.False(Directory.Exists(unpacked.FullName));
    }

    [Fact]
    public async Task Where_the_store_is_lost_a_file_of_withdrawals_says_who_must_not_come_back()
    {
        using var company = await BackedUpCompany.MakeAsync();
        await WithdrawAsync(company);
        var file = Path.Combine(company.Cli.Folder, "withdrawals.json");
        await company.RunAsync("backup", "--withdrawals", file);
        var text = await File.ReadAllTextAsync(file, Cancellation);
        Assert.DoesNotContain("p2\"", text);
        Assert.DoesNotContain("p3\"", text);
        foreach (var lost in Directory.GetFiles(company.Cli.Folder, "company*.db"))
            File.Delete(lost);

        var unsure = await company.TryAsync("restore", company.Backup);
        Assert.Equal(2, unsure.ExitCode);
        Assert.Contains("--withdrawals", unsure.Error, StringComparison.Ordinal);
        await company.RunAsync("restore", company.Backup, "--withdrawals", file, "--yes");

        await RequireWithdrawnAsync(company);
    }

    [Fact]
    public async Task A_store_that_its_server_restored_is_given_the_withdrawals_alone()
    {
        using var company = await BackedUpCompany.MakeAsync();
        var old = company.Store + ".old";
        File.Copy(company.Store, old);
        await WithdrawAsync(company);
        var file = Path.Combine(company.Cli.Folder, "withdrawals.json");
        await company.RunAsync("backup", "--withdrawals", file);
        File.Move(old, company.Store, overwrite: true);

        Assert.Equal(2, (await company.TryAsync("restore", "--withdrawals", file)).ExitCode);
        await company.RunAsync("restore", "--withdrawals", file, "--yes");

        await RequireWithdrawnAsync(company);
    }

    [Fact]
    public async Task Withdrawals_read_under_another_key_of_the_audit_are_refused()
    {
        using var company = await BackedUpCompany.MakeAsync();
        using var other = await BackedUpCompany.MakeAsync();
        var file = Path.Combine(company.Cli.Folder, "withdrawals.json");
        await other.RunAsync("backup", "--withdrawals", file);

        var refused = await company.TryAsync("restore", company.Backup, "--withdrawals", file, "--yes");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("another key of the audit", refused.ErrorLines[^1], StringComparison.Ordinal);
    }

    /// <summary>p2 is erased, p3 objects, p4 agrees, whoever holds the key has it no more.</summary>
    private static async Task WithdrawAsync(BackedUpCompany company)
    {
        var id = (await company.RunAsync("keys", "create", "--role", "Dpo")).Output.Split('_')[1];
        await company.RunAsync("backup", company.Backup, "--yes");
        await company.RunAsync("keys", "revoke", id);
        await company.RunAsync("erase", "p2", "--yes");
        await company.RunAsync("consent", "p3", "--state", "excluded");
        await company.RunAsync(
            "consent", "p4", "--state", "nameable", "--text-version", "1", "--channel", "a form");
        await company.NightAsync();
    }

    private static async Task RequireWithdrawnAsync(BackedUpCompany company)
    {
        await company.ImportPeopleAsync();
        Assert.Equal(1, (await company.TryAsync("consent", "p2")).ExitCode);
        Assert.Contains("excluded", (await company.RunAsync("consent", "p3")).Output, StringComparison.Ordinal);
        Assert.Contains("nameable", (await company.RunAsync("consent", "p4")).Output, StringComparison.Ordinal);
        Assert.Empty(BackedUpCompany.Rows(company.Store, "SELECT key_id FROM api_keys WHERE revoked_ms IS NULL"));
        Assert.Empty(BackedUpCompany.Rows(
            company.Store, "SELECT handle FROM account_handles WHERE handle = 'p2'"));
        await company.RunAsync("audit", "verify");
        await company.NightAsync();
    }
}
