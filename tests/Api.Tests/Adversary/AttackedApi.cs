using InfluencerMap.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace InfluencerMap.Tests.Adversary;

/// <summary>The API on the made company, as it is or with a hole open, and callers with keys of their own.</summary>
internal sealed class AttackedApi : IAsyncDisposable
{
    /// <summary>Requests that an adversary has in all.</summary>
    public const int RequestsMost = 2_000;

    private readonly WebApplicationFactory<Program> _factory = new();
    private readonly WebApplicationFactory<Program> _host;
    private readonly MadeCompany _company;

    public AttackedApi(MadeCompany company, Hole? hole = null)
    {
        _company = company;
        _host = _factory.WithWebHostBuilder(web =>
        {
            web.UseSetting("store", company.Connection);
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            // The adversary is patient: how many a minute are let through is no part of what is shown here.
            web.UseSetting("InfluencerMap:Limits:RequestsPerMinute", "1000000");
            web.UseSetting("InfluencerMap:Limits:WorkSeconds", "100000");
            web.UseSetting("InfluencerMap:Limits:WorkSecondsPerAnswer", "600");
            if (hole is not null)
                web.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(hole));
        });
    }

    public RequestBudget Budget { get; } = new(RequestsMost);

    /// <summary>A caller of a role whom nobody knows yet: nothing asked earlier counts against them.</summary>
    public async Task<Prober> CallerAsync(string role, int? person = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenToWriteAsync(_company.Connection, cancellation);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = await store.ApiKeys.CreateAsync(
            [role], person is { } one ? new(one) : null, now, now.AddDays(1), cancellation);
        var http = _host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new(http, Budget);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _factory.DisposeAsync();
    }
}
