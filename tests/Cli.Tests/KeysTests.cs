namespace InfluencerMap.Cli.Tests;

/// <summary>Keys for the API, through the command line.</summary>
public sealed class KeysTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_key_is_shown_once_listed_by_its_id_and_revoked()
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", "id\nE1\n"), "--store", _cli.StorePath);

        var made = await _cli.RunAsync("keys", "create", "--role", "Hr.Read", "--store", _cli.StorePath);
        var person = await _cli.RunAsync(
            "keys", "create", "--role", "Person", "--person", "e1", "--store", _cli.StorePath);

        var key = Assert.Single(made.OutputLines);
        Assert.StartsWith("imk_", key);
        Assert.DoesNotContain(key, made.Error);
        var id = key.Split('_')[1];
        var list = (await _cli.RunAsync("keys", "list", "--store", _cli.StorePath)).Output;
        Assert.Matches($"{id} *│ Hr.Read .*valid", list);
        Assert.DoesNotContain(key, list);
        Assert.Contains(person.Output.Split('_')[1], list);

        await _cli.RunAsync("keys", "revoke", id, "--store", _cli.StorePath);
        Assert.Matches(
            $"{id} .*revoked", (await _cli.RunAsync("keys", "list", "--store", _cli.StorePath)).Output);
    }

    [Theory]
    [InlineData(2, "--role", "keys", "create")]
    [InlineData(2, "Everything", "keys", "create", "--role", "Everything")]
    [InlineData(2, "--days 367", "keys", "create", "--role", "Hr.Read", "--days", "367")]
    [InlineData(2, "--person goes with", "keys", "create", "--role", "Person")]
    [InlineData(2, "--person goes with", "keys", "create", "--role", "Hr.Read", "--person", "E1")]
    [InlineData(1, "no key of this id", "keys", "revoke", "x")]
    public async Task What_cannot_be_made_is_refused(int exitCode, string message, params string[] args)
    {
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", "id\nE1\n"), "--store", _cli.StorePath);

        var result = await _cli.TryAsync([.. args, "--store", _cli.StorePath]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Error);
    }
}
