using System.Text.Json;
using InfluencerMap.Collectors;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>Every collector of interactions, against a tenant that behaves and one that does not.</summary>
public sealed class CollectorTests
{
    private static readonly DateTimeOffset MonthsEnd = new(Tenants.Company.Options.AsOf, default, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<GraphPages, ICollector>> Sources = new()
    {
        ["sent-items"] = pages => new SentItemsCollector(pages),
        ["meetings"] = pages => new MeetingsCollector(pages),
        ["chats"] = pages => new ChatsCollector(pages),
        ["channels"] = pages => new ChannelsCollector(pages),
        ["calls"] = pages => new CallsCollector(pages),
    };

    public static TheoryData<string> SourceNames { get; } = [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Requests_and_answers_keep_the_contract(string source)
    {
        await using var tenant = await Tenants.StartAsync();
        using var prism = await PrismProxy.StartAsync(tenant);
        using var behindProxy = new Collection(tenant, prism.Address);
        using var direct = new Collection(tenant);

        await behindProxy.CollectAsync(Sources[source]);
        tenant.UseProxyAddress(null);
        await direct.CollectAsync(Sources[source]);

        Assert.NotEmpty(direct.Interactions);
        Assert.Equal(direct.Interactions, behindProxy.Interactions);
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Untidy_tenant_gives_the_same_as_a_tidy_one(string source)
    {
        await using var tidy = await Tenants.StartAsync();
        await using var untidy = await Tenants.StartAsync(pageSize: 10, nestedPageSize: 1);
        foreach (var kind in (Misbehaviour[])[Misbehaviour.Replays, Misbehaviour.Duplicates, Misbehaviour.OutOfOrder,
            Misbehaviour.EmptyPages, Misbehaviour.Unknowns, Misbehaviour.Talkative])
            untidy.Misbehave(kind);

        await AssertSameAsync(Sources[source], tidy, untidy);
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Failing_tenant_gives_the_same_as_a_sound_one(string source)
    {
        await using var sound = await Tenants.StartAsync();
        await using var failing = await Tenants.StartAsync();
        foreach (var (number, kind) in ((Misbehaviour[])[Misbehaviour.TooManyRequests,
            Misbehaviour.TooManyRequestsUntil, Misbehaviour.ServiceUnavailable, Misbehaviour.GatewayTimeout,
            Misbehaviour.TruncatedJson, Misbehaviour.ConnectionCut, Misbehaviour.Html, Misbehaviour.SlowBody,
            Misbehaviour.Silence]).Index())
            failing.Misbehave(kind, after: 1 + number, times: 1, retryAfterSeconds: 30);

        await AssertSameAsync(Sources[source], sound, failing);
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Nights_in_a_row_give_the_same_as_one_night_at_the_end(string source)
    {
        await using var tenant = await Tenants.StartAsync(now: MonthsEnd.AddDays(-9).AddHours(11));
        using var nightly = new Collection(tenant);
        for (; tenant.Clock.Now < MonthsEnd; tenant.Clock.Now += TimeSpan.FromDays(3))
            await nightly.CollectAsync(Sources[source]);
        tenant.Clock.Now = MonthsEnd;
        tenant.ExpireDeltaTokens();
        using var atOnce = new Collection(tenant);
        await atOnce.CollectAsync(Sources[source]);

        await CollectAnewAsync(nightly, Sources[source]);

        Assert.Equal(atOnce.Interactions, nightly.Interactions);
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Link_that_leads_away_or_in_a_circle_is_refused_and_no_token_leaves(string source)
    {
        foreach (var kind in (Misbehaviour[])[Misbehaviour.ForeignNextLink, Misbehaviour.LoopingNextLink])
        {
            await using var tenant = await Tenants.StartAsync(pageSize: 1);
            tenant.Misbehave(Misbehaviour.EmptyPages);
            tenant.Misbehave(kind);
            using var collection = new Collection(tenant);

            await Assert.ThrowsAsync<GraphException>(() => collection.CollectAsync(Sources[source]));

            Assert.DoesNotContain(tenant.Requests, r => r.Host != tenant.Address.Authority);
        }
    }

    [Fact]
    public async Task Mailbox_is_asked_by_four_requests_at_once_and_no_more()
    {
        await using var tenant = await Tenants.StartAsync(latency: TimeSpan.FromMilliseconds(20));
        using var collection = new Collection(tenant);
        var pages = collection.Pages((JumpingTime)tenant.Options.WaitClock);
        var id = TenantDirectory.IdOf(3);
        var query = new GraphQuery { Link = $"/users/{id}/mailFolders/sentitems/messages/delta", Mailbox = id };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            await pages.ReadOneAsync<bool>(query, Skip, TestContext.Current.CancellationToken)));

        Assert.Equal(4, tenant.MostInFlightForOneMailbox);
        Assert.All(tenant.Requests, asked => Assert.Equal(200, asked.Status));

        static bool Skip(ref Utf8JsonReader json, out bool item)
        {
            while (json.Read() && json.CurrentDepth > 0)
                json.TrySkip();
            return item = true;
        }
    }

    private static async Task AssertSameAsync(
        Func<GraphPages, ICollector> source, StandInTenant expected, StandInTenant actual)
    {
        Talk(expected);
        Talk(actual);
        using var ofExpected = new Collection(expected);
        using var ofActual = new Collection(actual);
        await ofExpected.CollectAsync(source);
        await ofActual.CollectAsync(source);

        Assert.NotEmpty(ofExpected.Interactions);
        Assert.Equal(ofExpected.Interactions, ofActual.Interactions);
        Assert.InRange(actual.MostInFlightForOneMailbox, 0, 4);
        Assert.Equal(0, actual.EarlyRequestCount);
    }

    /// <summary>A thread with several answers, a late reaction, an edit and a deletion.</summary>
    private static void Talk(StandInTenant tenant)
    {
        tenant.Clock.Now -= TimeSpan.FromHours(2);
        var post = tenant.Teams.Post(author: 3, mentions: [4]);
        var first = tenant.Teams.Reply(post, author: 4);
        tenant.Teams.Reply(post, author: 5);
        var regretted = tenant.Teams.Reply(post, author: 6);
        tenant.Clock.Now += TimeSpan.FromHours(2);
        tenant.Teams.React(first, account: 7);
        tenant.Teams.Edit(post);
        tenant.Teams.Delete(regretted);
    }

    /// <summary>As the nightly run does: a cursor that the service has forgotten is forgotten here too.</summary>
    private static async Task CollectAnewAsync(Collection collection, Func<GraphPages, ICollector> source)
    {
        try
        {
            await collection.CollectAsync(source);
        }
        catch (FullResyncException)
        {
            collection.ForgetCursors();
            await collection.CollectAsync(source);
        }
    }
}
