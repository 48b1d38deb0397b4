using System.Text.Json;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>The stand-in's rounds are real: a second one gives only what changed, and tokens end.</summary>
public sealed class DeltaTests
{
    private const string Users = "/users/delta?$select=id,department,manager";

    private static readonly DateTimeOffset MonthsEnd = new(Tenants.Company.Options.AsOf, default, TimeSpan.Zero);

    [Fact]
    public async Task Second_round_of_users_gives_only_changes()
    {
        await using var tenant = await Tenants.StartAsync();
        using var client = Tenants.Client(tenant);
        var (first, last) = await client.AllAsync(Users);

        tenant.Directory.ChangeUser(TenantDirectory.IdOf(5), u => u with { Department = "Elsewhere" });
        tenant.Directory.ChangeUser(TenantDirectory.IdOf(6), u => u with { Manager = null });
        tenant.Directory.ChangeUser(TenantDirectory.IdOf(7), u => u with { Removed = "changed" });
        tenant.Directory.ChangeUser(TenantDirectory.IdOf(8), u => u with { Removed = "deleted" });
        var (second, end) = await client.AllAsync(last.DeltaLink!);
        var (third, _) = await client.AllAsync(end.DeltaLink!);

        Assert.Equal(tenant.Directory.AllUsers().Count, first.Select(u => u.Id()).Distinct().Count());
        Assert.Equal(Enumerable.Range(5, 4).Select(TenantDirectory.IdOf), second.Select(u => u.Id()));
        Assert.Equal("Elsewhere", second[0].GetProperty("department").GetString());
        Assert.False(second[0].TryGetProperty("manager@delta", out _));
        Assert.True(second[1].GetProperty("manager@delta")[0].TryGetProperty("@removed", out _));
        Assert.Equal(["changed", "deleted"], second[2..].Select(u => Reason(u)));
        Assert.Empty(third);
    }

    [Fact]
    public async Task Minimal_round_leaves_out_what_did_not_change()
    {
        await using var tenant = await Tenants.StartAsync();
        using var client = Tenants.Client(tenant);
        var last = (await client.AllAsync("/users/delta?$select=id,department,jobTitle")).Last;
        tenant.Directory.ChangeUser(TenantDirectory.IdOf(5), u => u with { JobTitle = "Other" });

        client.DefaultRequestHeaders.Add("Prefer", "return=minimal");
        var user = Assert.Single((await client.AllAsync(last.DeltaLink!)).Items);

        Assert.Equal(["id", "jobTitle"], user.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Members_of_a_large_group_are_spread_and_later_told_as_changes()
    {
        await using var tenant = await Tenants.StartAsync(pageSize: 3);
        using var client = Tenants.Client(tenant);
        var everyone = tenant.Directory.AllGroups().Single(g => g.DisplayName == "Everyone");
        var (first, last) = await client.AllAsync("/groups/delta?$select=id,members");

        tenant.Directory.ChangeGroup(everyone.Id, g => g with { Members = [.. g.Members.Skip(1)] });
        var change = Assert.Single((await client.AllAsync(last.DeltaLink!)).Items);

        var parts = first.Where(g => g.Id() == everyone.Id).ToArray();
        Assert.True(parts.Length > 1);
        Assert.Equal(everyone.Members, parts.SelectMany(p => p.GetProperty("members@delta").EnumerateArray())
            .Select(m => m.Id()));
        Assert.Equal("deleted", Reason(Assert.Single(change.GetProperty("members@delta").EnumerateArray())));
    }

    [Fact]
    public async Task Rounds_through_time_give_each_mail_once()
    {
        await using var tenant = await Tenants.StartAsync(pageSize: 7, now: MonthsEnd.AddDays(-20));
        using var client = Tenants.Client(tenant);
        var sentItems = $"{SentItems(TenantDirectory.IdOf(1))}?$select=sentDateTime";
        var path = sentItems;
        var seen = new List<string>();
        for (var hours = 0; hours <= 20 * 24; hours += 7)
        {
            tenant.Clock.Now = MonthsEnd.AddDays(-20).AddHours(hours);
            var (items, last) = await client.AllAsync(path);
            Assert.All(items, m => Assert.True(m.GetProperty("sentDateTime").GetDateTimeOffset() <= tenant.Clock.Now));
            seen.AddRange(items.Select(m => m.Id()));
            path = last.DeltaLink!;
        }
        tenant.Clock.Now = MonthsEnd;
        seen.AddRange((await client.AllAsync(path)).Items.Select(m => m.Id()));

        Assert.Equal((await client.AllAsync(sentItems)).Items.Select(m => m.Id()), seen);
        Assert.True(seen.Count > 20);
    }

    [Fact]
    public async Task Message_trace_and_sent_items_tell_the_same_mail()
    {
        await using var tenant = await Tenants.StartAsync();
        using var client = Tenants.Client(tenant);
        var traced = (await client.AllAsync("/admin/exchange/tracing/messageTraces?$top=5000&$filter="
            + "receivedDateTime ge 2026-06-22T00:00:00Z and receivedDateTime lt 2026-06-27T00:00:00Z")).Items
            .Where(r => r.GetProperty("status").GetString()!.Equals("delivered", StringComparison.OrdinalIgnoreCase))
            .Select(r => (r.GetProperty("messageId").GetString(), r.GetProperty("recipientAddress").GetString()));
        var sent = new List<(string?, string?)>();
        foreach (var user in tenant.Directory.AllUsers().Where(u => u.UserPurpose is "user" or "others"))
            foreach (var mail in (await client.AllAsync(SentItems(user.Id))).Items)
                if (mail.GetProperty("sentDateTime").GetDateTime() is { Month: 6, Day: >= 22 and < 27 })
                    sent.AddRange(Recipients(mail).Select(r => (mail.GetProperty("internetMessageId").GetString(), r)));

        // What outsiders send lies in no mailbox of the tenant.
        var inside = traced.Where(t => sent.Any(s => s.Item1 == t.Item1)).ToArray();
        Assert.Equal(sent.Order(), inside.Order());
        Assert.True(traced.Count() > inside.Length);
    }

    [Fact]
    public async Task Channel_round_gives_the_thread_of_a_new_answer_and_a_late_reaction()
    {
        await using var tenant = await Tenants.StartAsync();
        using var client = Tenants.Client(tenant);
        var post = tenant.Teams.Post(author: 3, mentions: [4]);
        var team = tenant.Teams.Messages().Single(m => m.Number == post).TeamId!;
        var last = (await client.AllAsync(
            $"/teams/{team}/channels/{TenantTeams.ChannelOf(team)}/messages/delta?$expand=replies")).Last;

        tenant.Clock.Now += TimeSpan.FromHours(1);
        var reply = tenant.Teams.Reply(post, author: 4);
        tenant.Teams.React(post, account: 5);
        var thread = Assert.Single((await client.AllAsync(last.DeltaLink!)).Items);

        Assert.Equal(post.ToString(), thread.Id());
        Assert.Equal(reply.ToString(), Assert.Single(thread.GetProperty("replies").EnumerateArray()).Id());
        Assert.Single(thread.GetProperty("reactions").EnumerateArray());
        Assert.True(thread.GetProperty("lastModifiedDateTime").GetDateTime()
            > thread.GetProperty("createdDateTime").GetDateTime());
    }

    [Theory]
    [InlineData(Misbehaviour.SyncStateNotFound, 400)]
    [InlineData(Misbehaviour.Gone, 410)]
    public async Task Expired_token_is_refused_and_the_round_can_begin_anew(Misbehaviour kind, int status)
    {
        await using var tenant = await Tenants.StartAsync();
        using var client = Tenants.Client(tenant);
        var (items, last) = await client.AllAsync(Users);
        tenant.ExpireDeltaTokens(kind);

        var refused = await client.PageAsync(last.DeltaLink!);

        Assert.Equal(status, refused.Status);
        if (kind == Misbehaviour.SyncStateNotFound)
            Assert.Equal("syncStateNotFound", refused.ErrorCode);
        else
            Assert.Equal(items.Length, (await client.AllAsync(refused.Location!.OriginalString)).Items.Length);
    }

    private static string SentItems(string user) => $"/users/{user}/mailFolders/sentitems/messages/delta";

    private static IEnumerable<string?> Recipients(JsonElement mail) =>
        ((string[])["toRecipients", "ccRecipients", "bccRecipients"])
        .SelectMany(list => mail.GetProperty(list).EnumerateArray())
        .Select(r => r.GetProperty("emailAddress").GetProperty("address").GetString());

    private static string? Reason(JsonElement item) => item.GetProperty("@removed").GetProperty("reason").GetString();
}
