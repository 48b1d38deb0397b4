using System.Net;

namespace InfluencerMap.Tests;

/// <summary>A cohort tells who is in it, and of nobody else anything.</summary>
public sealed class CohortDisclosureTests(LargeCompany company) : IClassFixture<LargeCompany>
{
    [Fact]
    public async Task Cohort_of_one_is_refused_however_it_is_asked_for()
    {
        using var api = company.Serve();
        var key = company.People[0].Key;
        foreach (var size in new[] { 1, 2, 3, 4 })
        {
            var (status, answer) = await api.TryAsync(
                "/v1/cohorts", new { size, include = new[] { key }, reach = "steps:1", anew = true });

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.DoesNotContain(company.People, person => answer.ToJsonString().Contains(person.Key));
        }
    }

    [Fact]
    public async Task Include_leaves_five_seats_to_be_chosen_for()
    {
        using var api = company.Serve();
        var keys = company.KeysWhere(person => person.Id.Value <= 6);

        var (one, _) = await api.TryAsync("/v1/cohorts", new { size = 5, include = keys[..1] });
        var (two, _) = await api.TryAsync("/v1/cohorts", new { size = 7, include = keys[..3] });
        var cohort = await api.AskAsync("/v1/cohorts", new { size = 7, include = keys[..2] });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (one, two));
        Assert.Equal(7, cohort.Keys("members").Length);
        Assert.All(keys[..2], key => Assert.Contains(key, cohort.Keys("members")));
    }

    [Fact]
    public async Task Nobody_can_be_found_by_excluding_all_but_a_few()
    {
        using var api = company.Serve();
        var keys = company.KeysWhere(_ => true);

        var (status, _) = await api.TryAsync("/v1/cohorts", new { size = 5, exclude = keys[..24] });
        var cohort = await api.AskAsync("/v1/cohorts", new { size = 5, exclude = keys[..23] });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(cohort.Keys("members").Intersect(keys[..23]));
    }

    [Theory]
    [InlineData("steps:1")]
    [InlineData("influence")]
    public async Task Keys_stand_among_members_wait_list_and_changes_alone_in_the_order_of_the_keys(string reach)
    {
        using var api = company.Serve();

        var cohort = await api.AskAsync("/v1/cohorts", new
        {
            size = 12,
            reach,
            include = company.KeysWhere(person => person.Id.Value == 40),
            compare = company.KeysWhere(person => person.Id.Value is > 50 and < 58),
            waitList = 6,
        });

        foreach (var list in new[] { cohort.Keys("members"), cohort.Keys("waitList") })
            Assert.Equal(list.Order(StringComparer.Ordinal), list);
        foreach (var member in new[] { "members", "waitList", "changes" })
            cohort.AsObject().Remove(member);
        Assert.DoesNotContain(company.People, person => cohort.ToJsonString().Contains(person.Key));
        Assert.DoesNotContain("neverReached", cohort.ToJsonString());
    }

    [Fact]
    public async Task Figures_are_whole_and_about_the_cohort_or_shown_groups()
    {
        using var api = company.Serve();

        var cohort = await api.AskAsync("/v1/cohorts", new { size = 10, reach = "steps:1" });

        Assert.InRange((int)cohort["certificate"]!["coverage"]!, 1, 100);
        Assert.InRange((int)cohort["certificate"]!["ofBestPossible"]!, 50, 100);
        var groups = cohort["groups"]!.AsArray();
        Assert.Equal(
            Enumerable.Range(0, 10).Select(unit => $"Unit {unit}"),
            groups.Select(group => (string)group!["group"]!).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.InRange((int)group!["coverage"]!, 0, 100));
        Assert.All(cohort["compared"]!.AsArray(), row => Assert.Equal(
            ["name", "memberCount", "coverage", "leftOut"], row!.AsObject().Select(member => member.Key)));
        Assert.DoesNotContain(LargeCompany.Withheld, cohort.ToJsonString());
    }

    [Fact]
    public async Task Bounds_of_groups_too_small_are_said_not_to_hold_and_never_how_many_those_are()
    {
        using var api = company.Serve();

        var cohort = await api.AskAsync(
            "/v1/cohorts",
            new { size = 20, quotas = new[] { new { attribute = "department", min = 1 } }, maxPerTeam = 4 });

        Assert.Equal(["department", "maxPerTeam"], cohort.Keys("notBounded"));
        var departments = cohort.Keys("members").Select(key => company.People.Single(p => p.Key == key).Department);
        Assert.Superset(
            Enumerable.Range(0, 10).Select(unit => $"Unit {unit}").ToHashSet(),
            departments.OfType<string>().ToHashSet());
    }

    [Fact]
    public async Task Nothing_is_saved_unless_asked_for()
    {
        await using var other = new LargeCompany();
        await other.InitializeAsync();
        using var api = other.Serve();

        var first = await api.AskAsync("/v1/cohorts", new { size = 6 });
        Assert.Null(first["number"]);
        Assert.Equal(0, await SavedAsync(other.Company));
        var saved = await api.AskAsync("/v1/cohorts", new { size = 6, save = true });

        Assert.True((long)saved["number"]! > 0);
        Assert.Equal(first.Keys("members"), saved.Keys("members"));
        Assert.Equal(1, await SavedAsync(other.Company));
    }

    private static async Task<int> SavedAsync(Company company)
    {
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection(company.Connection);
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = database.CreateCommand();
        count.CommandText = "SELECT count(*) FROM cohorts";
        return Convert.ToInt32(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
