using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Endpoints;
using InfluencerMap.Tenant.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfluencerMap.Tenant;

/// <summary>
/// A Microsoft 365 tenant on loopback: it keeps state, gives real deltas, and misbehaves on command. README.md beside
/// this file says how tests use it.
/// </summary>
public sealed class StandInTenant : IAsyncDisposable
{
    internal const string Root = "/v1.0";

    private static readonly Lazy<X509Certificate2> Certificate = new(SelfSigned);

    private readonly WebApplication _web;
    private readonly ConcurrentQueue<AskedRequest> _requests = new();
    private readonly Gate _gate;
    private Uri? _proxy;

    private StandInTenant(TenantOptions options, WebApplication web)
    {
        (Options, _web) = (options, web);
        Clock = new(options.Now ?? new(options.Company.Options.AsOf, TimeOnly.MinValue, TimeSpan.Zero));
        Tokens = new(options, Grants);
        History = new(options.Company);
        Directory = new(options.Company, Clock);
        Teams = new(History, Clock, Directory.TeamOf);
        _gate = new(this);
    }

    public TenantOptions Options { get; }
    public TenantClock Clock { get; }

    /// <summary>Users and groups; tests change them here.</summary>
    public TenantDirectory Directory { get; }

    /// <summary>Chats and channels; tests answer, edit, delete and react here.</summary>
    public TenantTeams Teams { get; }

    /// <summary>Where Graph answers, with <c>/v1.0</c> at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The host that no token may reach.</summary>
    public string ForeignAddress { get; private set; } = "";

    /// <summary>Where client id and secret are exchanged for an access token.</summary>
    public Uri TokenAddress => new(Address, $"/{Options.TenantId}/oauth2/v2.0/token");

    /// <summary>
    /// The same over TLS, as Microsoft's identity library demands of an authority. Nobody vouches for its certificate.
    /// </summary>
    public Uri AuthorityAddress { get; private set; } = null!;

    /// <summary>Where a program on a virtual machine asks for a token: AZURE_POD_IDENTITY_AUTHORITY_HOST.</summary>
    public Uri VirtualMachineAddress => new(Address, "/");

    /// <summary>Where a program on App Service's machine asks for a token: IDENTITY_ENDPOINT.</summary>
    public Uri MachineTokenAddress => new(Address, "/machine/token");

    /// <summary>The certificate of <see cref="AuthorityAddress"/>, for a program that is to trust it.</summary>
    public static string AuthorityCertificatePem => Certificate.Value.ExportCertificatePem();

    /// <summary>What tokens were asked for: scopes, or the resource of a managed identity.</summary>
    public IReadOnlyList<string> TokenScopes => [.. Tokens.Scopes];

    /// <summary>Permissions that Exchange grants to the application: they work, but no token tells of them.</summary>
    public HashSet<string> ExchangeGrants { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The mailboxes, by object id, that Exchange lets the application into.</summary>
    public Func<string, bool> IsInScope { get; set; } = _ => true;

    /// <summary>Application permissions of the client; all least ones at first.</summary>
    public HashSet<string> Grants { get; } = new(Permissions.Least, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every request so far, in the order of arrival, those to the foreign host too.</summary>
    public IReadOnlyList<AskedRequest> Requests => [.. _requests];

    /// <summary>Told of each request as it arrives, before it is answered.</summary>
    public event Action<AskedRequest> Arrived = _ => { };

    public int MostInFlight => _gate.MostInFlight;
    public int MostInFlightForOneMailbox => _gate.MostInFlightForOneMailbox;

    /// <summary>Requests that were repeated before the time that their refusal had named.</summary>
    public int EarlyRequestCount => _gate.EarlyRequestCount;

    /// <summary>Whether a request waits for the rest of an answer that does not come (Silence).</summary>
    public bool IsSilent => Troubles.IsSilent;

    public int IssuedTokenCount => Tokens.IssuedCount;

    internal CompanyHistory History { get; }
    internal AccessTokens Tokens { get; }
    internal Troubles Troubles { get; } = new();
    internal int TokenEpoch { get; private set; }
    internal Misbehaviour TokensExpireAs { get; private set; }

    /// <summary>What nextLinks and deltaLinks begin with.</summary>
    internal string LinkBase => (_proxy ?? Address).AbsoluteUri.TrimEnd('/');

    public static async Task<StandInTenant> StartAsync(TenantOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, secure => secure.UseHttps(Certificate.Value));
        });
        var web = builder.Build();
        var tenant = new StandInTenant(options, web);
        tenant.MapEndpoints();
        await web.StartAsync(cancellation);
        var addresses = web.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        tenant.Address = new(addresses[0] + Root);
        tenant.ForeignAddress = addresses[1].Replace("127.0.0.1", "localhost");
        tenant.AuthorityAddress = new(addresses[2]);
        return tenant;
    }

    /// <summary>Answers badly where the path holds <paramref name="on"/>: some are spared, then some struck.</summary>
    public void Misbehave(
        Misbehaviour kind, string on = "", int after = 0, int times = int.MaxValue, int retryAfterSeconds = 1) =>
        Troubles.Add(new(kind, on, after, times, retryAfterSeconds));

    public void Behave() => Troubles.Clear();

    /// <summary>From here on, all delta and skip tokens given so far are answered by the code or by 410.</summary>
    public void ExpireDeltaTokens(Misbehaviour kind = Misbehaviour.SyncStateNotFound) =>
        (TokenEpoch, TokensExpireAs) = (TokenEpoch + 1, kind);

    public void ExpireAccessTokens() => Tokens.ExpireAll();

    /// <summary>An access token for tests that need no token endpoint.</summary>
    public string IssueAccessToken() => Tokens.Issue();

    /// <summary>Writes links with the address of a proxy that the client talks to, or the own one again.</summary>
    public void UseProxyAddress(Uri? proxy) => _proxy = proxy;

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private void MapEndpoints()
    {
        _web.Use(async (context, next) =>
        {
            // The SDK calls functions by /delta() and by their full names.
            context.Request.Path = context.Request.Path.Value!
                .Replace("()", "", StringComparison.Ordinal).Replace("microsoft.graph.", "", StringComparison.Ordinal);
            await NoteAsync(context, next);
        });
        _web.UseRouting();
        _web.MapPost($"/{Options.TenantId}/oauth2/v2.0/token", Tokens.AnswerAsync);
        _web.MapGet("/machine/token", Tokens.AnswerMachineAsync);
        _web.MapGet("/metadata/identity/oauth2/token", Tokens.AnswerVirtualMachineAsync);
        new UserEndpoints(this).Map();
        new GroupEndpoints(this).Map();
        new MailEndpoints(this).Map();
        new MessageTraceEndpoints(this).Map();
        new CalendarEndpoints(this).Map();
        new ChatEndpoints(this).Map();
        new ChannelEndpoints(this).Map();
        new CallEndpoints(this).Map();
        new CommunityEndpoints(this).Map();
    }

    /// <summary>Routes a Graph path through the gate.</summary>
    internal void Get(string path, Func<Exchange, Task> answer) => _web.MapGet(Root + path, (HttpContext context) =>
        _gate.PassAsync(context, (AskedRequest)context.Items[typeof(AskedRequest)]!, answer));

    private async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var query = Uri.UnescapeDataString((request.QueryString.Value ?? "").Replace('+', ' '));
        var asked = new AskedRequest(request.Host.Value ?? "", request.Path.Value!, query,
            string.Join(", ", request.Headers["Prefer"].ToArray()), request.Headers.Authorization.Count > 0);
        _requests.Enqueue(asked);
        Arrived(asked);
        context.Items[typeof(AskedRequest)] = asked;
        if (context.Connection.LocalPort == new Uri(ForeignAddress).Port)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            asked.Status = StatusCodes.Status404NotFound;
            return;
        }
        await next(context);
        asked.Status = context.Response.StatusCode;
    }
}
