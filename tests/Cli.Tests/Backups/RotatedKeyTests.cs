namespace InfluencerMap.Cli.Tests.Backups;

/// <summary>A backup is restored after the key of the audit has changed.</summary>
public sealed class RotatedKeyTests
{
    private const string Variable = "INFLUENCERMAP_AUDIT_KEY";
    private const string FormerVariable = Variable + "_FORMER";

    private static readonly string[] NewKeys =
        ["the first new key of the audit", "the second new key of the audit", "another key of the audit"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The backup knows that p5 was erased, by a hash under the former key.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whoever_was_erased_or_objected_before_or_after_a_rotation_stays_so_in_a_restored_store(int times)
    {
        using var company = await MakeAsync();
        await company.RunAsync("erase", "p2", "--yes");
        await company.RunAsync("consent", "p3", "--state", "excluded");
        for (var time = 0; time < times; time++)
            await RotateAsync(company, NewKeys[time]);
        await company.RunAsync("erase", "p4", "--yes");
        await company.RunAsync("consent", "p6", "--state", "excluded");

        var restored = await company.RunAsync("restore", company.Backup, "--yes");

        Assert.Contains("2 people were erased again, 2 acts written down again", restored.Error);
        await RequireWithdrawnAsync(company, "p2", "p4", "p5");
        await RequireOnlyKeyAsync(company, former: times > 1 ? NewKeys[times - 2] : "the key of the trial, long");
        // What was restored is a store like any other: it is backed up, and restored again.
        await company.RunAsync("backup", company.Backup, "--yes");
        await company.RunAsync("erase", "p7", "--yes");
        await RotateAsync(company, "the last key of the audit");
        Assert.Contains(
            "1 people were erased again", (await company.RunAsync("restore", company.Backup, "--yes")).Error);
        await RequireWithdrawnAsync(company, "p2", "p4", "p5", "p7");
    }

    /// <summary>Nobody was erased until then: the first hash is made under the new key.</summary>
    [Fact]
    public async Task A_backup_without_anybody_erased_is_restored_after_a_rotation()
    {
        using var company = await BackedUpCompany.MakeAsync();
        await company.RunAsync("consent", "p3", "--state", "excluded");
        await company.RunAsync("consent", "p6", "--state", "excluded");
        await company.RunAsync("erase", "p2", "--yes");
        await RotateAsync(company, NewKeys[0]);
        await company.RunAsync("erase", "p4", "--yes");

        await company.RunAsync("restore", company.Backup, "--yes");

        await RequireWithdrawnAsync(company, "p2", "p4");
    }

    /// <summary>The file of the night before the rotation, or of the night after it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_store_is_lost_the_former_key_opens_the_backup_and_a_wrong_one_is_refused(bool isOlder)
    {
        using var company = await MakeAsync();
        await WithdrawAsync(company);
        var trial = await File.ReadAllTextAsync(Path.ChangeExtension(company.Audit, ".key"), Cancellation);
        var file = Path.Combine(company.Cli.Folder, "withdrawals.json");
        if (isOlder)
            await company.RunAsync("backup", "--withdrawals", file);
        await RotateAsync(company, NewKeys[0]);
        await RotateAsync(company, NewKeys[1]);
        if (!isOlder)
            await company.RunAsync("backup", "--withdrawals", file);
        foreach (var lost in Directory.GetFiles(company.Cli.Folder, "company*.db"))
            File.Delete(lost);
        var files = Directory.GetFileSystemEntries(company.Cli.Folder).Order().ToArray();
        string[] restore = ["restore", company.Backup, "--withdrawals", file, "--yes"];

        await RefusedAsync(company, "The key of the audit is not the one that the audit was made with; ", restore);
        foreach (var wrong in (string[])[NewKeys[0], NewKeys[2]])
        {
            company.Cli.Variables[FormerVariable] = wrong;
            await RefusedAsync(company, "made with, nor is the former; nothing was done.", restore);
        }
        company.Cli.Variables[FormerVariable] = "short";
        await RefusedAsync(company, $"{FormerVariable} holds 5 bytes", restore);
        Assert.Equal(files, Directory.GetFileSystemEntries(company.Cli.Folder).Order());
        company.Cli.Variables[FormerVariable] = trial;
        await company.RunAsync(restore);

        company.Cli.Variables.Remove(FormerVariable);
        await RequireWithdrawnAsync(company, "p2", "p4", "p5");
        await RequireOnlyKeyAsync(company, former: trial);
    }

    /// <summary>Its server put the store back, with the audit as one whole; or the file of the store alone.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_was_put_back_from_before_a_rotation_is_given_the_withdrawals(bool withAudit)
    {
        using var company = await MakeAsync();
        var trial = await File.ReadAllTextAsync(Path.ChangeExtension(company.Audit, ".key"), Cancellation);
        string[] back = withAudit ? [company.Store, company.Audit] : [company.Store];
        foreach (var path in back)
            File.Copy(path, path + ".old");
        await WithdrawAsync(company);
        await RotateAsync(company, NewKeys[0]);
        var file = Path.Combine(company.Cli.Folder, "withdrawals.json");
        await company.RunAsync("backup", "--withdrawals", file);
        foreach (var path in back)
            File.Move(path + ".old", path, overwrite: true);
        var before = Dump(company);
        string[] restore = ["restore", "--withdrawals", file, "--yes"];

        if (withAudit)
        {
            await RefusedAsync(company, "The key of the audit is not the one that the audit was made with; ", restore);
            company.Cli.Variables[FormerVariable] = NewKeys[1];
            await RefusedAsync(company, "made with, nor is the former; nothing was done.", restore);
            company.Cli.Variables[FormerVariable] = trial;
        }
        else
            company.Cli.Variables[Variable] = NewKeys[0];
        // Of another installation: the audit stays under the key that it has.
        var others = Path.Combine(company.Cli.Folder, "others.json");
        using (var other = await BackedUpCompany.MakeAsync())
            await other.RunAsync("backup", "--withdrawals", others);
        await RefusedAsync(company, "another key of the audit", "restore", "--withdrawals", others, "--yes");
        Assert.Equal(before, Dump(company));
        await company.RunAsync(restore);

        company.Cli.Variables.Remove(FormerVariable);
        await RequireWithdrawnAsync(company, "p2", "p4", "p5");
        await RequireOnlyKeyAsync(company, former: trial);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_over_a_store_whose_key_has_changed_and_changes_nothing()
    {
        using var company = await MakeAsync();
        await WithdrawAsync(company);
        await RotateAsync(company, NewKeys[0]);
        var before = Dump(company);

        foreach (var (key, former) in ((string, string?)[])
            [(NewKeys[1], null), (NewKeys[1], NewKeys[0]), (NewKeys[1], NewKeys[2])])
        {
            company.Cli.Variables[Variable] = key;
            if (former is not null)
                company.Cli.Variables[FormerVariable] = former;
            await RefusedAsync(
                company, "The key of the audit is not the one that ", "restore", company.Backup, "--yes");
        }

        Assert.Equal(before, Dump(company));
        Assert.Empty(Directory.GetFileSystemEntries(company.Cli.Folder, "*.restoring"));
        company.Cli.Variables[Variable] = NewKeys[0];
        await company.RunAsync("audit", "verify");
    }

    /// <summary>With a backup that is younger than the erasure of p5.</summary>
    private static async Task<BackedUpCompany> MakeAsync()
    {
        var company = await BackedUpCompany.MakeAsync();
        await company.RunAsync("erase", "p5", "--yes");
        await company.RunAsync("backup", company.Backup, "--yes");
        return company;
    }

    private static async Task WithdrawAsync(BackedUpCompany company)
    {
        await company.RunAsync("erase", "p2", "--yes");
        await company.RunAsync("erase", "p4", "--yes");
        await company.RunAsync("consent", "p3", "--state", "excluded");
        await company.RunAsync("consent", "p6", "--state", "excluded");
    }

    /// <summary>The first time from the file of the trial, which is destroyed as the documentation says.</summary>
    private static async Task RotateAsync(BackedUpCompany company, string key)
    {
        if (company.Cli.Variables.TryGetValue(Variable, out var former))
            company.Cli.Variables[FormerVariable] = former;
        company.Cli.Variables[Variable] = key;
        await company.RunAsync("keys", "rotate", "--audit");
        company.Cli.Variables.Remove(FormerVariable);
        File.Delete(Path.ChangeExtension(company.Audit, ".key"));
    }

    private static async Task RefusedAsync(BackedUpCompany company, string why, params string[] args)
    {
        var refused = await company.TryAsync(args);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(why, refused.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("should not happen", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.ErrorLines[..^1], line => line.Contains("key of the audit"));
    }

    private static async Task RequireWithdrawnAsync(BackedUpCompany company, params string[] erased)
    {
        Assert.Contains(
            $"{erased.Length} rows are of people who were erased: left out.",
            (await company.ImportPeopleAsync()).Error, StringComparison.Ordinal);
        foreach (var id in erased)
            Assert.Equal(1, (await company.TryAsync("consent", id)).ExitCode);
        foreach (var id in (string[])["p1", "p3", "p6"])
            Assert.Contains(
                "excluded", (await company.RunAsync("consent", id)).Output, StringComparison.Ordinal);
        await company.RunAsync("audit", "verify");
        await company.NightAsync();
    }

    /// <summary>A former key opens neither the hashes nor the audit.</summary>
    private static async Task RequireOnlyKeyAsync(BackedUpCompany company, string former)
    {
        Assert.Single(BackedUpCompany.Rows(company.Store, "SELECT 1 FROM store_keys WHERE purpose = 'tombstones'"));
        var present = company.Cli.Variables[Variable];
        company.Cli.Variables[Variable] = former;
        await RefusedAsync(company, "The key of the audit is not the one that the audit was", "audit", "verify");
        Assert.Equal(1, (await company.TryAsync("import", "people", Path.Combine(company.Cli.Folder, "staff.csv")))
            .ExitCode);
        company.Cli.Variables[Variable] = present;
    }

    private static string Dump(BackedUpCompany company) =>
        BackedUpCompany.Dump(company.Store) + BackedUpCompany.Dump(company.Audit);
}
