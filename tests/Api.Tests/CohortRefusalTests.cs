using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A refusal names wishes, and tells of nobody named and of no group that is not shown.</summary>
public sealed class CohortRefusalTests(LargeCompany company) : IClassFixture<LargeCompany>
{
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

    [Theory]
    [InlineData("department", "Unit 3", 9, null)]
    [InlineData("department", "Unit 3", null, 0)]
    [InlineData("department", null, 4, null)]
    [InlineData("level", "3", null, 0)]
    public async Task Bound_that_would_tell_the_group_of_members_is_refused(
        string attribute, string? value, int? min, int? max)
    {
        using var api = company.Serve();
        var quota = Quota(attribute, min, max, value);

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
        foreach (var other in company.People.Where(person => person.Id.Value is > 60 and < 72))
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
        var quota = Quota("department", min: 2, value: "Unit 5");

        await api.AskAsync("/v1/cohorts", new { size = 40, exclude = unit, quotas = new[] { quota } });
        await api.AskAsync("/v1/cohorts", new { size = 40, include = unit, quotas = new[] { quota } });
    }

    [Fact]
    public async Task No_refusal_tells_that_bounds_of_several_attributes_exclude_each_other_for_who_may_be_chosen()
    {
        using var api = company.Serve();
        // Five seats are left, one for each of five departments, and who manages in those is excluded.
        var include = company.KeysWhere(person => person.Id.Value is > 220 and < 231);
        var exclude = company.KeysWhere(person => person.Id.Value is >= 1 and < 5 or 10 or 11);
        var quotas = new JsonArray(
        [
            .. Enumerable.Range(0, 5).Select(unit => Quota("department", min: 1, value: $"Unit {unit}")),
            Quota("managers", min: 1),
        ]);

        var cohort = await api.AskAsync("/v1/cohorts", new { size = 15, include, exclude, quotas });

        Assert.Equal(15, cohort.Keys("members").Length);
        Assert.True((bool)cohort["notes"]!["boundsGiveWay"]!);
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
            var keys = new JsonArray([key, .. other.KeysWhere(person => person.Id.Value is > 20 and < 25)
                .Select(one => JsonValue.Create(one))]);
            var (status, refusal) = await api.TryAsync(
                "/v1/cohorts", new JsonObject { ["size"] = 12, [member] = keys });
            refused.Add($"{status} {refusal.Words}");
            Assert.DoesNotContain(key, refusal.ToJsonString());
        }

        Assert.Contains($"{member} holds a key that is not in the run", refused[0]);
        Assert.Single(refused.Distinct());
    }

    [Theory]
    [InlineData("/v1/cohorts", """{"include":[null]}""")]
    [InlineData("/v1/cohorts", """{"exclude":[null]}""")]
    [InlineData("/v1/cohorts", """{"compare":["a",null]}""")]
    [InlineData("/v1/cohorts", """{"quotas":[null]}""")]
    [InlineData("/v1/cohorts", """{"quotas":[{"attribute":null,"min":1}]}""")]
    [InlineData("/v1/what-if", """{"leave":["a","b","c","d","e",null]}""")]
    public async Task Null_in_a_list_is_refused_by_the_name_of_the_list(string path, string body)
    {
        using var api = company.Serve();

        var (status, refusal) = await api.TryAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(body.Split('"')[1], refusal.ToJsonString());
    }

    [Theory]
    [InlineData("""{"size":5,"waitList":6}""")]
    [InlineData("""{"size":9,"compare":["a","b","c","d"]}""")]
    [InlineData("""{"size":9,"include":["a"],"exclude":["a"]}""")]
    public async Task Request_that_no_run_could_answer_is_refused(string body)
    {
        using var api = company.Serve();

        var (status, _) = await api.TryAsync("/v1/cohorts", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static void NoNumberBut(JsonNode refusal, string? group, params int?[] own)
    {
        var words = group is null ? refusal.Words : refusal.Words.Replace(group, "");
        var numbers = Regex.Matches(words, "[0-9]+").Select(match => int.Parse(match.Value));
        Assert.Subset(own.OfType<int>().ToHashSet(), numbers.ToHashSet());
    }

    private static JsonObject Quota(
        string attribute, int? min = null, int? max = null, string? value = null) => new()
    {
        ["attribute"] = attribute,
        ["value"] = value,
        ["min"] = min,
        ["max"] = max,
    };
}
