using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>What the stand-in answers agrees with the types that Microsoft publishes.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private static readonly DateTimeOffset MonthsEnd = new(Tenants.Company.Options.AsOf, default, TimeSpan.Zero);

    private StandInTenant _tenant = null!;
    private PrismProxy? _proxy;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _tenant = await Tenants.StartAsync(now: MonthsEnd.AddHours(12));
        _proxy = await PrismProxy.StartAsync(_tenant);
        _client = Tenants.Client(_tenant);
        _client.BaseAddress = new(_proxy.Address.AbsoluteUri.TrimEnd('/'));
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _proxy?.Dispose();
        return _tenant.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_keep_the_contract_on_every_path(bool withTroubles)
    {
        var post = _tenant.Teams.Post(author: 3, mentions: [4]);
        _tenant.Teams.Reply(post, author: 4);
        _tenant.Teams.React(post, account: 5);
        _tenant.Teams.Edit(post);
        foreach (var kind in (Misbehaviour[])[Misbehaviour.Talkative, Misbehaviour.Unknowns, Misbehaviour.EmptyPages,
            Misbehaviour.Duplicates, Misbehaviour.OutOfOrder, Misbehaviour.Replays])
            if (withTroubles)
                _tenant.Misbehave(kind);

        foreach (var path in Paths(_tenant.Teams.Messages().Single(m => m.Number == post).TeamId!))
        {
            var (items, last) = await ReadAsync(path);
            Assert.True(items > 0, $"{path} answered nothing.");
            if (last.DeltaLink is not { } delta)
                continue;
            _tenant.Directory.ChangeUser(TenantDirectory.IdOf(8), u => u with { Manager = TenantDirectory.IdOf(0) });
            _tenant.Directory.ChangeUser(TenantDirectory.IdOf(9), u => u with { Removed = "changed" });
            _tenant.Teams.Delete(post);
            await ReadAsync(delta);
            _tenant.Directory.ChangeUser(TenantDirectory.IdOf(9), u => u with { Removed = null });
        }
    }

    [Fact]
    public async Task Single_objects_keep_the_contract()
    {
        var call = (await _client.PageAsync("/communications/callRecords")).Items[0].GetProperty("id").GetString();

        foreach (var path in (string[])[$"/communications/callRecords/{call}?$expand=participants_v2",
            $"/users/{TenantDirectory.IdOf(9)}/manager"])
            AssertKept(await _client.PageAsync(path), path);
    }

    [Fact]
    public async Task Refusals_keep_the_contract()
    {
        var round = (await _client.AllAsync("/users/delta")).Last.DeltaLink!;
        _tenant.Misbehave(Misbehaviour.TooManyRequests, on: "/groups/delta", times: 1);
        _tenant.ExpireDeltaTokens(Misbehaviour.Gone);

        Assert.Equal(429, (await _client.PageAsync("/groups/delta")).Status);
        Assert.Equal(410, (await _client.PageAsync(round)).Status);
    }

    [Fact]
    public async Task Prism_does_check()
    {
        using var stranger = new HttpClient { BaseAddress = _client.BaseAddress };

        Assert.Equal(401, (await stranger.PageAsync("users/delta")).Status);
        Assert.Equal(404, (await _client.PageAsync("/users/delta()")).Status);
    }

    private async Task<(int Items, JsonPage Last)> ReadAsync(string path)
    {
        for (var items = 0; ;)
        {
            var page = await _client.PageAsync(path);
            AssertKept(page, path);
            items += page.Items.Length;
            if (page.NextLink is not { } next)
                return (items, page);
            path = next;
        }
    }

    private static void AssertKept(JsonPage page, string path)
    {
        Assert.True(page.Status == 200, $"{path}: {page.Status} {page.Text[..Math.Min(page.Text.Length, 2_000)]}");
        Assert.Null(page.Violations);
    }

    private static IEnumerable<string> Paths(string team)
    {
        var person = TenantDirectory.IdOf(2);
        yield return "/users/delta?$select=id,displayName,mail,userPrincipalName,proxyAddresses,otherMails,"
            + "accountEnabled,userType,department,jobTitle,officeLocation,country,companyName,employeeId,employeeType,"
            + "employeeHireDate,employeeLeaveDateTime,employeeOrgData,onPremisesExtensionAttributes,imAddresses,"
            + "assignedLicenses,manager";
        yield return "/groups/delta?$select=id,displayName,description,groupTypes,mail,mailEnabled,proxyAddresses,"
            + "resourceProvisioningOptions,securityEnabled,visibility,members";
        yield return "/groups/b0000000-0000-4000-8000-000000000001/members";
        yield return $"/users/{person}/mailFolders/sentitems/messages/delta";
        yield return "/admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge 2026-06-22T00:00:00Z and "
            + "receivedDateTime le 2026-06-23T00:00:00Z";
        yield return $"/users/{person}/calendarView?startDateTime=2026-06-01&endDateTime=2026-07-01";
        yield return $"/users/{person}/chats/getAllMessages?$top=50";
        yield return $"/teams/{team}/channels/getAllMessages";
        yield return $"/teams/{team}/channels/{TenantTeams.ChannelOf(team)}/messages/delta?$expand=replies";
        yield return "/communications/callRecords?$filter=startDateTime ge 2026-06-15T00:00:00Z";
        yield return "/employeeExperience/communities";
    }
}
