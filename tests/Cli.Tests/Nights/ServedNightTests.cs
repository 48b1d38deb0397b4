using System.Diagnostics;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>What the API's callers see while nights are killed and begun again in the store that it serves.</summary>
public sealed class ServedNightTests
{
    private static readonly string ApiProgram = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Api",
        new DirectoryInfo(AppContext.BaseDirectory).Name, "InfluencerMap.Api.dll");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Api_serves_the_last_complete_run_throughout_killed_nights()
    {
        using var company = await NightCompany.WithARunAsync();
        using var api = StartApi(company);
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(api) };
            var before = await ReadAsync(client);
            using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var reading = ReadUntilAsync(client, done.Token);
            var ended = false;
            // Killed when it told of no step, of one, of two, until one is so far that it comes to its end.
            for (var steps = 0; !ended; steps++)
                ended = !await IsKilledAfterAsync(company, steps);
            var after = await ReadAsync(client);
            await done.CancelAsync();
            var seen = await reading;

            Assert.NotEqual(before, after);
            Assert.All(seen, answer => Assert.Contains(answer, (string[])[before, after]));
            Assert.DoesNotContain(before, seen.SkipWhile(answer => answer == before));
            Assert.Equal(before, seen[0]);
        }
        finally
        {
            api.Kill();
            await api.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>False where the night came to its end first.</summary>
    private static async Task<bool> IsKilledAfterAsync(NightCompany company, int steps)
    {
        using var night = company.Cli.Start(
            "nightly", "--as-of", $"{NightCompany.Today:yyyy-MM-dd}", "--window-days", "30", "--threads", "1",
            "--store", company.Store);
        for (var step = 0; step < steps; step++)
            if (await night.StandardError.ReadLineAsync(Cancellation) is null)
            {
                await night.WaitForExitAsync(Cancellation);
                Assert.Equal(0, night.ExitCode);
                return false;
            }
        night.Kill();
        await night.WaitForExitAsync(Cancellation);
        return true;
    }

    /// <summary>An answer that is refused ends the test: nothing that a night does may cost a caller one.</summary>
    private static async Task<List<string>> ReadUntilAsync(HttpClient client, CancellationToken done)
    {
        var seen = new List<string>();
        while (!done.IsCancellationRequested)
            seen.Add(await ReadAsync(client));
        return seen;
    }

    private static Task<string> ReadAsync(HttpClient client) =>
        client.GetStringAsync("/v1/rankings/latest?top=500", Cancellation);

    internal static Process StartApi(NightCompany company)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [ApiProgram, "--store", company.Store, "--development-no-auth", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = company.Cli.Folder,
            RedirectStandardOutput = true,
        };
        start.Environment["INFLUENCERMAP_AUDIT_KEY"] = new string('k', 32);
        start.Environment["InfluencerMap__SmallGroups__SmallCompanyReason"] = "A test.";
        start.Environment["InfluencerMap__Limits__RequestsPerMinute"] = "1000000";
        return Process.Start(start)!;
    }

    internal static async Task<Uri> AddressAsync(Process api)
    {
        const string announcement = "Now listening on: ";
        while (await api.StandardOutput.ReadLineAsync(Cancellation) is { } line)
            if (line.IndexOf(announcement, StringComparison.Ordinal) is >= 0 and var at)
                return new(line[(at + announcement.Length)..].Trim());
        throw new InvalidOperationException("The API ended without listening.");
    }
}
