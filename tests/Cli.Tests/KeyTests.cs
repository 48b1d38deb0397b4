namespace InfluencerMap.Cli.Tests;

/// <summary>Keys that rows depend on are never made anew and never taken for another.</summary>
public sealed class KeyTests : IDisposable
{
    private const string AuditKey = "INFLUENCERMAP_AUDIT_KEY";
    private const string First = "the first key of the audit, long";
    private const string Second = "the second key of the audit, long";

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Whoever_was_erased_is_not_read_again_by_a_command_that_lacks_the_key()
    {
        var people = _cli.Write("people.csv", "id,name\nE1,Made One\nE2,Made Two\n");
        await RunAsync("import", "people", people);
        _cli.Variables[AuditKey] = First;
        await RunAsync("erase", "E2", "--yes");
        var head = (await RunAsync("audit", "verify")).Output;

        _cli.Variables.Remove(AuditKey);
        foreach (var args in (string[][])
            [
                ["import", "people", people], ["keys", "create", "--role", "Hr.Read"], ["erase", "E1", "--yes"],
                ["audit", "verify"],
            ])
            await RefuseAsync("The key of the audit is missing", args);
        _cli.Variables[AuditKey] = Second;
        foreach (var args in (string[][])
            [
                ["import", "people", people], ["keys", "create", "--role", "Hr.Read"], ["erase", "E1", "--yes"],
                ["audit", "verify"],
            ])
            await RefuseAsync("The key of the audit is not the one that", args);

        Assert.False(File.Exists(Path.ChangeExtension(_cli.StorePath, ".audit.key")));
        _cli.Variables[AuditKey] = First;
        Assert.Equal(head, (await RunAsync("audit", "verify")).Output);
        var again = await RunAsync("import", "people", people);
        Assert.Contains("1 row is of somebody who was erased: left out.", again.Error, StringComparison.Ordinal);
        Assert.Contains("1 as before", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_of_the_audit_after_a_trial_breaks_no_line()
    {
        var people = _cli.Write("people.csv", "id,name\nE1,Made One\nE2,Made Two\n");
        await RunAsync("import", "people", people);
        await RunAsync("erase", "E2", "--yes");
        await RefuseAsync(2, "Say --history keep or --history cut", "keys", "rotate");
        await RefuseAsync($"Set {AuditKey} to the new key", "keys", "rotate", "--audit");
        _cli.Variables[AuditKey] = Second;

        await RunAsync("keys", "rotate", "--audit");

        File.Delete(Path.ChangeExtension(_cli.StorePath, ".audit.key"));
        await RunAsync("audit", "verify");
        Assert.Contains("1 row is of somebody who was erased", (await RunAsync("import", "people", people)).Error);
        _cli.Variables[AuditKey + "_FORMER"] = Second;
        await RefuseAsync("The audit has this key already.", "keys", "rotate", "--audit");
        _cli.Variables[AuditKey] = First;
        await RunAsync("keys", "rotate", "--audit");
        await RunAsync("audit", "verify");
    }

    [Theory]
    [InlineData(null, "The key behind the pseudonyms is missing")]
    [InlineData("the second key of the customer", "The key behind the pseudonyms is not the one that")]
    public async Task Pseudonyms_of_two_keys_never_stand_in_one_store(string? key, string says)
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id\nE1\n"));
        var file = Path.ChangeExtension(_cli.StorePath, ".key");
        File.Delete(file);
        if (key is not null)
            _cli.Variables["INFLUENCERMAP_KEY"] = key;

        // Nobody of the store is in this file: only the store itself can tell.
        await RefuseAsync(says, "import", "people", _cli.Write("more.csv", "id\nE2\n"));

        Assert.False(File.Exists(file));
        var look = await _cli.TryAsync("doctor", "--store", _cli.StorePath);
        Assert.Contains(says, look.Output, StringComparison.Ordinal);
        if (key is null)
            await RefuseAsync(says, "keys", "rotate", "--history", "keep");
        else
        {
            await RunAsync("keys", "rotate", "--history", "keep");
            await RunAsync("import", "people", Path.Combine(_cli.Folder, "more.csv"));
        }
    }

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);

    private Task RefuseAsync(string message, params string[] args) => RefuseAsync(1, message, args);

    private async Task RefuseAsync(int exitCode, string message, params string[] args)
    {
        var result = await _cli.TryAsync([.. args, "--store", _cli.StorePath]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith(message, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
