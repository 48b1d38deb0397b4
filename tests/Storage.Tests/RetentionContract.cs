using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteRetention() : RetentionContract(new SqliteFile());

public sealed class SqlServerRetention() : RetentionContract(new ServerDatabase());

/// <summary>What every store promises of the age of raw events.</summary>
public abstract class RetentionContract(StorePlace place) : IDisposable
{
    private static readonly RetentionSetting Italy = new("it-IT", null);

    private static readonly Agreement Union = new()
    {
        Kind = AgreementKind.UnionAgreement,
        Number = "12/2026",
        Date = new(2026, 1, 1),
        Channels = [Channel.Mail],
        MaxDays = 60,
        Expires = new(2026, 6, 1),
        EnteredBy = "HR legal",
        EnteredAt = Made.Noon,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Event_of_21_days_is_taken_and_one_a_second_older_is_left_out_and_counted()
    {
        await using var store = await OpenAsync(Made.Noon.AddDays(21));
        await AppendAsync(store, Made.Mail(1, 2));

        store.Clock = new StandingClock(Made.Noon.AddDays(21).AddSeconds(1));
        Assert.Equal(new(0, 0) { OutsideRetention = 1 }, await AppendAsync(store, Made.Mail(1, 2, 0, 7)));
        await Assert.ThrowsAsync<RetentionException>(
            () => store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation));
        Assert.Equal((1, 1), await CountAsync(store));
    }

    [Fact]
    public async Task Store_without_a_profile_has_no_limit()
    {
        await using var store = await place.OpenAsync();
        await AppendAsync(store, Made.Mail(1, 2));
        Assert.Equal(default, await store.Retention.DeletePastAsync(Made.Noon.AddDays(9999), Cancellation));
        Assert.False((await store.Retention.GateAsync(Made.Noon, Cancellation)).IsSet);
    }

    [Fact]
    public async Task Agreement_opens_its_channels_until_it_expires_and_nothing_revives_what_was_deleted()
    {
        await using var store = await OpenAsync(Made.Noon.AddDays(40));
        await store.Retention.RecordAsync(Union, Cancellation);
        await AppendAsync(store, Made.Mail(1, 2));
        Assert.Equal(
            1, (await AppendAsync(store, Made.Mail(1, 2) with { Channel = Channel.Chat })).OutsideRetention);
        Assert.Equal(default, await store.Retention.DeletePastAsync(Made.Noon.AddDays(40), Cancellation));

        var expired = Union.Expires.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        Assert.Equal(60, (await store.Retention.GateAsync(expired.AddSeconds(-1), Cancellation)).DaysMax);
        Assert.Equal(21, (await store.Retention.GateAsync(expired, Cancellation)).DaysMax);
        Assert.Equal(new(1, 0), await store.Retention.DeletePastAsync(expired, Cancellation));
        store.Clock = new StandingClock(expired);
        Assert.Equal(1, (await AppendAsync(store, Made.Mail(1, 2))).OutsideRetention);
        Assert.Equal((0, 0), await CountAsync(store));
    }

    [Fact]
    public async Task What_another_setting_would_delete_is_counted_by_channel_and_nothing_is_changed()
    {
        await using var store = await place.OpenAsync();
        store.Clock = new StandingClock(Made.Noon);
        await AppendAsync(store, Made.Mail(1, 2));
        await AppendAsync(store, Made.Mail(1, 2, 1) with { Channel = Channel.ChannelPost });
        await AppendAsync(store, Made.Mail(1, 2, minute: 60 * 24 * 20));
        await store.Retention.RecordAsync(Union with { Channels = [Channel.ChannelPost] }, Cancellation);

        var later = Made.Noon.AddDays(22);
        var past = await store.Retention.PastUnderAsync(Italy, later, Cancellation);
        Assert.Equal([(Channel.Mail, 1L)], past.Interactions);
        Assert.Equal((3, 0, 0), (past.StoredInteractions, past.Runs, past.OfRuns));
        Assert.Null(await store.Retention.SettingAsync(Cancellation));
        await Assert.ThrowsAsync<RetentionException>(
            () => store.Retention.PastUnderAsync(Italy with { RawDays = 99 }, later, Cancellation));

        await store.Retention.SetAsync(Italy, "legal", later, Cancellation);
        Assert.Equal(1, (await store.Retention.PastAsync(later, Cancellation)).InteractionCount);
        Assert.Equal(
            [(Channel.Mail, 1L), (Channel.ChannelPost, 1L)],
            (await store.Retention.PastWithoutAsync(1, later, Cancellation)).Interactions);
    }

    [Fact]
    public async Task Account_that_only_events_past_their_age_name_is_not_stored()
    {
        await using var store = await OpenAsync(Made.Noon.AddDays(30));
        var late = 60 * 24 * 20;

        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 2), Made.Mail(3, 4), Made.Mail(3, 2, late)),
            () => Made.Accounts("a", "b", "c", "d"), null, Cancellation);

        Assert.Equal(
            ["b", "c"], (await store.Interactions.AccountsAsync(Cancellation)).Select(account => account.Handle));
    }

    [Fact]
    public async Task Event_past_the_age_of_its_channel_is_not_read_in_the_window_of_another_channel()
    {
        await using var store = await OpenAsync(Made.Noon.AddDays(20));
        await store.Retention.RecordAsync(Union, Cancellation);
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2")], Cancellation);
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 2), Made.Mail(2, 1, 1) with { Channel = Channel.Chat }), () => [], null,
            Cancellation);
        Assert.Equal(2, (await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation)).Count);

        // No night has deleted it yet.
        store.Clock = new StandingClock(Made.Noon.AddDays(22));
        var kept = await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation);
        Assert.Equal(Channel.Mail, Assert.Single(kept).Channel);
    }

    [Fact]
    public async Task Withdrawn_agreement_shuts_the_gate_at_once()
    {
        await using var store = await OpenAsync(Made.Noon);
        await store.Retention.RecordAsync(Union, Cancellation);
        var recorded = Assert.Single(await store.Retention.AgreementsAsync(Cancellation));
        Assert.Equal(Union with { Id = 1, Channels = recorded.Channels }, recorded);

        Assert.True(await store.Retention.WithdrawAsync(1, Made.Noon, Cancellation));
        Assert.False(await store.Retention.WithdrawAsync(1, Made.Noon, Cancellation));
        Assert.Equal(21, (await store.Retention.GateAsync(Made.Noon, Cancellation)).DaysMax);
    }

    [Fact]
    public async Task More_days_than_the_profile_allows_are_refused_and_never_clamped()
    {
        await using var store = await OpenAsync(Made.Noon);
        var refused = await Assert.ThrowsAsync<RetentionException>(
            () => store.Retention.SetAsync(Italy with { RawDays = 30 }, "legal", Made.Noon, Cancellation));
        Assert.StartsWith(
            "retention.rawDays 30 is above the 21 days of raw events that profile it-IT allows", refused.Message,
            StringComparison.Ordinal);
        Assert.Equal(Italy, await store.Retention.SettingAsync(Cancellation));

        // Allowed while an agreement holds, and an error of the start when it does no more.
        await store.Retention.RecordAsync(Union, Cancellation);
        await store.Retention.SetAsync(Italy with { RawDays = 30 }, "legal", Made.Noon, Cancellation);
        (await store.Retention.GateAsync(Made.Noon, Cancellation)).RequireLawful();
        var later = await store.Retention.GateAsync(Made.Noon.AddYears(1), Cancellation);
        Assert.Throws<RetentionException>(later.RequireLawful);
    }

    [Fact]
    public async Task Runs_kept_for_longer_than_raw_events_want_an_agreement_or_a_reason()
    {
        await using var store = await OpenAsync(Made.Noon);
        Assert.Equal(21, (await store.Retention.GateAsync(Made.Noon, Cancellation)).AggregateDays);
        var longer = Italy with { AggregateDays = 60 };
        var refused = await Assert.ThrowsAsync<RetentionException>(
            () => store.Retention.SetAsync(longer, "legal", Made.Noon, Cancellation));
        Assert.StartsWith(
            "retention.aggregateDays 60 is above the 21 days that profile it-IT allows", refused.Message,
            StringComparison.Ordinal);

        await store.Retention.SetAsync(
            longer with { AggregateReason = "Opinion 4/2026" }, "legal", Made.Noon, Cancellation);
        var gate = await store.Retention.GateAsync(Made.Noon.AddYears(1), Cancellation);
        gate.RequireLawful();
        Assert.Equal((60, 21), (gate.AggregateDays, gate.DaysMax));

        // Without a reason they are as lawful as the agreement, and no longer kept once it has ended.
        await store.Retention.RecordAsync(Union, Cancellation);
        await store.Retention.SetAsync(longer, "legal", Made.Noon, Cancellation);
        var later = await store.Retention.GateAsync(Made.Noon.AddYears(1), Cancellation);
        Assert.Throws<RetentionException>(later.RequireLawful);
        Assert.Equal(21, later.AggregateDays);
    }

    [Fact]
    public async Task Collected_events_past_their_age_are_dropped_and_counted()
    {
        await using var store = await OpenAsync(Made.Noon.AddDays(30));
        var id = await store.Collections.BeginAsync("mail", Made.Noon, Cancellation);
        await store.Cursors.AdvanceAsync(
            new()
            {
                Source = "mail",
                At = Made.Noon,
                CollectionId = id,
                Interactions = [Made.Mail(1, 2), Made.Mail(2, 1, minute: 60 * 24 * 20)],
                NewAccounts = Made.Accounts("a", "b"),
                Cursors = new Dictionary<string, string?>(),
            },
            Cancellation);

        var last = Assert.Single(await store.Collections.LastAsync(Cancellation));
        Assert.Equal([new(CollectionOutcome.PastRetention, 1)], last.Outcomes);
        Assert.Equal(1, last.Appended.Stored);
    }

    [Fact]
    public void Every_profile_has_a_limit_and_a_source()
    {
        Assert.Equal(["it-IT", "de-DE", "eu", "custom"], RetentionProfile.All.Select(profile => profile.Name));
        Assert.All(RetentionProfile.All, profile => Assert.InRange(profile.RawDaysMax, 1, 366));
        Assert.All(RetentionProfile.All, profile => Assert.NotEmpty(profile.Source));
        Assert.Equal(21, RetentionProfile.Named("it-IT").RawDaysMax);
    }

    private static async Task<(int, int)> CountAsync(Store store) =>
        await store.Interactions.SpanAsync(Cancellation) is null ? (0, 0) : (1, 1);

    private static async Task<AppendResult> AppendAsync(Store store, Interaction<AccountId> interaction)
    {
        var known = (await store.Interactions.AccountsAsync(Cancellation)).Length > 0;
        return await store.Interactions.AppendAsync(
            Made.Stream(interaction), () => known ? [] : Made.Accounts("a", "b"), null, Cancellation);
    }

    private async Task<Store> OpenAsync(DateTime now)
    {
        var store = await place.OpenAsync();
        store.Clock = new StandingClock(now);
        await store.Retention.SetAsync(Italy, "legal", now, Cancellation);
        return store;
    }
}

/// <summary>A clock that shows one instant.</summary>
internal sealed class StandingClock(DateTime at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(at);
}
