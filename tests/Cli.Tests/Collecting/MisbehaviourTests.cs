using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>Every source, through everything that a tenant may do to it.</summary>
public sealed class MisbehaviourTests
{
    private static readonly Lazy<Task<StoredState>> Good = new(async () =>
    {
        await using var night = await NightOnMadeTime.StartAsync();
        await night.CollectWholeAsync();
        return await night.StateAsync();
    });

    public static TheoryData<string> Sources { get; } = [.. SourcePaths.Of.Keys];

    [Theory]
    [InlineData(Misbehaviour.Replays)]
    [InlineData(Misbehaviour.Duplicates)]
    [InlineData(Misbehaviour.OutOfOrder)]
    [InlineData(Misbehaviour.EmptyPages)]
    [InlineData(Misbehaviour.Unknowns)]
    [InlineData(Misbehaviour.SlowBody)]
    public async Task Untidy_answers_change_nothing_that_is_stored(Misbehaviour kind)
    {
        await using var night = await NightOnMadeTime.StartAsync();
        night.Tenant.Misbehave(kind, times: kind == Misbehaviour.SlowBody ? 20 : int.MaxValue);
        await night.CollectWholeAsync();
        StoredState.AssertSame(await Good.Value, await night.StateAsync());
        await night.CollectWholeAsync();
        StoredState.AssertSame(await Good.Value, await night.StateAsync());
    }

    [Theory]
    [InlineData(Misbehaviour.TooManyRequests)]
    [InlineData(Misbehaviour.TooManyRequestsUntil)]
    [InlineData(Misbehaviour.ServiceUnavailable)]
    [InlineData(Misbehaviour.GatewayTimeout)]
    [InlineData(Misbehaviour.InternalError)]
    [InlineData(Misbehaviour.TruncatedJson)]
    [InlineData(Misbehaviour.ConnectionCut)]
    [InlineData(Misbehaviour.Html)]
    public async Task Failures_in_passing_change_nothing_and_waits_are_kept(Misbehaviour kind)
    {
        await using var night = await NightOnMadeTime.StartAsync();
        foreach (var path in SourcePaths.Of.Values)
            night.Tenant.Misbehave(kind, path, after: 1, times: 2, retryAfterSeconds: 90);
        await night.CollectWholeAsync();
        StoredState.AssertSame(await Good.Value, await night.StateAsync());
        Assert.Equal(0, night.Tenant.EarlyRequestCount);
        Assert.Equal((await Good.Value).LastCollections, (await night.StateAsync()).LastCollections);
    }

    [Fact]
    public async Task Five_minutes_of_silence_end_an_answer_and_it_is_asked_for_again()
    {
        await using var night = await NightOnMadeTime.StartAsync();
        foreach (var path in SourcePaths.Of.Values)
            night.Tenant.Misbehave(Misbehaviour.Silence, path, after: 1, times: 1);
        await night.Time.PassUntilAsync(night.CollectWholeAsync(), () => night.Tenant.IsSilent);
        StoredState.AssertSame(await Good.Value, await night.StateAsync());
    }

    [Theory]
    [InlineData(Misbehaviour.SyncStateNotFound)]
    [InlineData(Misbehaviour.Gone)]
    public async Task Spent_tokens_make_sources_read_again_and_lose_nothing(Misbehaviour kind)
    {
        await using var night = await NightOnMadeTime.StartAsync();
        night.Tenant.Clock.Now -= TimeSpan.FromDays(3);
        await night.CollectWholeAsync();
        night.Tenant.Clock.Now += TimeSpan.FromDays(3);
        night.Tenant.ExpireDeltaTokens(kind);
        await night.CollectWholeAsync();
        StoredState.AssertSame(await Good.Value, await night.StateAsync());
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("deleted")]
    public async Task Removed_user_leaves_that_day_and_may_come_back(string reason)
    {
        var id = TenantDirectory.IdOf(7);
        await using var night = await NightOnMadeTime.StartAsync();
        await night.CollectWholeAsync();
        var before = (await night.StateAsync()).People;
        night.Tenant.Directory.ChangeUser(id, user => user with { Removed = reason });
        await night.CollectWholeAsync();
        var gone = (await night.StateAsync()).People;
        night.Tenant.Directory.ChangeUser(id, user => user with { Removed = null });
        await night.CollectWholeAsync();

        var (was, left) = Assert.Single(before.Zip(gone), pair => pair.First != pair.Second);
        Assert.Equal(was with { Leave = DateOnly.FromDateTime(night.Tenant.Clock.Now.UtcDateTime) }, left);
        Assert.Equal(
            left with { Leave = DateOnly.MaxValue },
            Assert.Single(before.Zip((await night.StateAsync()).People), pair => pair.First != pair.Second).Second);
    }

    [Fact]
    public async Task What_a_later_round_leaves_out_is_unchanged()
    {
        await using var night = await NightOnMadeTime.StartAsync();
        await night.CollectWholeAsync();
        var before = (await night.StateAsync()).People;
        night.Tenant.Directory.ChangeUser(TenantDirectory.IdOf(7), user => user with { Department = "Elsewhere" });
        await night.CollectWholeAsync();

        var (was, now) = Assert.Single(
            before.Zip((await night.StateAsync()).People), pair => pair.First != pair.Second);
        Assert.NotNull(was.ManagerId);
        Assert.Equal(was with { Department = "Elsewhere" }, now);
    }

    [Fact]
    public async Task Deadline_ends_the_night_for_all_sources_and_the_next_night_goes_on()
    {
        await using var night = await NightOnMadeTime.StartAsync();
        var asked = 0;
        night.Tenant.Arrived += request =>
        {
            if (request.Path.Contains("/sentitems/") && Interlocked.Increment(ref asked) == 30)
                night.Time.Advance(TimeSpan.FromHours(8));
        };
        var outcomes = await night.CollectAsync();
        Assert.Null(outcomes["message-trace"].Failure);
        foreach (var late in (string[])["sent-items", "meetings", "chats", "channels", "calls"])
            Assert.StartsWith("The deadline 2026-03-02 09:00 UTC was reached", outcomes[late].Failure);
        Assert.DoesNotContain(
            night.Tenant.Requests, request => request.Path.EndsWith("/calendarView", StringComparison.Ordinal));

        await night.CollectWholeAsync();
        StoredState.AssertSame(await Good.Value, await night.StateAsync());
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Link_in_a_circle_or_to_elsewhere_fails_its_source_alone(string source)
    {
        foreach (var kind in (Misbehaviour[])[Misbehaviour.LoopingNextLink, Misbehaviour.ForeignNextLink])
        {
            await using var night = await NightOnMadeTime.StartAsync();
            night.Tenant.Misbehave(Misbehaviour.EmptyPages, SourcePaths.Of[source]);
            night.Tenant.Misbehave(kind, SourcePaths.Of[source]);
            var outcomes = await night.CollectAsync();
            Assert.Contains(
                kind == Misbehaviour.LoopingNextLink ? "has no end" : "no token was sent there",
                outcomes[source].Failure);
            // Without the directory nobody's mailbox is known, and the others read nothing.
            Assert.All(outcomes.Values, outcome => Assert.Equal(
                outcome.Source == source || (source, outcome.Source) is ("groups", "communities"),
                outcome.Failure is not null));
            Assert.DoesNotContain(night.Tenant.Requests, asked => asked.Host != night.Tenant.Address.Authority);
        }
    }
}
