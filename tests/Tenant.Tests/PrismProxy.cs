using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>
/// A proxy before a tenant that checks requests and answers against Microsoft's types and refuses what violates them.
/// It is npm's @stoplight/prism-cli, installed by .ci/run; tests that need it are skipped where it is absent.
/// </summary>
internal sealed class PrismProxy : IDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StandInTenant _tenant;

    private PrismProxy(Process process, StandInTenant tenant, Uri address) =>
        (_process, _tenant, Address) = (process, tenant, address);

    /// <summary>Where clients reach the tenant through the proxy; without <c>/v1.0</c>.</summary>
    public Uri Address { get; }

    public static async Task<PrismProxy> StartAsync(StandInTenant tenant)
    {
        var contract = SharedData.Require("contracts/graph.openapi.json");
        var program = Path.Combine(
            SharedData.RepositoryRoot, "artifacts/prism/node_modules/@stoplight/prism-cli/dist/index.js");
        Assert.SkipUnless(File.Exists(program), "Prism is not installed: .ci/run installs it where npm is.");

        var port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, "proxy", "--errors", "-h", "127.0.0.1", "-p", port.ToString(),
            contract, tenant.Address.AbsoluteUri])
            start.ArgumentList.Add(argument);
        var proxy = new PrismProxy(Process.Start(start)!, tenant, new($"http://127.0.0.1:{port}"));
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
