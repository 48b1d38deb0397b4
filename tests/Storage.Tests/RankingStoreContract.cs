using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteRankingStore() : RankingStoreContract(new SqliteFile());

public sealed class SqlServerRankingStore() : RankingStoreContract(new ServerDatabase());

public abstract class RankingStoreContract(StorePlace place) : IDisposable
{
    private static readonly PersonTie[] Ties = [new(new(1), new(2), 0.5), new(new(2), new(3), 1.0 / 3)];
    private static readonly HygieneCount[] Hygiene =
        [new("mass-mail", "interactions", 12, "More than 10."), new("to-oneself", "interactions", 3, "Why.")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Run_comes_back_as_it_was_saved()
    {
        await using var store = await OpenWithPeopleAsync(3);
        RankedPerson[] people =
            [
                Made.Ranked(2, 1) with { Surprise = -0.75, BroadcastCount = 3, BroadcastReach = 2 }, Made.Ranked(1, 2),
                Made.Ranked(3, null) with { NotMeasurable = "few-events" },
            ];
        var run = Made.Run("a") with { Sources = [new("calls", false, Made.Noon)] };

        await store.Rankings.SaveAsync(run, people, Ties, Hygiene, Cancellation);

        var latest = await store.Rankings.LatestAsync(Cancellation);
        Assert.Equal(run.Steps, latest!.Steps);
        Assert.Equal(Summary(run), Summary(latest));
        Assert.Equal(people, await store.Rankings.RankingAsync("a", Cancellation));
        Assert.Equal(Ties, await store.Rankings.TiesAsync("a", Cancellation));
        Assert.Equal(Hygiene, await store.Rankings.HygieneAsync("a", Cancellation));
    }

    [Fact]
    public async Task Options_come_back_whatever_they_are()
    {
        await using var store = await OpenWithPeopleAsync(1);
        var other = InfluenceOptions.Plain with
        {
            Extracting = new() { Backbone = 0.1 + 0.2, BackboneKeep = 0 }, Measuring = new() { Lengths = true },
        };
        foreach (var options in new[] { InfluenceOptions.Default, InfluenceOptions.Plain, other })
        {
            var id = $"{options.GetHashCode()}";
            await store.Rankings.SaveAsync(Made.Run(id) with { Options = options }, [], [], [], Cancellation);
            Assert.Equal(options, (await store.Rankings.FindAsync(id, Cancellation))!.Options);
        }
    }

    [Fact]
    public async Task Same_run_again_moves_only_its_publication()
    {
        await using var store = await OpenWithPeopleAsync(3);
        await store.Rankings.SaveAsync(Made.Run("a"), [Made.Ranked(1, 1)], Ties, Hygiene, Cancellation);
        await store.Rankings.SaveAsync(Made.Run("b"), [Made.Ranked(2, 1)], Ties, Hygiene, Cancellation);
        Assert.Equal("b", (await store.Rankings.LatestAsync(Cancellation))!.Id);

        // An hour earlier by the clock, and yet the last published.
        var again = Made.Run("a", Made.Noon.AddHours(-1)) with { Steps = [] };
        await store.Rankings.SaveAsync(again, [], [], [], Cancellation);

        var latest = await store.Rankings.LatestAsync(Cancellation);
        Assert.Equal(("a", again.PublishedAt, 2), (latest!.Id, latest.PublishedAt, latest.Steps.Count));
        Assert.Equal([Made.Ranked(1, 1)], await store.Rankings.RankingAsync("a", Cancellation));
        Assert.Equal(["a", "b"], (await store.Rankings.ListAsync(10, null, Cancellation)).Select(r => r.Id));
    }

    [Fact]
    public async Task Runs_are_listed_in_pages()
    {
        await using var store = await OpenWithPeopleAsync(1);
        foreach (var id in new[] { "a", "b", "c", "d" })
            await store.Rankings.SaveAsync(Made.Run(id), [], [], [], Cancellation);

        Assert.Equal(["d", "c"], (await store.Rankings.ListAsync(2, null, Cancellation)).Select(r => r.Id));
        Assert.Equal(["b", "a"], (await store.Rankings.ListAsync(5, "c", Cancellation)).Select(r => r.Id));
        Assert.Empty(await store.Rankings.ListAsync(5, "unknown", Cancellation));
    }

    [Fact]
    public async Task Reader_sees_the_old_run_until_the_new_one_is_whole()
    {
        await using var store = await OpenWithPeopleAsync(3);
        await store.Rankings.SaveAsync(Made.Run("old"), [Made.Ranked(1, 1)], Ties, Hygiene, Cancellation);
        await using var reader = await Store.OpenExistingAsync(place.Connection, Cancellation);
        var seen = new List<string>();

        var people = new Watched(
            [Made.Ranked(1, 2), Made.Ranked(2, 1)],
            () => seen.Add(reader.Rankings.LatestAsync(Cancellation).GetAwaiter().GetResult()!.Id));
        await store.Rankings.SaveAsync(Made.Run("new"), people, Ties, Hygiene, Cancellation);

        Assert.Equal(["old", "old"], seen);
        Assert.Equal("new", (await reader.Rankings.LatestAsync(Cancellation))!.Id);
    }

    [Fact]
    public async Task Failed_save_leaves_the_old_run()
    {
        await using var store = await OpenWithPeopleAsync(2);
        await store.Rankings.SaveAsync(Made.Run("old"), [Made.Ranked(1, 1)], Ties, Hygiene, Cancellation);

        // Person 99 is not in the store.
        await Assert.ThrowsAsync<StoreException>(() => store.Rankings.SaveAsync(
            Made.Run("new"), [Made.Ranked(1, 1), Made.Ranked(99, 2)], Ties, Hygiene, Cancellation));

        Assert.Equal("old", (await store.Rankings.LatestAsync(Cancellation))!.Id);
        Assert.Null(await store.Rankings.FindAsync("new", Cancellation));
        Assert.Empty(await store.Rankings.RankingAsync("new", Cancellation));
    }

    [Fact]
    public async Task Pages_are_ordered_by_the_measure_and_then_by_key()
    {
        await using var store = await OpenWithPeopleAsync(6);
        await store.Rankings.SaveAsync(Made.Run("a"), Six(), [], [], Cancellation);

        Assert.Equal("1 2 3 4 5", await IdsAsync(store, new() { By = RankBy.Influence }));
        Assert.Equal("3 4 1 2 5", await IdsAsync(store, new() { By = RankBy.Betweenness }));
        Assert.Equal("5 1 2 3 4", await IdsAsync(store, new() { By = RankBy.Reach }));
        Assert.Equal("4 2", await IdsAsync(store, new() { By = RankBy.Surprise }));
    }

    [Fact]
    public async Task Filters_keep_the_place_among_everybody()
    {
        await using var store = await OpenWithPeopleAsync(6);
        await store.Rankings.SaveAsync(Made.Run("a"), Six(), [], [], Cancellation);

        var query = new RankingQuery { Department = "odd", ExcludeManagers = true, Take = 1, After = 3 };

        var run = await RankedRun.ReadAsync(store, Made.Run("a"), Cancellation);
        var page = run.Page(query);

        var entry = Assert.Single(page.Entries);
        Assert.Equal(2, page.Total);
        Assert.Equal((5, 5), (entry.Place, entry.Ranked.Rank));
        Assert.Equal((5, "key-5", "odd"), (entry.Person.Id.Value, entry.Person.Key, entry.Person.Department));
        Assert.Empty(run.Page(query with { After = 5 }).Entries);
        Assert.Equal(0, (await RankedRun.ReadAsync(store, Made.Run("unknown"), Cancellation)).Page(new()).Total);
    }

    [Fact]
    public async Task Nobody_excluded_leaves_a_hole_in_ranks_places_or_the_chart()
    {
        await using var store = await OpenWithPeopleAsync(6);
        RankedPerson[] people = [.. Six().Select(person => person with { ChartPlace = person.PersonId.Value })];
        await store.Rankings.SaveAsync(
            Made.Run("a"), people, [new(new(1), new(2), 1), new(new(1), new(3), 1)], [], Cancellation);

        await store.Consents.RecordAsync(
            [
                new()
                {
                    PersonId = new(2),
                    State = ConsentState.Excluded,
                    TextVersion = "1",
                    At = Made.Noon,
                    Channel = "letter",
                    RecordedBy = "operator",
                    RecordedAt = Made.Noon,
                },
            ],
            Cancellation);

        Assert.Equal("1 3 4 5", await IdsAsync(store, new()));
        var network = await RunNetwork.ReadAsync(store, Made.Run("a"), Cancellation);
        Assert.Equal([1, 2, 3, 4, null], network.Ranking.Select(person => person.Rank));
        Assert.Equal([1, 2, 3, 4, 5], network.Ranking.Select(person => person.ChartPlace));
        Assert.Equal((5, 2), (network.Graph.NodeCount, network.Graph.ArcCount));
    }

    [Fact]
    public async Task History_of_a_person_begins_with_the_latest_run()
    {
        await using var store = await OpenWithPeopleAsync(2);
        await store.Rankings.SaveAsync(Made.Run("a"), [Made.Ranked(1, 1), Made.Ranked(2, 2)], [], [], Cancellation);
        var nextDay = Made.Noon.AddDays(1);
        await store.Rankings.SaveAsync(
            Made.Run("b", nextDay), [Made.Ranked(1, 1), Made.Ranked(2, null)], [], [], Cancellation);

        var history = await store.Rankings.HistoryAsync(new(2), take: 5, Cancellation);

        Assert.Equal(
            [
                new PlaceInRun("b", nextDay, Made.March, null, 1.0 / 3, RankedCount: 2),
                new("a", Made.Noon, Made.March, 2, 1.0 / 3, 2),
            ],
            history);
        Assert.Single(await store.Rankings.HistoryAsync(new(2), take: 1, Cancellation));
    }

    /// <summary>Five ranked, one not; ties in every measure but the score.</summary>
    private static RankedPerson[] Six() =>
    [
        Made.Ranked(1, 1) with { Betweenness = 1, ReachTwoSteps = 5, DirectReports = 2 },
        Made.Ranked(2, 2) with { Betweenness = 1, ReachTwoSteps = 5, Surprise = -2 },
        Made.Ranked(3, 3) with { Betweenness = 9, ReachTwoSteps = 4 },
        Made.Ranked(4, 4) with { Betweenness = 9, ReachTwoSteps = 4, Surprise = 2 },
        Made.Ranked(5, 5) with { Betweenness = 0, ReachTwoSteps = 10 },
        Made.Ranked(6, null) with { Betweenness = 100, ReachTwoSteps = 100, Surprise = 100 },
    ];

    private static async Task<string> IdsAsync(Store store, RankingQuery query)
    {
        var page = (await RankedRun.ReadAsync(store, Made.Run("a"), Cancellation)).Page(query);
        return string.Join(' ', page.Entries.Select(e => e.Ranked.PersonId));
    }

    private static Run Summary(Run run) => run with { Steps = [], Sources = [], Channels = [], Imports = [] };

    private async Task<Store> OpenWithPeopleAsync(int count)
    {
        var store = await place.OpenAsync();
        await store.People.SaveAsync(
            [
                .. Enumerable.Range(1, count)
                    .Select(i => Made.Entry($"{i}") with { Department = i % 2 == 1 ? "odd" : "even" }),
            ],
            Cancellation);
        return store;
    }
}
