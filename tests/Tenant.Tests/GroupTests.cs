using InfluencerMap.Collectors;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>Groups and communities, night after night, against what the tenant holds.</summary>
public sealed class GroupTests
{
    private const string Crew = "c0000000-0000-4000-8000-000000000001";

    private static readonly Dictionary<string, Func<GraphPages, ICollector>> Sources = new()
    {
        ["groups"] = pages => new GroupsCollector(pages),
        ["communities"] = pages => new CommunitiesCollector(pages, new()),
    };

    public static TheoryData<string> SourceNames { get; } = [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Requests_and_answers_keep_the_contract(string source)
    {
        await using var tenant = await Tenants.StartAsync();
        using var prism = await PrismProxy.StartAsync(tenant);
        using var behindProxy = new Collection(tenant, prism.Address);

        await behindProxy.CollectAsync(Sources[source]);
        Change(tenant);
        await behindProxy.CollectAsync(Sources[source]);

        Assert.Equal(Expected(source, tenant), behindProxy.Groups());
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Groups_are_as_the_tenant_holds_them_after_each_night(string source)
    {
        await using var tenant = await Tenants.StartAsync();
        using var collection = new Collection(tenant);
        await AssertFollowedAsync(source, tenant, collection, () => { });
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Untidy_tenant_is_understood(string source)
    {
        await using var tenant = await Tenants.StartAsync(pageSize: 3);
        foreach (var kind in (Misbehaviour[])[Misbehaviour.Replays, Misbehaviour.Duplicates, Misbehaviour.OutOfOrder,
            Misbehaviour.EmptyPages, Misbehaviour.Unknowns, Misbehaviour.Talkative])
            tenant.Misbehave(kind);
        using var collection = new Collection(tenant);
        await AssertFollowedAsync(source, tenant, collection, () => { });
    }

    [Theory]
    [InlineData(Misbehaviour.SyncStateNotFound)]
    [InlineData(Misbehaviour.Gone)]
    public async Task Spent_token_reads_everything_again_and_forgets_what_went_meanwhile(Misbehaviour kind)
    {
        await using var tenant = await Tenants.StartAsync();
        using var collection = new Collection(tenant);
        await AssertFollowedAsync("groups", tenant, collection, () => tenant.ExpireDeltaTokens(kind));
    }

    [Theory]
    [MemberData(nameof(SourceNames))]
    public async Task Failing_tenant_gives_the_same_as_a_sound_one(string source)
    {
        await using var tenant = await Tenants.StartAsync(pageSize: 2);
        foreach (var (number, kind) in ((Misbehaviour[])[Misbehaviour.TooManyRequests,
            Misbehaviour.TooManyRequestsUntil, Misbehaviour.ServiceUnavailable, Misbehaviour.TruncatedJson,
            Misbehaviour.ConnectionCut, Misbehaviour.Html, Misbehaviour.Silence]).Index())
            tenant.Misbehave(kind, after: 1 + number, times: 1, retryAfterSeconds: 30);
        using var collection = new Collection(tenant);
        await AssertFollowedAsync(source, tenant, collection, () => { });
        Assert.Equal(0, tenant.EarlyRequestCount);
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

            Assert.Empty(collection.Groups());
            Assert.DoesNotContain(tenant.Requests, r => r.Host != tenant.Address.Authority);
        }
    }

    [Fact]
    public async Task Address_of_a_person_stays_the_persons()
    {
        await using var tenant = await Tenants.StartAsync();
        tenant.Directory.AddGroup(
            new() { Id = Crew, DisplayName = "Crew", Mail = Tenants.Company.People[3].Address, Members = [] });
        using var collection = new Collection(tenant);

        await collection.CollectAsync(Sources["groups"]);

        Assert.Equal([$"former-{Tenants.Company.People[3].Address}"], collection.AddressesOf(Crew));
        Assert.Contains(collection.Notes, note => note.StartsWith("1 addresses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Private_communities_are_read_only_where_asked_for()
    {
        await using var tenant = await Tenants.StartAsync();
        var site = tenant.Directory.AllGroups().First(group => group.IsCommunity).Id;
        tenant.Directory.ChangeGroup(site, group => group with { IsPrivate = true });
        using var collection = new Collection(tenant);

        await collection.CollectAsync(Sources["communities"]);
        Assert.DoesNotContain(collection.Groups(), group => group.Contains(site, StringComparison.Ordinal));

        await collection.CollectAsync(pages => new CommunitiesCollector(pages, new() { Private = true }));
        Assert.Contains(collection.Groups(), group => group.Contains(site, StringComparison.Ordinal));
    }

    private static async Task AssertFollowedAsync(
        string source, StandInTenant tenant, Collection collection, Action betweenNights)
    {
        await collection.CollectAsync(Sources[source]);
        Assert.Equal(Expected(source, tenant), collection.Groups());
        foreach (var change in (Action<StandInTenant>[])[Change, Restore, _ => { }])
        {
            change(tenant);
            betweenNights();
            await collection.CollectAsync(Sources[source]);
            Assert.Equal(Expected(source, tenant), collection.Groups());
        }
    }

    /// <summary>Members come and go, two groups go for good and for now, one is new, groups hold each other.</summary>
    private static void Change(StandInTenant tenant)
    {
        var directory = tenant.Directory;
        var ids = directory.AllGroups().Select(group => group.Id).ToArray();
        directory.ChangeGroup(ids[0], group => group with { Members = [.. group.Members.Skip(2), ids[1]] });
        directory.ChangeGroup(ids[1], group => group with { Members = [.. group.Members, ids[0]] });
        directory.ChangeGroup(ids[2], group => group with { Removed = "deleted" });
        directory.ChangeGroup(ids[^2], group => group with { Removed = "changed" });
        directory.ChangeGroup(ids[^1], group => group with { Mail = "all@demo.invalid" });
        directory.AddGroup(new()
        {
            Id = Crew,
            DisplayName = "Crew",
            Mail = "crew@demo.invalid",
            IsUnified = true,
            IsCommunity = true,
            Members = [TenantDirectory.IdOf(1), TenantDirectory.IdOf(2), ids[0]],
        });
    }

    private static void Restore(StandInTenant tenant)
    {
        var ids = tenant.Directory.AllGroups().Select(group => group.Id).ToArray();
        tenant.Directory.ChangeGroup(ids[^3], group => group with { Removed = null });
        tenant.Directory.ChangeGroup(Crew, group => group with { Members = [TenantDirectory.IdOf(1)] });
    }

    /// <summary>As <see cref="Collection.Groups"/> tells them.</summary>
    private static IEnumerable<string> Expected(string source, StandInTenant tenant) =>
        from found in tenant.Directory.AllGroups()
        where found.Removed is null && (source == "groups" || found.IsCommunity)
        let name = source == "groups" ? "" : found.DisplayName
        let addresses = source == "groups" ? (string[])[$"former-{found.Mail}", found.Mail!] : []
        let told = $"{found.Id} {name}: {string.Join(' ', found.Members.Order(StringComparer.Ordinal))} at "
            + string.Join(' ', addresses.Order(StringComparer.Ordinal))
        orderby told
        select told;
}
