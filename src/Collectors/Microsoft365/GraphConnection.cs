using System.Net;
using Azure.Core;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Vendor = Microsoft.Graph;

namespace InfluencerMap.Collectors;

/// <summary>
/// Sends requests through Microsoft's typed client and hands back the answer's stream as it arrives. Retries are ours
/// (<see cref="GraphPages"/>): the client's own read dates in Retry-After wrongly and give up inside its time limit.
/// </summary>
public sealed class GraphConnection : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="cloud">Where Graph answers; a stand-in on loopback may answer over http.</param>
    /// <param name="credential">Signs the requests; null sends none, which only a stand-in accepts.</param>
    public GraphConnection(GraphCloud cloud, TokenCredential? credential)
    {
        if (cloud.Graph.Scheme != Uri.UriSchemeHttps && !cloud.Graph.IsLoopback)
            throw new InputException("The address of Microsoft Graph is not https; only this machine may answer http.");
        Cloud = cloud;
        // Redirects are never followed: a token would go where the answer says.
        var transport = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        };
        _http = new(transport) { Timeout = Timeout.InfiniteTimeSpan };
        IAuthenticationProvider signature = credential is null
            ? new AnonymousAuthenticationProvider()
            : new AzureIdentityAuthenticationProvider(
                credential, [cloud.Graph.Host], observabilityOptions: null, isCaeEnabled: false, [cloud.Scope]);
        Requests = new(_http, signature, cloud.Graph.AbsoluteUri.TrimEnd('/'));
    }

    /// <summary>The tenant of a configuration, as the application that it names.</summary>
    public static GraphConnection To(TenantSettings settings)
    {
        var cloud = settings.Address();
        return new(cloud, settings.Credential.Create(settings, cloud));
    }

    public GraphCloud Cloud { get; }

    /// <summary>Microsoft's typed builders: <c>Requests.Users.Delta.ToGetRequestInformation(…)</c>.</summary>
    public Vendor.GraphServiceClient Requests { get; }

    public void Dispose()
    {
        Requests.Dispose();
        _http.Dispose();
    }

    /// <summary>The answer with its headers, whatever its status; the body is still on its way.</summary>
    internal async Task<HttpResponseMessage> SendAsync(
        Uri address, IReadOnlyList<string> prefer, CancellationToken cancellation)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("x-ms-throttle-priority", "low");
        foreach (var preference in prefer)
            request.Headers.Add("Prefer", preference);
        var answer = new NativeResponseHandler();
        request.SetResponseHandler(answer);
        await Requests.RequestAdapter.SendPrimitiveAsync<Stream>(request, null, cancellation);
        return (HttpResponseMessage)answer.Value!;
    }

    /// <summary>
    /// The absolute address of a link, which must lie on the connection's own host: the token goes nowhere else.
    /// </summary>
    /// <param name="link">As the service gave it, or as <see cref="Relative"/> stored it.</param>
    internal Uri Resolve(string link)
    {
        var address = link.StartsWith('/') ? new Uri(Requests.RequestAdapter.BaseUrl + link)
            : Uri.TryCreate(link, UriKind.Absolute, out var absolute) ? absolute
            : throw new GraphException("A link of Microsoft Graph is not an address; it was not followed.");
        var home = Cloud.Graph;
        return address.Scheme == home.Scheme && address.Host == home.Host && address.Port == home.Port
                && address.UserInfo.Length == 0
            ? address
            : throw new GraphException(
                "A link of Microsoft Graph leads to another host; it was not followed, and no token was sent there.");
    }

    /// <summary>A link without its host: what a cursor holds, so that it survives a change of address.</summary>
    internal string Relative(string link)
    {
        var path = Resolve(link).PathAndQuery;
        var root = Cloud.Graph.AbsolutePath.TrimEnd('/');
        return path.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase)
            ? path[root.Length..]
            : throw new GraphException("A link of Microsoft Graph leads out of its version; it was not followed.");
    }
}
