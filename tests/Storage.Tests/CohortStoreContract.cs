using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
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
        await SaveAsync(store, "a", Cohort(wishes, 1, 2));
        await SaveAsync(store, "a", Cohort(wishes, replaced));
        await SaveAsync(store, "a", Cohort(wishes with { Size = 1 }, 4));

        Assert.Equal(
            replaced.Select(id => new PersonId(id)), await store.Cohorts.PreviousAsync("b", wishes, Cancellation));
        Assert.Equal(replaced.Select(id => new PersonId(id)), await store.Cohorts.PreviousAsync(
            "b", wishes with { Threads = 2, Previous = [new(9)] }, Cancellation));
        Assert.Empty(await store.Cohorts.PreviousAsync("a", wishes, Cancellation));
        Assert.Empty(await store.Cohorts.PreviousAsync("b", wishes with { Seed = 2 }, Cancellation));
    }

    [Fact]
    public async Task Wishes_are_kept_without_the_people_that_they_name()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 4).Select(i => Made.Entry($"{i}"))], Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [], [], [], Cancellation);
        var wishes = new CohortOptions
        {
            Size = 2,
            Included = [new(31_415)],
            Excluded = [new(27_182)],
            From = [new(16_180)],
            Quotas = [new(CohortTrait.Team, "0123456789abcdef", Max: 1)],
        };

        await SaveAsync(store, "a", Cohort(wishes, 1, 2));

        var kept = Assert.Single(await place.ExecuteAsync("SELECT wishes FROM cohorts"));
        Assert.Contains("\"size\":2", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("31415", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("27182", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("16180", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_cohort_is_found_by_its_number_with_what_was_asked()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 4).Select(i => Made.Entry($"{i}"))], Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [], [], [], Cancellation);
        var wishes = new CohortOptions
        {
            Size = 2,
            Voice = 0.5,
            From = [new(1)],
            Reach = CohortReach.Influence(),
            Quotas = [new(CohortTrait.Site, Min: 1)],
        };

        var number = await SaveAsync(store, "a", Cohort(wishes, 2, 3));

        var saved = (await store.Cohorts.FindAsync(number, Cancellation))!;
        Assert.Equal(("a", Made.Noon, CohortStore.Operator), (saved.RunId, saved.SavedAt, saved.SavedBy));
        Assert.Equal(
            (2, "influence", 0.5, true, false),
            (saved.Wishes.Size, saved.Wishes.Reach, saved.Wishes.Voice, saved.Wishes.IsFromList,
                saved.Wishes.IsNameableOnly));
        Assert.Equal(wishes.Quotas, saved.Wishes.Quotas);
        Assert.Equal(Cohort(wishes, 2, 3).Certificate, saved.Certificate);
        Assert.Equal(
            [(2, false), (3, false), (1, true)],
            (await store.Cohorts.MembersAsync(number, Cancellation)).Select(
                one => (one.PersonId.Value, one.IsWaiting)));
        Assert.Null(await store.Cohorts.FindAsync(number + 1, Cancellation));
    }

    [Fact]
    public async Task A_number_stays_with_its_members_and_the_same_cohort_is_saved_once()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([.. Enumerable.Range(1, 4).Select(i => Made.Entry($"{i}"))], Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [], [], [], Cancellation);
        var wishes = new CohortOptions { Size = 2 };

        var first = await SaveAsync(store, "a", Cohort(wishes, 1, 2));
        var again = await SaveAsync(store, "a", Cohort(wishes, 1, 2));
        var changed = await SaveAsync(store, "a", Cohort(wishes, 2, 3));
        var others = await SaveAsync(store, "a", Cohort(wishes, 3, 4), "a caller's hash");

        Assert.Equal(first, again);
        Assert.Equal(
            [others, changed, first], (await store.Cohorts.ListAsync(9, Cancellation)).Select(saved => saved.Number));
        Assert.Equal([others], (await store.Cohorts.ListAsync(1, Cancellation)).Select(saved => saved.Number));
        Assert.Equal(
            [1, 2], (await store.Cohorts.MembersAsync(first, Cancellation))
                .Where(one => !one.IsWaiting).Select(one => one.PersonId.Value));
    }

    [Fact]
    public async Task Cohorts_of_an_older_program_keep_their_numbers_and_members()
    {
        // What the earlier schema held for these wishes.
        var older = new Queries(place.Dialect).Migrations
            .TakeWhile(text => !text.Contains("run_voices", StringComparison.Ordinal));
        foreach (var migration in older)
            await place.ExecuteAsync(migration);
        await place.ExecuteAsync(
            "INSERT INTO runs (run_id, published_order, published_ms, from_ms, to_ms, options, input_hash, "
            + "options_hash, code_version, person_count, ranked_count, interaction_count, tie_count, steps, sources, "
            + "code_hash, manifest) VALUES ('a', 1, 1, 1, 1, '{}', '', '', '', 1, 1, 1, 1, '[]', '[]', '', '{}')");
        await place.ExecuteAsync(
            "INSERT INTO people (person_id, person_key) VALUES (1, 'k1')");
        await place.ExecuteAsync(
            "INSERT INTO cohorts (run_number, wishes_hash, saved_ms, wishes, certificate) SELECT run_number, 'h', 1, "
            + """'{"size":1,"reach":{"stepsMax":2}}', '{"personCount":4,"reached":2}' FROM runs""");
        await place.ExecuteAsync(
            "INSERT INTO cohort_members (cohort_number, position, person_id, is_waiting, gain) "
            + "SELECT cohort_number, 0, 1, 0, 2.5 FROM cohorts");

        await using var store = await place.OpenAsync();

        var saved = Assert.Single(await store.Cohorts.ListAsync(9, Cancellation));
        Assert.Equal((1, "a", null, "steps:2"), (saved.Number, saved.RunId, saved.SavedBy, saved.Wishes.Reach));
        Assert.Equal(0.5, saved.Certificate.Share);
        Assert.Equal(2.5, Assert.Single(await store.Cohorts.MembersAsync(1, Cancellation)).Gain);
    }

    private static Task<long> SaveAsync(
        Store store, string run, Cohort cohort, string savedBy = CohortStore.Operator) =>
        store.Cohorts.SaveAsync(run, cohort, savedBy, Made.Noon, Cancellation);

    private static Cohort Cohort(CohortOptions options, params int[] members) => new()
    {
        Options = options,
        Members = [.. members.Select(id => new CohortMember(new(id), 1, 1, 1, [], []))],
        WaitList = [new(new(members[0] == 2 ? 1 : 2), 0.5)],
        Certificate = new(4, members.Length, members.Length, 4, 0, 0, true),
        NeverReached = [],
        Changes = [],
    };
}
