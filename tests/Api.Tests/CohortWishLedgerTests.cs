using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Api;

namespace InfluencerMap.Tests;

/// <summary>Answers add up: each caller gets so many of a run.</summary>
public sealed class CohortWishLedgerTests(LargeCompany company) : IClassFixture<LargeCompany>
{
    [Fact]
    public async Task Twenty_first_set_of_wishes_of_a_run_is_refused_and_those_asked_before_are_not()
    {
        using var api = company.Serve();
        for (var seed = 1; seed <= 20; seed++)
            await api.AskAsync("/v1/cohorts", new { size = 6, seed });

        using var refused = await api.PostAsJsonAsync(
            "/v1/cohorts", new { size = 6, seed = 21 }, TestContext.Current.CancellationToken);
        await api.AskAsync("/v1/cohorts", new { size = 6, seed = 20 });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 60, 86_400);
    }

    /// <summary>What two lists cover that differ in one person is a figure about that person.</summary>
    [Fact]
    public void A_fourth_list_of_people_is_refused()
    {
        var wishes = new CallerWishes();
        for (var list = 0; list < CallerWishes.ListsMax; list++)
        {
            Assert.Equal(Spent.No, wishes.Ask($"{list} included", "", included: $"{list}"));
            Assert.Equal(Spent.No, wishes.Ask($"{list} compared", "", compared: $"{list}"));
        }

        Assert.Equal(Spent.Lists, wishes.Ask("another included", "", included: "another"));
        Assert.Equal(Spent.Lists, wishes.Ask("another compared", "", compared: "another"));
        Assert.Equal(Spent.No, wishes.Ask("the same list", "", included: "0"));
        Assert.Equal(Spent.No, wishes.Ask("no list", ""));
    }

    [Fact]
    public async Task Wishes_refused_count_as_asked()
    {
        using var api = company.Serve();
        for (var size = 116; size < 136; size++)
            Assert.Equal(HttpStatusCode.Conflict, (await api.TryAsync("/v1/cohorts", new { size })).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await api.TryAsync("/v1/cohorts", new { size = 6 })).Status);
    }

    [Fact]
    public async Task Same_wishes_in_another_order_are_the_same()
    {
        using var api = company.Serve();
        var keys = company.KeysWhere(person => person.Id.Value is 40 or 41);
        for (var i = 0; i < 30; i++)
            await api.AskAsync("/v1/cohorts", new JsonObject
            {
                ["include"] = new JsonArray([.. keys.Skip(i % 2).Concat(keys).Select(key => JsonValue.Create(key))]),
                ["size"] = 9,
                ["reach"] = i % 3 == 0 ? "steps:2" : null,
                ["waitList"] = i % 5 == 0 ? 0 : null,
            });
    }

    [Fact]
    public async Task Fourth_set_of_quotas_of_a_run_is_refused()
    {
        using var api = company.Serve();
        foreach (var max in new[] { 2, 3 })
            await api.AskAsync("/v1/cohorts", new { size = 9, maxPerTeam = max });
        await api.AskAsync("/v1/cohorts", new { size = 9 });

        var (status, _) = await api.TryAsync("/v1/cohorts", new { size = 9, maxPerTeam = 4 });
        await api.AskAsync("/v1/cohorts", new { size = 10, maxPerTeam = 2 });

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }

    [Fact]
    public void Each_caller_and_each_run_has_a_count_of_its_own()
    {
        var ledger = new CohortLedger();
        for (var set = 0; set < CallerWishes.SetsMax; set++)
            Assert.Equal(Spent.No, ledger.Of("one", "run 1")!.Ask($"{set}", ""));

        Assert.Equal(Spent.Wishes, ledger.Of("one", "run 1")!.Ask("another", ""));
        Assert.Equal(Spent.No, ledger.Of("two", "run 1")!.Ask("another", ""));
        Assert.Equal(Spent.No, ledger.Of("one", "run 2")!.Ask("another", ""));
        // A request on its way while a run is published does not open the run before again.
        Assert.Equal(Spent.Wishes, ledger.Of("one", "run 1")!.Ask("another", ""));
    }

    [Fact]
    public void Callers_are_no_more_than_memory_holds_and_nobodys_count_is_forgotten_for_them()
    {
        var ledger = new CohortLedger();
        var first = ledger.Of("caller 0", "run")!;
        for (var caller = 1; caller < 1_000; caller++)
            Assert.NotNull(ledger.Of($"caller {caller}", "run"));

        Assert.Null(ledger.Of("one more", "run"));
        Assert.Same(first, ledger.Of("caller 0", "run"));
        Assert.NotNull(ledger.Of("one more", "the next run"));
    }

    [Fact]
    public void Twenty_are_counted_whoever_asks_at_the_same_time()
    {
        var wishes = new CallerWishes();
        var granted = 0;

        Parallel.For(0, 500, i =>
        {
            if (wishes.Ask($"{i}", "") == Spent.No)
                Interlocked.Increment(ref granted);
        });

        Assert.Equal(CallerWishes.SetsMax, granted);
    }
}
