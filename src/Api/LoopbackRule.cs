using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InfluencerMap.Api;

/// <summary>
/// Without authentication the API answers this machine alone. Kestrel asks here before it binds an address, wherever
/// that address was configured: arguments, environment, endpoint sections.
/// </summary>
internal static class LoopbackRule
{
    public static void Apply(KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(Require);

    private static void Require(ListenOptions listen)
    {
        if (listen.IPEndPoint is { } endpoint && !IPAddress.IsLoopback(endpoint.Address))
            throw new NotLoopbackException(
                $"No authentication is configured, so only this machine may ask; {endpoint} can be reached by others. "
                + "Listen on a loopback address, such as --urls http://127.0.0.1:5080.");
    }
}

/// <summary>An address other than loopback was configured without authentication.</summary>
internal sealed class NotLoopbackException(string message) : Exception(message);
