namespace InfluencerMap.Cli.Tests;

/// <summary>A connection string that stays out of the arguments.</summary>
public sealed class StoreVariableTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Variable_names_the_store_where_no_argument_does()
    {
        _cli.Variables["INFLUENCERMAP_STORE"] = $"Data Source={_cli.StorePath}";

        var imported = await _cli.RunAsync("import", "people", _cli.Write("people.csv", "id\nana\n"));

        Assert.Equal(0, imported.ExitCode);
        Assert.True(File.Exists(_cli.StorePath));
    }

    [Fact]
    public async Task Help_never_shows_what_the_variable_holds()
    {
        _cli.Variables["INFLUENCERMAP_STORE"] = "Server=here;Database=company;User ID=night;Password=secret";

        var help = await _cli.RunAsync("rank", "--help");

        Assert.Contains("INFLUENCERMAP_STORE", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_is_not_there_gets_one_line_without_user_or_password()
    {
        _cli.Variables["INFLUENCERMAP_STORE"] =
            "Server=127.0.0.1,1;Database=company;User ID=night;Password=secret;Connect Timeout=1";

        var result = await _cli.TryAsync("rank");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "The server of the store company on 127.0.0.1,1 cannot be reached", Assert.Single(result.ErrorLines),
            StringComparison.Ordinal);
        Assert.DoesNotContain("night", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }
}
