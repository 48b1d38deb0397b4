using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfluencerMap.Tests;

/// <summary>The API behind real HTTP, and a caller of each role, known by a key.</summary>
public sealed class KeyHolders : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _host = new();
    private readonly Dictionary<string, HttpClient> _callers = [];

    /// <summary>Brings nothing.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    public HttpClient this[string role] => _callers[role];

    /// <summary>What the service itself works with.</summary>
    public IServiceProvider Services { get; private set; } = null!;

    /// <summary>Method and pattern of everything that is mapped.</summary>
    public string[] Endpoints { get; private set; } = [];

    /// <param name="connection">The store.</param>
    /// <param name="person">Whose self-view the key of the role Person opens.</param>
    /// <param name="settings">More of the configuration.</param>
    public static Task<KeyHolders> ServeAsync(
        string connection, int person, params (string Key, string Value)[] settings) =>
        ServeAsync(connection, person, null, settings);

    /// <param name="log">Told every line of the log.</param>
    /// <inheritdoc cref="ServeAsync(string, int, ValueTuple{string, string}[])"/>
    public static async Task<KeyHolders> ServeAsync(
        string connection, int person, ILoggerProvider? log, params (string Key, string Value)[] settings)
    {
        var holders = new KeyHolders();
        var host = holders._host.WithWebHostBuilder(web =>
        {
            web.UseSetting("store", connection).UseSetting("urls", "http://127.0.0.1:0");
            web.UseSetting("InfluencerMap:SmallGroups:SmallCompanyReason", "A test.");
            // Machines that are busy with other tests compute longer than any caller may.
            web.UseSetting("InfluencerMap:Limits:WorkSeconds", "100000");
            web.UseSetting("InfluencerMap:Limits:WorkSecondsPerAnswer", "600");
            foreach (var (key, value) in settings)
                web.UseSetting(key, value);
            if (log is not null)
                web.ConfigureLogging(logging => logging.AddProvider(log));
        });
        host.UseKestrel();
        holders.Stranger = host.CreateClient();
        holders.Services = host.Services;
        holders.Endpoints =
        [
            .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])
                    .Select(method => $"{method} {endpoint.RoutePattern.RawText}")),
        ];
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenToWriteAsync(connection, cancellation);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var role in Roles.All)
        {
            var key = await store.ApiKeys.CreateAsync(
                [role], role == Roles.Person ? new(person) : null, now, now.AddDays(1), cancellation);
            var caller = host.CreateClient();
            caller.DefaultRequestHeaders.Authorization = new("Bearer", key);
            holders._callers.Add(role, caller);
        }
        return holders;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
