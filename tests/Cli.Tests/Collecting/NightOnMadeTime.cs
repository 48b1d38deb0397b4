using System.Text.Json;
using Azure.Core;
using InfluencerMap.Collectors;
using InfluencerMap.Demo;
using InfluencerMap.Storage;
using InfluencerMap.Tenant;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>Nights of collecting in this process, on a clock on which nobody waits.</summary>
internal sealed class NightOnMadeTime : IAsyncDisposable
{
    private static readonly byte[] Key = new byte[32];

    private readonly string _folder = Directory.CreateTempSubdirectory("influencermap-").FullName;

    private NightOnMadeTime(StandInTenant tenant, JumpingTime time) => (Tenant, Time) = (tenant, time);

    public static MadeCompany Company { get; } = new(new() { People = 60, Months = 1 });

    public StandInTenant Tenant { get; }

    public JumpingTime Time { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NightOnMadeTime> StartAsync()
    {
        var time = new JumpingTime();
        var options = new TenantOptions
        {
            Company = Company,
            PageSize = 20,
            NestedPageSize = 5,
            WaitClock = time,
        };
        return new(await StandInTenant.StartAsync(options, Cancellation), time);
    }

    /// <summary>Collects every source up to the tenant's present.</summary>
    public async Task<IReadOnlyDictionary<string, SourceOutcome>> CollectAsync(string store = "company.db")
    {
        var settings = new TenantSettings
        {
            Graph = Tenant.Address,
            RequestsPerSecond = 5_000,
            // Only a test takes mail both by trace and by mailbox.
            Sources = SourcePaths.Of.Keys.ToDictionary(name => name, name => JsonSerializer.SerializeToElement(
                name == "directory" ? new { personId = "employeeId" } : new object())),
        };
        using var connection = new GraphConnection(settings.Address(), new IssuedToken(Tenant.IssueAccessToken()));
        var pages = new GraphPages(connection, new(settings.Pace(Time), Time));
        var since = Company.Options.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await using var opened = await Store.OpenAsync(PathOf(store), Cancellation);
        var outcomes = await Progress.ShowAsync(progress =>
            new Collection(opened, pages.Throttle, Time, new(since, Tenant.Clock.Now.UtcDateTime), progress).RunAsync(
                TenantSource.On(settings).Select(source => source.Create(settings, pages, Key)), Cancellation));
        return outcomes.ToDictionary(outcome => outcome.Source);
    }

    public async Task CollectWholeAsync(string store = "company.db") =>
        Assert.All((await CollectAsync(store)).Values, outcome => Assert.Null(outcome.Failure));

    public Task<StoredState> StateAsync(string store = "company.db") =>
        StoredState.ReadAsync(PathOf(store));

    public string PathOf(string store) => Path.Combine(_folder, store);

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class IssuedToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
