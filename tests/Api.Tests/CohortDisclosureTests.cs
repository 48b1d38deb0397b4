using System.Net;
using System.Text.Json.Nodes;
using InfluencerMap.Storage;

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
        var keys = company.KeysWhere(person => person.Id <= 6);

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
            include = company.KeysWhere(person => person.Id == 40),
            compare = company.KeysWhere(person => person.Id is > 50 and < 58),
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

    [Theory]
    [InlineData("department", LargeCompany.Withheld)]
    [InlineData("level", "1")]
    public async Task Group_withheld_is_refused_in_the_same_words_as_one_that_there_is_not(
        string attribute, string withheld)
    {
        using var api = company.Serve();
        var refused = new List<string>();
        foreach (var value in new[] { withheld, "There is none" })
        {
            var (status, refusal) = await api.TryAsync(
                "/v1/cohorts", new { size = 9, quotas = new[] { new { attribute, value, min = 1 } } });
            refused.Add($"{status} {refusal.Words}");
        }

        Assert.StartsWith("NotFound", refused[0]);
        Assert.Equal(refused[0], refused[1]);
    }

    [Fact]
    public async Task Manager_cannot_be_named_by_a_quota()
    {
        using var api = company.Serve();
        var quotas = new[] { new { attribute = "team", value = company.People[2].Key, min = 1 } };

        var (status, refusal) = await api.TryAsync("/v1/cohorts", new { size = 9, quotas });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("team takes no value", refusal.ToJsonString());
    }

    [Fact]
    public async Task Bounds_of_groups_too_small_are_said_not_to_hold_and_never_how_many_those_are()
    {
        using var api = company.Serve();

        var cohort = await api.AskAsync(
            "/v1/cohorts", new { size = 20, quotas = new[] { Quota("department", min: 1) }, maxPerTeam = 4 });

        Assert.Equal(["department", "maxPerTeam"], cohort.Keys("notBounded"));
        var departments = cohort.Keys("members").Select(key => company.People.Single(p => p.Key == key).Department);
        Assert.Superset(
            Enumerable.Range(0, 10).Select(unit => $"Unit {unit}").ToHashSet(),
            departments.OfType<string>().ToHashSet());
    }

    [Theory]
    [InlineData("department", "Unit 3", 9, null)]
    [InlineData("department", "Unit 3", null, 0)]
    [InlineData("department", null, 4, null)]
    [InlineData("level", "3", null, 0)]
    public async Task Bound_that_would_tell_the_group_of_members_is_refused(
        string attribute, string? value, int? min, int? max)
    {
        using var api = company.Serve();
        var quota = Quota(attribute, min, max);
        quota["value"] = value;

        var (status, refusal) = await api.TryAsync("/v1/cohorts", new { size = 10, quotas = new[] { quota } });

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(attribute, refusal.Words);
        NoNumberBut(refusal, value, 10, min, max);
    }

    [Theory]
    [InlineData(116, "size 116", """[]""")]
    [InlineData(115, "size 115", """[{"attribute":"department","min":13}]""")]
    [InlineData(8, "department min 1", """[{"attribute":"department","min":1}]""")]
    public async Task Refusal_names_wishes_and_no_number_of_the_company(int size, string named, string quotas)
    {
        using var api = company.Serve();

        var (status, refusal) = await api.TryAsync("/v1/cohorts", $$"""{"size":{{size}},"quotas":{{quotas}}}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(named, refusal.Words);
        NoNumberBut(refusal, null, size, 13, 1);
        Assert.DoesNotContain("Unit", refusal.Words);
        Assert.DoesNotContain(LargeCompany.Withheld, refusal.Words);
    }

    [Fact]
    public async Task No_refusal_tells_whether_people_included_share_a_manager_or_a_department()
    {
        var one = company.People[30];
        foreach (var other in company.People.Where(person => person.Id is > 60 and < 72))
        {
            using var api = company.Serve();
            string[] include = [one.Key, other.Key];

            await api.AskAsync("/v1/cohorts", new { size = 7, include, maxPerTeam = 1, reach = "steps:1" });
            await api.AskAsync(
                "/v1/cohorts", new { size = 7, include, quotas = new[] { Quota("department", max: 1) } });
        }
    }

    [Fact]
    public async Task No_refusal_tells_the_department_of_people_included_or_excluded()
    {
        using var api = company.Serve();
        // All of one department, which is to have two members.
        var unit = company.KeysWhere(person => person.Department == "Unit 5");
        var quota = Quota("department", min: 2);
        quota["value"] = "Unit 5";

        await api.AskAsync("/v1/cohorts", new { size = 40, exclude = unit, quotas = new[] { quota } });
        await api.AskAsync("/v1/cohorts", new { size = 40, include = unit, quotas = new[] { quota } });
    }

    [Theory]
    [InlineData("include")]
    [InlineData("exclude")]
    [InlineData("compare")]
    public async Task Key_that_is_not_in_the_run_is_answered_alike_whoevers_it_was(string member)
    {
        await using var other = new LargeCompany();
        await other.InitializeAsync();
        await other.Company.SayAsync(9, ConsentState.Excluded);
        using var api = other.Serve();
        var refused = new List<string>();
        foreach (var key in new[] { other.Company.KeyOf(9), "00000000000fffff", "no key" })
        {
            var keys = new JsonArray([key, .. other.KeysWhere(person => person.Id is > 20 and < 25)
                .Select(one => JsonValue.Create(one))]);
            var (status, refusal) = await api.TryAsync(
                "/v1/cohorts", new JsonObject { ["size"] = 12, [member] = keys });
            refused.Add($"{status} {refusal.Words}");
            Assert.DoesNotContain(key, refusal.ToJsonString());
        }

        Assert.Contains($"{member} holds a key that is not in the run", refused[0]);
        Assert.Single(refused.Distinct());
    }

    private static void NoNumberBut(JsonNode refusal, string? group, params int?[] own)
    {
        var words = group is null ? refusal.Words : refusal.Words.Replace(group, "");
        var numbers = System.Text.RegularExpressions.Regex.Matches(words, "[0-9]+")
            .Select(match => int.Parse(match.Value));
        Assert.Subset(own.OfType<int>().ToHashSet(), numbers.ToHashSet());
    }

    private static JsonObject Quota(string attribute, int? min = null, int? max = null) => new()
    {
        ["attribute"] = attribute,
        ["min"] = min,
        ["max"] = max,
    };
}
