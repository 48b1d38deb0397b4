using System.Diagnostics;

namespace InfluencerMap.Tests;

/// <summary>The rule is about what the real process binds, so these start it.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0", null)]
    [InlineData("--urls", "http://*:0", null)]
    [InlineData("--urls", "http://[::]:0", null)]
    [InlineData("--urls", "http://127.0.0.1:0;http://0.0.0.0:0", null)]
    [InlineData("--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0", null)]
    [InlineData(null, null, "http://0.0.0.0:0")]
    public async Task Address_that_others_reach_is_refused_in_one_line(string? option, string? value, string? variable)
    {
        string[] address = option is null ? [] : [option, value!];
        await RefusedAsync("With --development-no-auth only", ["--development-no-auth", .. address], variable);
        await RefusedAsync("can be reached by others without TLS", address, variable);
    }

    [Theory]
    [InlineData("Audience is not", "--InfluencerMap:Access:Authority", "https://issuer.example")]
    [InlineData(
        "no https address", "--InfluencerMap:Access:Authority", "http://issuer.example",
        "--InfluencerMap:Access:Audience", "us")]
    [InlineData("groups of fewer than 5 people are never shown", "--InfluencerMap:SmallGroups:Minimum", "4")]
    [InlineData("Nothing here is called '--help'", "--help")]
    [InlineData("holds the store's password", "--store", "Server=sql;Database=company;User ID=api;Password=open")]
    [InlineData("holds the store's password", "--InfluencerMap:Store=Server=sql;Database=company;UID=api;PWD=open")]
    public async Task Settings_that_protect_too_little_are_refused(string reason, params string[] arguments) =>
        await RefusedAsync(reason, [.. arguments, "--urls", "http://127.0.0.1:0"], null);

    [Fact]
    public async Task Behind_a_proxy_that_ends_tls_every_address_is_served()
    {
        using var api = Start(["--behind-tls-proxy", "--urls", "http://0.0.0.0:0",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"], null);
        try
        {
            Assert.Contains("0.0.0.0", await BoundAddressAsync(api));
        }
        finally
        {
            api.Kill();
        }
    }

    [Theory]
    [InlineData("InfluencerMap__Store_FILE")]
    [InlineData("INFLUENCERMAP_AUDIT_KEY_FILE")]
    public async Task Secret_whose_file_is_not_there_is_refused(string variable) =>
        await RefusedAsync(
            $"The file that {variable} names cannot be read", ["--urls", "http://127.0.0.1:0"], null,
            (variable, Path.Combine(AppContext.BaseDirectory, "none")));

    [Fact]
    public async Task Store_and_key_of_files_are_used_and_shown_nowhere()
    {
        var folder = Directory.CreateTempSubdirectory("influencermap-");
        var store = $"Data Source={Path.Combine(folder.FullName, "company.db")}";
        await using (await Storage.Store.OpenAsync(store, TestContext.Current.CancellationToken))
        {
        }
        const string key = "secret-key-of-the-audit-0123456789";
        using var api = Start(
            ["--development-no-auth", "--urls", "http://127.0.0.1:0",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"],
            null,
            ("InfluencerMap__Store_FILE", Write("store", store)),
            ("INFLUENCERMAP_AUDIT_KEY_FILE", Write("key", key)));
        try
        {
            using var client = new HttpClient { BaseAddress = new(await BoundAddressAsync(api)) };
            var audit = await client.GetStringAsync("/v1/audit/check", TestContext.Current.CancellationToken);

            Assert.Contains("true", audit, StringComparison.Ordinal);
            Assert.Empty(folder.GetFiles("*.key"));
            Assert.Single(folder.GetFiles("*.audit.db"));
        }
        finally
        {
            api.Kill();
        }
        Assert.DoesNotContain(key, await api.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);

        string Write(string name, string secret)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, secret + "\n");
            return path;
        }
    }

    private static async Task RefusedAsync(
        string reason, string[] arguments, string? variable, params (string Name, string Value)[] variables)
    {
        using var api = Start(arguments, variable, variables);
        // A process that is not refused would serve for ever.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await using var end = patience.Token.Register(() => api.Kill());
        var output = await Task.WhenAll(
            api.StandardOutput.ReadToEndAsync(CancellationToken.None),
            api.StandardError.ReadToEndAsync(CancellationToken.None));
        await api.WaitForExitAsync(CancellationToken.None);

        Assert.Equal(1, api.ExitCode);
        // Whether TLS is spoken shows once Kestrel has bound; then its own lines come first.
        var refusal = Assert.Single(
            string.Concat(output).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => line.StartsWith("crit:", StringComparison.Ordinal));
        Assert.Contains(reason, refusal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    public async Task Loopback_address_is_served(string address)
    {
        using var api = Start(["--urls", address, "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"], null);
        try
        {
            var bound = await BoundAddressAsync(api);
            using var client = new HttpClient { BaseAddress = new(bound) };
            var cancellation = TestContext.Current.CancellationToken;
            Assert.Contains("live", await client.GetStringAsync("/health/live", cancellation));

            // A name that somebody's page brought along is not answered.
            using var foreign = new HttpRequestMessage(HttpMethod.Get, "/health/live");
            foreign.Headers.Host = "made.example";
            using var answer = await client.SendAsync(foreign, cancellation);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        }
        finally
        {
            api.Kill();
        }
    }

    private static async Task<string> BoundAddressAsync(Process api)
    {
        const string announcement = "Now listening on: ";
        while (await api.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.IndexOf(announcement, StringComparison.Ordinal) is >= 0 and var at)
                return line[(at + announcement.Length)..].Trim();
        throw new InvalidOperationException(
            "The process ended without listening: " + await api.StandardError.ReadToEndAsync());
    }

    internal static Process Start(
        IReadOnlyList<string> arguments, string? urlsVariable, params (string Name, string Value)[] variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "InfluencerMap.Api.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in new[] { "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_URLS" })
            start.Environment.Remove(name);
        if (urlsVariable is not null)
            start.Environment["ASPNETCORE_URLS"] = urlsVariable;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
