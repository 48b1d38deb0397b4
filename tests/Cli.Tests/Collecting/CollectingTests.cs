using InfluencerMap.Cli.Demo;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>The program collects from the stand-in tenant, in a process of its own.</summary>
public sealed class CollectingTests : IAsyncLifetime
{
    private const int KillCount = 50;
    private const int StartsMax = 200;

    private static readonly MadeCompany Company = DemoCompany.Make(new() { People = 60, Months = 1 });

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
        Assert.NotEmpty(first.Interactions);
        var second = await StateAsync("a.db");
        Assert.Equal(first.People, second.People);
        Assert.Equal(first.Interactions, second.Interactions);
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

    [Theory]
    [InlineData(10_000, Misbehaviour.Replays, Misbehaviour.Duplicates, Misbehaviour.OutOfOrder,
        Misbehaviour.EmptyPages)]
    [InlineData(1, Misbehaviour.TooManyRequests, Misbehaviour.TooManyRequestsUntil, Misbehaviour.ServiceUnavailable,
        Misbehaviour.TruncatedJson, Misbehaviour.ConnectionCut, Misbehaviour.Html, Misbehaviour.InternalError)]
    public async Task Misbehaviour_of_the_tenant_changes_nothing_that_is_stored(int times, params Misbehaviour[] kinds)
    {
        await CollectAsync("good.db");
        foreach (var (after, kind) in kinds.Index())
            _tenant.Misbehave(kind, after: after + 1, times: times, retryAfterSeconds: 1);
        await CollectAsync("bad.db");
        var (good, bad) = (await StateAsync("good.db"), await StateAsync("bad.db"));
        Assert.Equal(good.People, bad.People);
        Assert.Equal(good.Interactions, bad.Interactions);
    }

    [Theory]
    [InlineData(Misbehaviour.SyncStateNotFound)]
    [InlineData(Misbehaviour.Gone)]
    public async Task Spent_delta_token_reads_the_directory_again_and_loses_nobody(Misbehaviour kind)
    {
        await CollectAsync("a.db");
        var first = await StateAsync("a.db");
        _tenant.ExpireDeltaTokens(kind);
        await CollectAsync("a.db");
        Assert.Equal(first.People, (await StateAsync("a.db")).People);
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

    [Fact]
    public async Task Collection_killed_at_50_points_loses_and_doubles_nothing()
    {
        await CollectAsync("whole.db");
        var whole = await StateAsync("whole.db");
        var requestsOfWhole = _tenant.Requests.Count;
        var random = new Random(50);
        var (kills, stores) = (0, 1);
        // A store that is complete gives way to a new one; points are counted in requests, not in time.
        for (var start = 0; kills < KillCount && start < StartsMax; start++)
        {
            var killAfter = random.Next(1, 1 + requestsOfWhole / 2);
            if (await IsKilledAsync($"killed{stores}.db", killAfter, delayMs: random.Next(15)))
                kills++;
            else
                stores++;
        }
        Assert.Equal(KillCount, kills);
        await CollectAsync($"killed{stores}.db");
        for (var store = 1; store <= stores; store++)
        {
            var killed = await StateAsync($"killed{store}.db");
            Assert.Equal(whole.People, killed.People);
            Assert.Equal(whole.Interactions, killed.Interactions);
        }
    }

    /// <summary>Collects, and kills the process once it has asked so often; false where it ended before.</summary>
    private async Task<bool> IsKilledAsync(string store, int killAfter, int delayMs)
    {
        var askedBefore = _tenant.Requests.Count;
        using var process = _cli.Start(Arguments(store));
        while (!process.HasExited && _tenant.Requests.Count - askedBefore < killAfter)
            await Task.Delay(1, Cancellation);
        await Task.Delay(delayMs, Cancellation);
        var isKilled = !process.HasExited;
        if (isKilled)
            process.Kill();
        await process.WaitForExitAsync(Cancellation);
        Assert.True(isKilled || process.ExitCode == 0, $"Collecting ended with {process.ExitCode}.");
        return isKilled;
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

    private async Task<State> StateAsync(string store)
    {
        await using var opened = await Store.OpenExistingAsync(Path.Combine(_cli.Folder, store), Cancellation);
        var names = await opened.People.NamesAsync(Cancellation);
        return new(
            await opened.People.ReadAsync(Cancellation),
            [.. names.Values.Select(name => name.SourceId)],
            await opened.Interactions.ReadAsync(
                await opened.Interactions.SpanAsync(Cancellation) ?? Period.Before(Company.Options.AsOf, 1),
                Cancellation).ToArrayAsync(Cancellation));
    }

    private sealed record State(Person[] People, string[] Names, Interaction[] Interactions);
}
