using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Packages;

/// <summary>The first page of docs/operations.md, walked with the tool that was installed from its package.</summary>
[Collection(PackedTests.Name)]
public sealed class ServedToolTests(PackedFiles packed)
{
    private const string Page = "docs/operations.md";
    private const string PortOfThePage = "5080";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_of_operations_leads_from_nothing_to_a_served_ranking_and_the_api_ends_with_its_starter()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The page's commands are for a Unix shell.");
        var blocks = Blocks();
        // The fixture has done this, with folders of its own.
        Assert.Equal(
            ["dotnet pack src/Cli",
                "dotnet tool install --global influencermap --source artifacts/package/release"],
            blocks[0]);
        var serving = Array.FindIndex(
            blocks, block => block[0].StartsWith("influencermap serve", StringComparison.Ordinal));
        await PackedFiles.RunAsync(packed.Start(
            "bash", packed.Folder, "-e", "-c", string.Join('\n', blocks[1..serving].SelectMany(block => block))));

        var company = Path.Combine(packed.Folder, "company");
        var port = FreePort();
        using var serve = packed.Start(
            "bash", company, "-c", "exec " + blocks[serving].Single().Replace(PortOfThePage, port));
        await ListeningAsync(serve);
        AssertServedWithoutSecrets(serve);
        await AssertAnsweredAsync(blocks[serving + 1].Single().Replace(PortOfThePage, port), company);

        using (var stop = Process.Start("kill", ["-TERM", $"{serve.Id}"]))
            await stop.WaitForExitAsync(Cancellation);
        // The API holds the other end of this pipe: it is read to its end when both have ended.
        await serve.StandardOutput.ReadToEndAsync(Cancellation);
        await serve.WaitForExitAsync(Cancellation);
        Assert.Equal(0, serve.ExitCode);
    }

    /// <summary>The commands of the page's first part, block by block.</summary>
    private static string[][] Blocks()
    {
        var part = Sources.Text(Page).Split("\n# ")[0];
        Assert.StartsWith("# Operations: a firm, one file, from nothing\n", part);
        return
        [
            .. part.Split("```").Where((_, index) => index % 2 == 1)
                .Select(block => block.Trim('\n').Split('\n')),
        ];
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private static async Task ListeningAsync(Process serve)
    {
        while (await serve.StandardOutput.ReadLineAsync(Cancellation) is { } line)
            if (line.Contains("Now listening on: ", StringComparison.Ordinal))
                return;
        Assert.Fail("serve ended without listening: " + await serve.StandardError.ReadToEndAsync(Cancellation));
    }

    /// <summary>Where the system shows what a process was started with.</summary>
    private static void AssertServedWithoutSecrets(Process serve)
    {
        if (!Directory.Exists("/proc/self"))
            return;
        Assert.Contains("INFLUENCERMAP_CLIENT_SECRET=", File.ReadAllText($"/proc/{serve.Id}/environ"));
        var api = Directory.EnumerateDirectories("/proc").Single(process =>
            int.TryParse(Path.GetFileName(process), out _) && ParentOf(process) == serve.Id);
        Assert.Contains("InfluencerMap.Api.dll", File.ReadAllText(api + "/cmdline"));
        var given = File.ReadAllText(api + "/environ");
        Assert.Contains("InfluencerMap__Store=", given);
        Assert.DoesNotContain("secret-of-a-source", given);
    }

    private static int ParentOf(string process)
    {
        try
        {
            return int.Parse(File.ReadAllText(process + "/stat").Split(") ")[^1].Split(' ')[1]);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return 0;
        }
    }

    /// <summary>Asks as the page's curl does.</summary>
    private static async Task AssertAnsweredAsync(string command, string folder)
    {
        Assert.StartsWith("curl -H \"Authorization: Bearer $(cat hr.key)\" http://127.0.0.1:", command);
        var address = new Uri(command.Split(' ')[^1]);
        var key = (await File.ReadAllTextAsync(Path.Combine(folder, "hr.key"), Cancellation)).Trim();
        using var client = new HttpClient { BaseAddress = address };
        Assert.Contains("live", await client.GetStringAsync("/health/live", Cancellation));
        using var stranger = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var ranking = JsonNode.Parse(await client.GetStringAsync(address, Cancellation))!;
        Assert.NotEmpty(ranking["people"]!.AsArray());
    }
}
