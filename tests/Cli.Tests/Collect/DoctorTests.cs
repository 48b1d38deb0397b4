using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>Doctor tries what each source needs, because a token does not tell what Exchange grants or keeps.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private static readonly string[] Sources =
        ["groups", "communities", "sent-items", "meetings", "chats", "channels", "calls"];

    private CollectedTenant _collected = null!;

    private StandInTenant Tenant => _collected.Tenant;

    public async ValueTask InitializeAsync()
    {
        _collected = await CollectedTenant.StartAsync(people: 60, Sources);
        await _collected.Cli.RunAsync(
            "collect", "directory", "--store", "a.db", "--since", $"{_collected.Company.Options.From:yyyy-MM-dd}");
        // Needed by no source that is on.
        Tenant.Grants.Remove("ExchangeMessageTrace.Read.All");
        Tenant.Grants.Remove("ChatMember.Read.All");
    }

    public ValueTask DisposeAsync() => _collected.DisposeAsync();

    [Fact]
    public async Task All_is_well_where_all_is_granted_and_answers_on_one_screen()
    {
        var before = Tenant.Requests.Count;

        var doctor = await LookAsync(expected: 0);

        Assert.Equal(Sources.Length + 1, doctor.OutputLines.Count(
            line => line.StartsWith("ok     Source ", StringComparison.Ordinal)));
        Assert.All(doctor.OutputLines.Where(line => line.Contains(" Source ")), line =>
            Assert.EndsWith(": tried, and answered.", line, StringComparison.Ordinal));
        Assert.InRange(doctor.OutputLines.Length, 1, 24);
        Assert.InRange(Tenant.Requests.Count - before, Sources.Length, 20);
    }

    [Fact]
    public async Task What_exchange_grants_works_though_the_token_does_not_tell()
    {
        Tenant.Grants.Remove("Mail.ReadBasic.All");
        Tenant.ExchangeGrants.Add("Mail.ReadBasic.All");

        var doctor = await LookAsync(expected: 0);

        Assert.Contains("Mail.ReadBasic.All is not in the token, but what it allows is answered", doctor.Output);
    }

    [Fact]
    public async Task One_mailbox_in_scope_among_those_tried_is_enough()
    {
        var asked = new HashSet<string>();
        Tenant.IsInScope = mailbox => !asked.Add(mailbox) || asked.Count > 1;

        await LookAsync(expected: 0);
    }

    [Fact]
    public async Task What_exchange_keeps_is_told_though_the_token_has_it()
    {
        Tenant.IsInScope = _ => false;

        var doctor = await LookAsync(expected: 1);

        Assert.Contains("WRONG  Source sent-items: Mail.ReadBasic.All is granted, but the service refuses (403): an "
            + "application access policy of Exchange", doctor.Output);
        Assert.Contains("WRONG  Source meetings: Calendars.ReadBasic.All is granted, but", doctor.Output);
        Assert.Contains("ok     Source chats:", doctor.Output);
    }

    [Fact]
    public async Task Permissions_missing_and_too_many_are_told_and_how_to_grant_once()
    {
        Tenant.Grants.Remove("Chat.Read.All");
        Tenant.Grants.Remove("GroupMember.Read.All");
        Tenant.Grants.Add("Directory.ReadWrite.All");

        var doctor = await LookAsync(expected: 1);

        Assert.Contains("WRONG  Source chats: Chat.Read.All is missing.", doctor.Output);
        Assert.Contains("WRONG  Source groups: GroupMember.Read.All is missing.", doctor.Output);
        Assert.Contains("WRONG  Source communities: GroupMember.Read.All is missing.", doctor.Output);
        Assert.Contains("WRONG  More than needed: Directory.ReadWrite.All.", doctor.Output);
        Assert.Single(doctor.OutputLines, line => line.StartsWith("       To grant: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Source_that_does_not_answer_is_told_and_the_others_are_tried()
    {
        Tenant.Misbehave(Misbehaviour.InternalError, on: "/callRecords");

        var doctor = await LookAsync(expected: 1);

        Assert.Contains("WRONG  Source calls: CallRecords.Read.All could not be tried: "
            + "/v1.0/communications/callRecords answered 500", doctor.Output);
        Assert.Contains("ok     Source channels:", doctor.Output);
    }

    private async Task<CliResult> LookAsync(int expected)
    {
        _collected.Cli.Variables["INFLUENCERMAP_ACCESS_TOKEN"] = Tenant.IssueAccessToken();
        var doctor = await _collected.Cli.TryAsync("doctor", "--store", "a.db");
        Assert.True(expected == doctor.ExitCode, doctor.Output + doctor.Error);
        return doctor;
    }
}
