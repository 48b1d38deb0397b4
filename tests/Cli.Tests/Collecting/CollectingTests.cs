using InfluencerMap.Demo;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>The program collects from the stand-in tenant, in a process of its own.</summary>
public sealed class CollectingTests : IAsyncLifetime
{
    private static readonly MadeCompany Company = new(new() { People = 60, Months = 1 });

    private readonly CliProcess _cli = new();
    private StandInTenant _tenant = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await StandInTenant.StartAsync(new() { Company = Company, PageSize = 20 }, Cancellation);
        _cli.Variables["INFLUENCERMAP_ACCESS_TOKEN"] = _tenant.IssueAccessToken();
        _cli.Variables["INFLUENCERMAP_KEY"] = "a customer key of thirty-two byte";
        Configure("\"directory\": { \"personId\": \"employeeId\", \"leaveDates\": true }, \"message-trace\": {}");
    }

    public async ValueTask DisposeAsync()
    {
        await _tenant.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task Company_comes_back_from_the_tenant_and_a_second_time_changes_nothing()
    {
        await CollectAsync("a.db");
        var first = await StateAsync("a.db");
        await CollectAsync("a.db");

        Assert.Equal(Company.People.Count, first.People.Length);
        Assert.Equal(
            Company.People.Select(p => p.SourceId).Order(StringComparer.Ordinal),
            first.Names.Order(StringComparer.Ordinal));
        Assert.Equal(Company.People.Count(p => p.Manager is not null), first.People.Count(p => p.ManagerId is not null
            && p.ManagerId != p.Id));
        StoredState.AssertSame(first, await StateAsync("a.db"));
    }

    [Fact]
    public async Task Nothing_that_people_wrote_reaches_store_or_messages()
    {
        _tenant.Misbehave(Misbehaviour.Talkative);
        _tenant.Misbehave(Misbehaviour.Unknowns);
        var said = await CollectAsync("a.db");
        Assert.DoesNotContain(Canary.Marker, said.Output + said.Error);
        foreach (var file in Directory.EnumerateFiles(_cli.Folder))
            Assert.DoesNotContain(Canary.Marker, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
    }

    [Fact]
    public async Task Tenant_that_throttles_and_breaks_off_is_asked_again()
    {
        await CollectAsync("good.db");
        _tenant.Misbehave(Misbehaviour.TooManyRequests, after: 1, times: 1, retryAfterSeconds: 1);
        _tenant.Misbehave(Misbehaviour.TruncatedJson, after: 3, times: 1);
        await CollectAsync("bad.db");
        StoredState.AssertSame(await StateAsync("good.db"), await StateAsync("bad.db"));
    }

    [Fact]
    public async Task Source_that_fails_is_reported_and_does_not_stop_the_others()
    {
        _tenant.Misbehave(Misbehaviour.LoopingNextLink, on: "/users");
        var result = await _cli.TryAsync(Arguments("a.db"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("directory is not complete: /v1.0/users/delta has no end", result.Error);
        Assert.Contains("Collect message-trace: complete", result.Error);
        Assert.DoesNotContain('@', result.Error);
    }

    [Fact]
    public async Task Token_never_goes_to_another_host()
    {
        _tenant.Misbehave(Misbehaviour.ForeignNextLink);
        var result = await _cli.TryAsync(Arguments("a.db"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no token was sent there", result.Error);
        Assert.All(_tenant.Requests, request => Assert.DoesNotContain(request.Host, _tenant.ForeignAddress));
    }

    [Fact]
    public async Task Doctor_names_the_permission_that_is_missing_and_those_too_many()
    {
        await CollectAsync("a.db");
        _tenant.Grants.Clear();
        _tenant.Grants.UnionWith(["User.Read.All", "MailboxSettings.Read", "Mail.ReadBasic.All"]);
        _cli.Variables["INFLUENCERMAP_ACCESS_TOKEN"] = _tenant.IssueAccessToken();
        var result = await _cli.TryAsync("doctor", "--store", "a.db");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Source message-trace: ExchangeMessageTrace.Read.All is missing.", result.Output);
        Assert.Contains("More than needed: Mail.ReadBasic.All.", result.Output);
    }

    private void Configure(string sources) => _cli.Write("collect.json", $$"""
        { "graph": "{{_tenant.Address}}", "credential": { "kind": "accessToken" }, "sources": { {{sources}} } }
        """);

    private Task<CliResult> CollectAsync(string store) => _cli.RunAsync(Arguments(store));

    private static string[] Arguments(string store) =>
    [
        "collect", "--store", store, "--since", $"{Company.Options.From:yyyy-MM-dd}",
        "--until", $"{Company.Options.AsOf:yyyy-MM-dd}",
    ];

    private Task<StoredState> StateAsync(string store) => StoredState.ReadAsync(Path.Combine(_cli.Folder, store));
}
