using System.Net;
using System.Text;
using InfluencerMap.Engine;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>A program that keeps running, and what it tells of its nights.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Night_that_fails_is_followed_by_the_next_at_its_time()
    {
        var clock = new JumpingTime();
        var begun = new List<DateTimeOffset>();
        using var end = new CancellationTokenSource();

        var code = await Watch.RunAsync(
            NightlyTime.Parse("02:30 Europe/Rome"),
            () =>
            {
                begun.Add(clock.GetUtcNow());
                if (begun.Count == 30)
                    end.Cancel();
                return begun.Count == 2 ? throw new FailedException("No.") : Task.FromResult(begun.Count % 2);
            },
            clock, end.Token);

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(30, begun.Count);
        Assert.Equal("2026-03-02 01:30", $"{begun[0]:yyyy-MM-dd HH:mm}");
        Assert.Equal("2026-03-29 01:00", $"{begun[27]:yyyy-MM-dd HH:mm}");
        Assert.Equal("2026-03-30 00:30", $"{begun[28]:yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public async Task Webhook_gets_state_and_counts_and_no_person()
    {
        using var company = await NightCompany.WithARunAsync();
        using var listener = new HttpListener();
        var port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        company.Cli.Variables["INFLUENCERMAP_WEBHOOK"] = $"http://127.0.0.1:{port}/night?secret=s3cret";
        var published = TextAsync(listener);
        var night = await company.Cli.RunAsync(
            "nightly", "--as-of", "2026-03-02", "--window-days", "30", "--store", company.Store);
        Assert.Contains("\"status\":\"published\"", await published, StringComparison.Ordinal);
        Assert.Contains("\"people\":40,\"ranked\":40", await published, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", night.Output + night.Error, StringComparison.Ordinal);

        var failed = TextAsync(listener);
        var result = await company.Cli.TryAsync("nightly", "--as-of", "2030-01-01", "--store", company.Store);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            "{\"status\":\"failed\",\"run\":null,\"people\":0,\"ranked\":0,\"interactions\":0,\"ties\":0,"
            + "\"elapsedMs\":0,\"peakMemoryBytes\":0}", await failed);
    }

    [Fact]
    public async Task Webhook_that_is_away_leaves_the_night_as_it_is()
    {
        using var company = await NightCompany.WithARunAsync();
        var night = await company.Cli.RunAsync(
            "nightly", "--as-of", "2026-03-02", "--window-days", "30", "--store", company.Store,
            "--webhook", $"http://127.0.0.1:{FreePort()}/");
        Assert.Contains(
            "The webhook does not answer; the night stays as it is.", night.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--watch", "2am")]
    [InlineData("--watch", "02:00 Europe/Nowhere")]
    [InlineData("--webhook", "not an address")]
    public async Task Wrong_words_are_refused_at_once(string option, string value)
    {
        using var cli = new CliProcess();
        var result = await cli.TryAsync("nightly", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(option, result.ErrorLines[0], StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpListener listener)
    {
        var context = await listener.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        context.Response.Close();
        return text;
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
