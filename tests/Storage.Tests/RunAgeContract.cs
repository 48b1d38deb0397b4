using InfluencerMap.Graph;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteRunAge() : RunAgeContract(new SqliteFile());

public sealed class SqlServerRunAge() : RunAgeContract(new ServerDatabase());

/// <summary>What every store promises of the age of runs.</summary>
public abstract class RunAgeContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Run_goes_at_its_age_and_its_ties_once_they_rest_on_older_events_than_may_be_kept()
    {
        await using var store = await place.OpenAsync();
        await store.Retention.SetAsync(new("it-IT", null), "legal", Made.Noon, Cancellation);
        await SaveAsync(store, "a", new(2026, 3, 30));
        await SaveAsync(store, "b", new(2026, 3, 31));
        await DeleteAsync(31 + 0.5);
        Assert.Empty(await store.Rankings.TiesAsync("a", Cancellation));
        Assert.NotEmpty(await store.Rankings.RankingAsync("a", Cancellation));
        Assert.NotEmpty(await store.Rankings.TiesAsync("b", Cancellation));

        var shown = await store.Rankings.ShownStateAsync(Cancellation);
        await DeleteAsync(31 + 20.5);
        Assert.Null(await store.Rankings.FindAsync("a", Cancellation));
        Assert.NotEmpty(await store.Rankings.TiesAsync("b", Cancellation));

        await DeleteAsync(31 + 22);
        Assert.Null(await store.Rankings.LatestAsync(Cancellation));
        foreach (var table in await TablesOfRunsAsync())
            Assert.Equal(["0"], await place.ExecuteAsync($"SELECT count(*) FROM {table}"));
        Assert.Equal(["0"], await place.ExecuteAsync("SELECT count(*) FROM cohort_members"));

        // Numbers begin anew; what was shown before is another run all the same.
        await SaveAsync(store, "c", new(2026, 4, 22));
        await SaveAsync(store, "d", new(2026, 4, 22));
        Assert.NotEqual(shown, await store.Rankings.ShownStateAsync(Cancellation));

        Task<DeletedRows> DeleteAsync(double days) =>
            store.Retention.DeletePastAsync(Made.March.From.AddDays(days - 1), Cancellation);
    }

    [Fact]
    public async Task What_the_next_night_deletes_is_counted_to_the_row_and_stays()
    {
        await using var store = await place.OpenAsync();
        await SaveAsync(store, "a", new(2026, 3, 30));
        await SaveAsync(store, "b", new(2026, 3, 31));
        var italy = new RetentionSetting("it-IT", null);
        foreach (var days in (double[])[10, 31.5, 31 + 20.5, 31 + 22])
        {
            var now = Made.March.From.AddDays(days - 1);
            var counted = await store.Retention.PastUnderAsync(italy, now, Cancellation);
            Assert.True((await store.Retention.PastAsync(now, Cancellation)).IsEmpty);

            await store.Retention.SetAsync(italy, "legal", now, Cancellation);
            Assert.Equal(counted.OfRuns, (await store.Retention.PastAsync(now, Cancellation)).OfRuns);
            var deleted = await store.Retention.DeletePastAsync(now, Cancellation);
            Assert.Equal(counted.OfRuns, deleted.OfRuns);
            Assert.Equal(days > 31.5, counted.Runs > 0);
            await store.Retention.SetAsync(new("custom", null), "legal", now, Cancellation);
        }
    }

    /// <summary>A run of 20 days up to a day, with a row in every table of runs.</summary>
    private static async Task SaveAsync(Store store, string id, DateOnly to)
    {
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2")], Cancellation);
        await store.Rankings.SaveAsync(
            Made.Run(id) with { Period = Period.Before(to, 20) }, [Made.Ranked(1, 1), Made.Ranked(2, 2)],
            [new PersonTie(new(1), new(2), 1)], [new("mass-mail", "interactions", 4, "More than 10.")], Cancellation);
        await store.Rankings.SaveEffectsAsync(id, [new("mass-mail", 1, 1, [new(new(2), 1, 2)])], Cancellation);
        await store.Rankings.SaveVoicesAsync(id, [new("department", "Sales", 0.9, 1.1)], Cancellation);
        await store.Cohorts.SaveAsync(
            id,
            new()
            {
                Options = new() { Size = 1 },
                Members = [new CohortMember(new(1), 1, 1, 1, [], [])],
                WaitList = [],
                Certificate = new(2, 1, 1, 2, 0, 0, true),
                NeverReached = [],
                Changes = [],
            },
            CohortStore.Operator, Made.Noon, Cancellation);
    }

    private Task<List<string>> TablesOfRunsAsync() => place.ExecuteAsync(place is SqliteFile
        ? "SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE c.name = 'run_number'"
        : "SELECT table_name FROM information_schema.columns WHERE column_name = 'run_number'");
}
