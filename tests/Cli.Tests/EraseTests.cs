namespace InfluencerMap.Cli.Tests;

/// <summary>Erasing and its trace in the audit, through the command line.</summary>
public sealed class EraseTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Somebody_erased_stays_out_when_the_file_comes_again_and_the_audit_holds()
    {
        var people = _cli.Write("people.csv", "id,name\nE1,Made One\nE2,Made Two\n");
        await RunAsync("import", "people", people);

        Assert.Equal(2, (await _cli.TryAsync("erase", "E2", "--store", _cli.StorePath)).ExitCode);
        await RunAsync("erase", "E2", "--yes");
        await RunAsync("import", "people", people);

        Assert.Equal(1, (await _cli.TryAsync("consent", "E2", "--store", _cli.StorePath)).ExitCode);
        await RunAsync("consent", "E1");
        Assert.Contains("erase", (await RunAsync("audit", "list")).Output);
        var head = Assert.Single((await RunAsync("audit", "verify")).OutputLines);
        await RunAsync("audit", "verify", "--noted", head);
        var other = await _cli.TryAsync("audit", "verify", "--noted", "0", "--store", _cli.StorePath);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("cut off", other.Error);
    }

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);
}
