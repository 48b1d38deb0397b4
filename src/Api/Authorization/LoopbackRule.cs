using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InfluencerMap.Api;

/// <summary>
/// Who cannot prove who they are, or could be overheard, may only ask from this machine. Kestrel asks here before it
/// binds an address, wherever that address was configured: arguments, environment, endpoint sections.
/// </summary>
internal static class LoopbackRule
{
    private const string Remedy = "Listen on a loopback address, such as --urls http://127.0.0.1:5080";

    public static void Apply(KestrelServerOptions kestrel)
    {
        var access = kestrel.ApplicationServices.GetRequiredService<AccessSettings>();
        kestrel.ConfigureEndpointDefaults(listen =>
        {
            if (access.DevelopmentNoAuth && Reached(listen) is { } endpoint)
                throw new NotStartedException(
                    $"With {Defaults.DevelopmentNoAuth} only this machine may ask; {endpoint} can be reached by "
                    + $"others. {Remedy}.");
        });
    }

    /// <summary>Whether TLS is spoken shows only when an address is bound.</summary>
    public static void RequireTls(IServer server, AccessSettings access)
    {
        var open = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address =>
            BindingAddress.Parse(address) is { Scheme: "http" } http && !IsLoopback(http.Host));
        if (open is not null && !access.BehindTlsProxy)
            throw new NotStartedException(
                $"{open} can be reached by others without TLS. {Remedy}, give a certificate and an https address, or "
                + $"state that a proxy in front ends TLS: {Defaults.BehindTlsProxy}.");
    }

    private static IPEndPoint? Reached(ListenOptions listen) =>
        listen.IPEndPoint is { } endpoint && !IPAddress.IsLoopback(endpoint.Address) ? endpoint : null;

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
