using InfluencerMap.Tenant;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Authentication;

namespace InfluencerMap.Tests;

/// <summary>Microsoft's own client reads every kind of page that the stand-in writes.</summary>
public sealed class SdkTests : IAsyncLifetime
{
    private static readonly DateTimeOffset MonthsEnd = new(Tenants.Company.Options.AsOf, default, TimeSpan.Zero);

    private StandInTenant _tenant = null!;
    private GraphServiceClient _graph = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await Tenants.StartAsync(now: MonthsEnd.AddHours(12));
        _graph = new(
            new BaseBearerTokenAuthenticationProvider(new IssuedToken(_tenant)), _tenant.Address.AbsoluteUri);
    }

    public ValueTask DisposeAsync()
    {
        _graph.Dispose();
        return _tenant.DisposeAsync();
    }

    [Fact]
    public async Task Sdk_reads_users_and_the_change_after_them()
    {
        var users = new List<User>();
        var page = await _graph.Users.Delta.GetAsDeltaGetResponseAsync(request => request.QueryParameters.Select =
            ["id", "displayName", "mail", "proxyAddresses", "accountEnabled", "employeeHireDate", "manager",
                "onPremisesExtensionAttributes", "employeeOrgData", "otherMails", "userType", "assignedLicenses"],
            Cancellation);
        while (true)
        {
            users.AddRange(page!.Value!);
            if (page.OdataNextLink is not { } next)
                break;
            page = await _graph.Users.Delta.WithUrl(next).GetAsDeltaGetResponseAsync(cancellationToken: Cancellation);
        }

        Assert.Equal(_tenant.Directory.AllUsers().Count, users.Count);
        Assert.Equal(Tenants.Company.People.Count - 1, users.Count(u => u.AdditionalData.ContainsKey("manager@delta")));
        Assert.All(users.Where(u => u.EmployeeHireDate is not null), u => Assert.NotEmpty(u.ProxyAddresses!));

        _tenant.Directory.ChangeUser(TenantDirectory.IdOf(7), user => user with { Removed = "deleted" });
        page = await _graph.Users.Delta.WithUrl(page.OdataDeltaLink!)
            .GetAsDeltaGetResponseAsync(cancellationToken: Cancellation);

        var removed = Assert.Single(page!.Value!);
        Assert.Equal(TenantDirectory.IdOf(7), removed.Id);
        Assert.Contains("@removed", removed.AdditionalData.Keys);
    }

    [Fact]
    public async Task Sdk_reads_groups_members_and_mailbox_purposes()
    {
        var groups = await _graph.Groups.Delta.GetAsDeltaGetResponseAsync(
            request => request.QueryParameters.Select = ["id", "displayName", "groupTypes", "mail", "members"],
            Cancellation);
        var members = await _graph.Groups[groups!.Value![1].Id].Members.GetAsync(cancellationToken: Cancellation);
        var manager = await _graph.Users[TenantDirectory.IdOf(9)].Manager.GetAsync(cancellationToken: Cancellation);
        var settings = await _graph.Users[TenantDirectory.IdOf(9)].MailboxSettings
            .GetAsync(cancellationToken: Cancellation);

        Assert.All(groups.Value, g => Assert.Contains("members@delta", g.AdditionalData.Keys));
        Assert.All(members!.Value!, m => Assert.IsType<User>(m));
        Assert.Equal(TenantDirectory.IdOf(Tenants.Company.People[9].Manager!.Index), manager!.Id);
        Assert.Equal(UserPurpose.User, settings!.UserPurpose);
    }

    [Fact]
    public async Task Sdk_reads_one_group_by_filter_with_its_nested_group_and_its_end()
    {
        var ids = _tenant.Directory.AllGroups().Select(g => g.Id).ToArray();
        _tenant.Directory.ChangeGroup(ids[1], group => group with { Members = [ids[0], .. group.Members.Take(1)] });

        var page = await _graph.Groups.Delta.GetAsDeltaGetResponseAsync(request =>
        {
            request.QueryParameters.Select = ["id", "proxyAddresses", "members"];
            request.QueryParameters.Filter = $"id eq '{ids[1]}' or id eq '{ids[2]}'";
        }, Cancellation);
        var members = await _graph.Groups[ids[1]].Members.GetAsync(cancellationToken: Cancellation);
        _tenant.Directory.ChangeGroup(ids[2], group => group with { Removed = "changed" });
        var next = await _graph.Groups.Delta.WithUrl(page!.OdataDeltaLink!)
            .GetAsDeltaGetResponseAsync(cancellationToken: Cancellation);

        Assert.Equal([ids[1], ids[2]], page.Value!.Select(g => g.Id));
        Assert.All(page.Value!, g => Assert.Contains(
            g.ProxyAddresses!, address => address.StartsWith("SMTP:", StringComparison.Ordinal)));
        Assert.Equal([typeof(Group), typeof(User)], members!.Value!.Select(m => m.GetType()));
        Assert.Equal((ids[2], true),
            (Assert.Single(next!.Value!).Id, next.Value![0].AdditionalData.ContainsKey("@removed")));
    }

    [Fact]
    public async Task Sdk_reads_sent_items()
    {
        var sender = Tenants.Company.People.MaxBy(p => SentCount(p.Index))!.Index;
        var folder = _graph.Users[TenantDirectory.IdOf(sender)].MailFolders["sentitems"].Messages.Delta;
        var page = await folder.GetAsDeltaGetResponseAsync(cancellationToken: Cancellation);
        List<Message> messages = [.. page!.Value!];
        while (page!.OdataNextLink is { } next)
        {
            page = await folder.WithUrl(next).GetAsDeltaGetResponseAsync(cancellationToken: Cancellation);
            messages.AddRange(page!.Value!);
        }

        Assert.Equal(SentCount(sender), messages.Select(m => m.InternetMessageId).Distinct().Count());
        Assert.All(messages, m => Assert.NotNull(m.From!.EmailAddress!.Address));
        Assert.All(messages, m => Assert.NotEmpty(m.ToRecipients!));
        Assert.All(messages, m => Assert.Contains(Canary.Marker, m.Subject));
    }

    [Fact]
    public async Task Sdk_reads_calendars()
    {
        var events = new List<Event>();
        foreach (var person in Tenants.Company.People)
        {
            var view = await _graph.Users[TenantDirectory.IdOf(person.Index)].CalendarView.GetAsync(request =>
            {
                request.QueryParameters.StartDateTime = MonthsEnd.AddDays(-7).ToString("O");
                request.QueryParameters.EndDateTime = MonthsEnd.ToString("O");
                request.QueryParameters.Top = 500;
            }, Cancellation);
            events.AddRange(view!.Value!);
        }

        Assert.All(events, e => Assert.NotEqual(default, e.Start!.ToDateTime()));
        Assert.Contains(events, e => e.IsOrganizer == true && e.Sensitivity == Sensitivity.Private);
        Assert.Contains(events, e => e.Attendees!.Any(a => a.Status!.Response == ResponseType.Declined));
        Assert.Contains(events, e => e.Attendees!.Any(a => a.Type == AttendeeType.Resource));
    }

    [Fact]
    public async Task Sdk_reads_chats_and_channels()
    {
        var post = _tenant.Teams.Post(author: 3, mentions: [4, 5]);
        _tenant.Teams.Reply(post, author: 4);
        _tenant.Teams.React(post, account: 5);
        var team = _tenant.Teams.Messages().Single(m => m.Number == post).TeamId!;
        var chatter = _tenant.Teams.Messages().First(m => m is { ChatId: not null, Author: not null }).Author!.Value;

        var chats = await _graph.Users[TenantDirectory.IdOf(chatter)].Chats.GetAllMessages
            .GetAsGetAllMessagesGetResponseAsync(cancellationToken: Cancellation);
        var exported = await _graph.Teams[team].Channels.GetAllMessages
            .GetAsGetAllMessagesGetResponseAsync(request => request.QueryParameters.Top = 1_000, Cancellation);
        var channels = await _graph.Teams[team].Channels.GetAsync(cancellationToken: Cancellation);
        var threads = await _graph.Teams[team].Channels[channels!.Value!.Single().Id].Messages.Delta
            .GetAsDeltaGetResponseAsync(request => request.QueryParameters.Expand = ["replies"], Cancellation);

        Assert.Contains(chats!.Value!, m => m.From?.User is not null);
        Assert.Contains(exported!.Value!, m => m.ReplyToId == post.ToString());
        var written = exported.Value!.Single(m => m.Id == post.ToString());
        Assert.Equal(2, written.Mentions!.Count(m => m.Mentioned!.User is not null));
        Assert.Equal(TenantDirectory.IdOf(5), written.Reactions!.Single().User!.User!.Id);
        Assert.NotEmpty(threads!.Value!);
        Assert.Equal(_tenant.Directory.AllGroups().Count(g => g.IsTeam),
            (await _graph.Teams.GetAsync(cancellationToken: Cancellation))!.Value!.Count);
    }

    [Fact]
    public async Task Sdk_reads_calls_and_communities()
    {
        var calls = await _graph.Communications.CallRecords.GetAsync(cancellationToken: Cancellation);
        var call = await _graph.Communications.CallRecords[calls!.Value![0].Id].GetAsync(
            request => request.QueryParameters.Expand = ["participants_v2"], Cancellation);
        var communities = await _graph.EmployeeExperience.Communities.GetAsync(cancellationToken: Cancellation);

        Assert.Equal(2, call!.ParticipantsV2!.Count(p => p.Identity!.User is not null));
        Assert.Equal(call.Organizer!.User!.Id, call.ParticipantsV2![0].Identity!.User!.Id);
        Assert.NotEmpty(communities!.Value!);
        Assert.All(communities.Value!, c => Assert.NotNull(c.GroupId));
    }

    [Fact]
    public async Task Sdk_reads_errors()
    {
        _tenant.Misbehave(Misbehaviour.InternalError, on: "/users/delta", times: 1);

        var failed = await Assert.ThrowsAsync<ODataError>(
            () => _graph.Users.Delta.GetAsDeltaGetResponseAsync(cancellationToken: Cancellation));

        Assert.Equal((500, "InternalServerError"), (failed.ResponseStatusCode, failed.Error!.Code));
    }

    private static int SentCount(int account)
    {
        var options = Tenants.Company.Options;
        return Enumerable.Range(options.From.DayNumber, options.AsOf.DayNumber - options.From.DayNumber)
            .SelectMany(day => Tenants.Company.Day(DateOnly.FromDayNumber(day)).Events)
            .Count(e => e.Channel == Graph.Company.Channel.Mail && e.Sender == account);
    }

    private sealed class IssuedToken(StandInTenant tenant) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(tenant.IssueAccessToken());
    }
}
