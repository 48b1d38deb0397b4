using System.Diagnostics;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli.Tests;

/// <summary>The API started by the command line; <c>PackageTests</c> starts it from the installed tool.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly CliProcess _cli = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Serve_says_where_it_listens_and_how_the_first_key_is_made_and_then_how_many_there_are()
    {
        await ImportAsync();
        var first = await SaidBeforeListeningAsync();
        Assert.Contains($"Starting the API over {_cli.StorePath}, to listen on http://127.0.0.1:0.", first);
        Assert.Contains($"influencermap keys create --store {_cli.StorePath} --role Hr.Read", first);

        await _cli.RunAsync("keys", "create", "--role", "Hr.Read", "--store", _cli.StorePath);
        Assert.Contains("1 key is valid", await SaidBeforeListeningAsync());
    }

    [Fact]
    public async Task Api_ends_with_serve_even_where_that_is_killed()
    {
        await ImportAsync();
        using var serve = Start();
        using var client = new HttpClient { BaseAddress = await Nights.ServedNightTests.AddressAsync(serve) };
        Assert.Contains("live", await client.GetStringAsync("/health/live", Cancellation));

        serve.Kill(entireProcessTree: false);
        // It inherited the pipe, which ends with it.
        await serve.StandardOutput.ReadToEndAsync(Cancellation);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/health/live", Cancellation));
    }

    [Fact]
    public async Task Exit_code_of_the_api_is_that_of_serve()
    {
        await ImportAsync();
        var refused = await _cli.TryAsync("serve", "--store", _cli.StorePath, "--urls", "http://0.0.0.0:0");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("can be reached by others without TLS", refused.Output);
    }

    [Fact]
    public async Task Address_that_is_none_is_refused_in_one_line()
    {
        await ImportAsync();
        var refused = await _cli.TryAsync("serve", "--store", _cli.StorePath, "--urls", "nonsense");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Say where to listen: --urls http://127.0.0.1:5080", refused.Output);
        Assert.DoesNotContain("   at ", refused.Output + refused.Error);
    }

    [Fact]
    public async Task File_of_settings_in_the_folder_it_is_started_from_opens_nothing()
    {
        await ImportAsync();
        _cli.Write("appsettings.json", """{"InfluencerMap":{"Access":{"DevelopmentNoAuth":true}}}""");
        using var serve = Start();
        using var client = new HttpClient { BaseAddress = await Nights.ServedNightTests.AddressAsync(serve) };

        using var answer = await client.GetAsync("/v1/rankings/latest", Cancellation);
        serve.Kill(entireProcessTree: false);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Store_that_is_not_there_is_said_before_anything_starts()
    {
        var refused = await _cli.TryAsync("serve", "--store", _cli.StorePath);

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            $"There is no store at {_cli.StorePath}. Name another with --store, or begin with influencermap demo or "
                + "import people.",
            Assert.Single(refused.ErrorLines));
        Assert.Empty(refused.Output);
    }

    [Fact]
    public void Program_without_the_api_beside_it_says_where_it_looked()
    {
        var lost = Assert.Throws<FailedException>(() => ApiProgram.Find(_cli.Folder));

        Assert.Contains(Path.Combine(_cli.Folder, "api", "InfluencerMap.Api.dll"), lost.Message);
        Assert.Contains("Install or publish it again", lost.Message);
    }

    [Fact]
    public void Api_beside_the_program_comes_before_one_that_was_built()
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "api"));
        var api = _cli.Write(Path.Combine("api", "InfluencerMap.Api.dll"), "");

        Assert.Equal(api, ApiProgram.Find(_cli.Folder));
        Assert.EndsWith("InfluencerMap.Api.dll", ApiProgram.Find(AppContext.BaseDirectory));
    }

    private Task<CliResult> ImportAsync() => _cli.RunAsync(
        "import", "people", _cli.Write("people.csv", "id,name\n1,Ada\n2,Ben\n"), "--store", _cli.StorePath);

    private async Task<string> SaidBeforeListeningAsync()
    {
        using var serve = Start();
        await Nights.ServedNightTests.AddressAsync(serve);
        serve.Kill(entireProcessTree: false);
        await serve.StandardOutput.ReadToEndAsync(Cancellation);
        return await serve.StandardError.ReadToEndAsync(Cancellation);
    }

    private Process Start() =>
        _cli.Start("serve", "--store", _cli.StorePath, "--urls", "http://127.0.0.1:0");
}
