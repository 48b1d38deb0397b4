using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>
/// A proxy before a tenant that checks requests and answers against Microsoft's types and refuses what violates them.
/// It is npm's @stoplight/prism-cli, installed by .ci/run; tests that need it are skipped where it is absent.
/// </summary>
internal sealed partial class PrismProxy : IDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _contract;
    private readonly StandInTenant _tenant;

    private PrismProxy(Process process, string contract, StandInTenant tenant, Uri address) =>
        (_process, _contract, _tenant, Address) = (process, contract, tenant, address);

    /// <summary>Where clients reach the tenant through the proxy; without <c>/v1.0</c>.</summary>
    public Uri Address { get; }

    public static async Task<PrismProxy> StartAsync(StandInTenant tenant)
    {
        var published = SharedData.Require("contracts/graph.openapi.json");
        var program = Path.Combine(
            SharedData.RepositoryRoot, "artifacts/prism/node_modules/@stoplight/prism-cli/dist/index.js");
        Assert.SkipUnless(File.Exists(program), "Prism is not installed: .ci/run installs it where npm is.");

        var port = FreePort();
        var contract = Path.Combine(AppContext.BaseDirectory, $"graph.extended.{port}.openapi.json");
        File.WriteAllText(contract, Extended(published));
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, "proxy", "--errors", "-h", "127.0.0.1", "-p", port.ToString(),
            contract, tenant.Address.AbsoluteUri])
            start.ArgumentList.Add(argument);
        var proxy = new PrismProxy(Process.Start(start)!, contract, tenant, new($"http://127.0.0.1:{port}"));
        tenant.UseProxyAddress(proxy.Address);
        try
        {
            await proxy.WaitUntilListeningAsync();
        }
        catch
        {
            proxy.Dispose();
            throw;
        }
        return proxy;
    }

    public void Dispose()
    {
        _tenant.UseProxyAddress(null);
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        File.Delete(_contract);
    }

    /// <summary>Its output is read to the end, so that a full pipe never stops it.</summary>
    private async Task WaitUntilListeningAsync()
    {
        var listening = new TaskCompletionSource();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null || line.Data.Contains("is listening", StringComparison.Ordinal))
                listening.TrySetResult();
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await listening.Task.WaitAsync(StartMax, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// The contract with the paths beside it that our collectors ask too. It holds no types for these: only the method
    /// and the token are checked there.
    /// </summary>
    private static string Extended(string contract)
    {
        var description = JsonNode.Parse(File.ReadAllText(contract))!.AsObject();
        foreach (var path in (string[])["/teams", "/teams/{team-id}/channels", "/users/{user-id}/mailboxSettings",
            "/users/{user-id}/mailboxSettings/userPurpose"])
        {
            var operation = description["paths"]!["/users/delta"]!.DeepClone().AsObject();
            operation["get"]!["operationId"] = path;
            operation["get"]!["responses"] = JsonNode.Parse("""{"200":{"description":"unchecked"}}""");
            operation["parameters"] = new JsonArray([.. Parameter().Matches(path).Select(p => new JsonObject
            {
                ["name"] = p.Groups[1].Value,
                ["in"] = "path",
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = "string" },
            })]);
            description["paths"]![path] = operation;
        }
        return description.ToJsonString();
    }

    [GeneratedRegex("{([^}]+)}")]
    private static partial Regex Parameter();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
