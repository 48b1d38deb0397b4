using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteCohortStore() : CohortStoreContract(new SqliteFile());

public sealed class SqlServerCohortStore() : CohortStoreContract(new ServerDatabase());

public abstract class CohortStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_previous_cohort_is_the_last_for_the_same_wishes_on_another_run()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 4).Select(i => Made.Entry($"{i}"))], Cancellation);
        foreach (var run in new[] { "a", "b" })
            await store.Rankings.SaveAsync(Made.Run(run), [], [], [], Cancellation);
        var wishes = new CohortOptions { Size = 2, Quotas = [new(CohortTrait.Site, "x", Max: 1)] };

        int[] replaced = [3, 1];
        await store.Cohorts.SaveAsync("a", Cohort(wishes, 1, 2), Made.Noon, Cancellation);
        await store.Cohorts.SaveAsync("a", Cohort(wishes, replaced), Made.Noon, Cancellation);
        await store.Cohorts.SaveAsync("a", Cohort(wishes with { Size = 1 }, 4), Made.Noon, Cancellation);

        Assert.Equal(replaced, await store.Cohorts.PreviousAsync("b", wishes, Cancellation));
        Assert.Equal(replaced, await store.Cohorts.PreviousAsync(
            "b", wishes with { Threads = 2, Previous = [9] }, Cancellation));
        Assert.Empty(await store.Cohorts.PreviousAsync("a", wishes, Cancellation));
        Assert.Empty(await store.Cohorts.PreviousAsync("b", wishes with { Seed = 2 }, Cancellation));
    }

    [Fact]
    public async Task Wishes_are_kept_without_the_people_that_they_name()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 4).Select(i => Made.Entry($"{i}"))], Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [], [], [], Cancellation);
        var wishes = new CohortOptions { Size = 2, Included = [31_415], Excluded = [27_182] };

        await store.Cohorts.SaveAsync("a", Cohort(wishes, 1, 2), Made.Noon, Cancellation);

        var kept = Assert.Single(await place.ExecuteAsync("SELECT wishes FROM cohorts"));
        Assert.Contains("\"size\":2", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("31415", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("27182", kept, StringComparison.Ordinal);
    }

    private static Cohort Cohort(CohortOptions options, params int[] members) => new()
    {
        Options = options,
        Members = [.. members.Select(id => new CohortMember(id, 1, 1, 1, [], []))],
        WaitList = [new(members[0] == 2 ? 1 : 2, 0.5)],
        Certificate = new(4, members.Length, members.Length, 4, 0, 0, true),
        NeverReached = [],
        Changes = [],
    };
}
