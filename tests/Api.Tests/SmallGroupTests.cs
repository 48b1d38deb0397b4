using System.Net;
using InfluencerMap.Api;
using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>No figure is about few people, and none about few follows from two that are shown.</summary>
public sealed class SmallGroupTests
{
    private static readonly SmallGroups Policy = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(9, 9, "fewPeople")]
    [InlineData(10, 10, null)]
    [InlineData(12, 4, "fewContributors")]
    [InlineData(12, 5, null)]
    public void A_figure_needs_people_and_contributors(int people, int contributors, string? reason) =>
        Assert.Equal(reason, Policy.Against(people, [.. Enumerable.Repeat(1.0, contributors)]));

    [Theory]
    [InlineData(40, null)]
    [InlineData(41, "mostlyOnePerson")]
    public void Nobody_gives_more_than_two_fifths(double largest, string? reason) =>
        Assert.Equal(reason, Policy.Against(12, [largest, .. Enumerable.Repeat((100 - largest) / 11, 11)]));

    [Fact]
    public async Task A_single_group_withheld_takes_another_with_it()
    {
        var groups = await GroupsAsync(Company("a", 20, "b", 12, "c", 3));

        Assert.Equal(["a"], Shown(groups, "department"));
        Assert.True(groups.Shows("department", "a"));
        Assert.False(groups.Shows("department", "b"));
        Assert.False(groups.Shows("department", "there is none"));
    }

    [Fact]
    public async Task A_site_that_is_a_department_and_one_more_is_not_shown_beside_it()
    {
        var people = Company("a", 20, "b", 20, "c", 21)
            .Select((person, i) => person with { Site = i < 21 ? "north" : i < 41 ? "east" : "west" });

        var groups = await GroupsAsync([.. people]);

        Assert.Equal(["a", "b", "c"], Shown(groups, "department"));
        Assert.DoesNotContain("north", Shown(groups, "site"));
    }

    [Fact]
    public async Task No_two_answers_differ_by_few_people()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(1, random.Next(20, 250)).Select(id => new Person
            {
                Id = new(id),
                Key = $"{id:x16}",
                Department = Draw("d"),
                // Often the same people under another attribute, but for a few: what subtracting is made for.
                Site = random.Next(30) == 0 ? Draw("s") : id % 3 == 0 ? "s0" : "s1",
                JobFamily = random.Next(40) == 0 ? Draw("f") : id % 3 == 0 ? "f0" : id % 2 == 0 ? "f1" : null,
            }).ToArray();
            string? Draw(string prefix) => random.Next(20) == 0
                ? null
                : $"{prefix}{(int)(random.NextDouble() * random.NextDouble() * 12)}";

            var groups = await GroupsAsync(people, byInfluence: seed % 2 == 0);

            var answers = Answers(groups, people);
            foreach (var larger in answers)
                foreach (var smaller in answers.Where(other => other.IsProperSubsetOf(larger)))
                    Assert.True(
                        larger.Count - smaller.Count >= Policy.Minimum,
                        $"Seed {seed}: two answers differ by {larger.Count - smaller.Count} people.");
            Assert.All(answers, answer => Assert.True(answer.Count >= Policy.Minimum));
            // CombinationTests holds this against an oracle.
            Assert.Null(Combinations.ToldApart(
                [.. PeopleGroups.Attributes.Select(attribute => SetsOf(groups, attribute, people))],
                [.. people.Select(_ => true)], Policy.Minimum));
        }
    }

    [Fact]
    public async Task Departments_less_sites_that_tell_of_one_person_are_not_shown_beside_each_other()
    {
        // Departments a and b together are two sites and one person more; no two groups are nearly the same.
        var people = Company("a", 20, "b", 21, "c", 30)
            .Select((person, i) => person with { Site = i >= 40 ? "west" : i % 2 == 0 ? "north" : "east" });

        var groups = await GroupsAsync([.. people]);

        Assert.Equal(["a", "b", "c"], Shown(groups, "department"));
        Assert.DoesNotContain("west", Shown(groups, "site"));
    }

    /// <summary>The number of each person's group; 0 where it is withheld.</summary>
    private static int[] SetsOf(PeopleGroups groups, string attribute, Person[] people)
    {
        var shown = groups.By(attribute).Where(part => part.Withheld is null).ToArray();
        return [.. people.Select(person => 1 + Array.FindIndex(shown, part => part.Ids.Contains(person.Id)))];
    }

    [Fact]
    public async Task The_matrix_shows_no_side_of_few_and_no_cell_of_few_people()
    {
        var people = Company("a", 12, "b", 12, "c", 12, "d", 4, "e", 7);
        await using var company = new Company();
        await company.InitializeAsync(people, Ties(people));
        await using var callers = await KeyHolders.ServeAsync(company.Connection, 1);

        var matrix = await callers[Roles.HrRead].ReadAsync("/v1/groups/ties?by=department");

        var cells = matrix["cells"]!.AsArray().Select(cell => $"{cell!["from"]}{cell["to"]}").ToArray();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.DoesNotContain('d', cell));
        // One person alone holds all ties between a and c.
        Assert.DoesNotContain("ac", cells);
        Assert.Contains("aa", cells);
    }

    [Theory]
    [InlineData(49, HttpStatusCode.Conflict)]
    [InlineData(50, HttpStatusCode.OK)]
    public async Task A_company_under_fifty_is_not_ranked_unasked(int count, HttpStatusCode status)
    {
        await using var company = new Company();
        var people = Company("a", count);
        await company.InitializeAsync(people, Ties(people));
        await using var callers = await KeyHolders.ServeAsync(
            company.Connection, 1, ("InfluencerMap:SmallGroups:SmallCompanyReason", ""));

        using var answer = await callers[Roles.HrRead].GetAsync("/v1/rankings/latest", Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    public async Task A_company_of_any_size_that_named_its_people_is_ranked_unasked_and_without_a_warning(int count)
    {
        await using var company = new Company();
        var people = Company("a", count);
        await company.InitializeAsync(people, Ties(people), InfluenceOptions.Nominated);
        await using var callers = await KeyHolders.ServeAsync(
            company.Connection, 1, ("InfluencerMap:SmallGroups:SmallCompanyReason", ""));

        var ranking = await callers[Roles.HrRead].ReadAsync("/v1/rankings/latest");

        Assert.Null((string?)ranking["warning"]);
    }

    [Fact]
    public async Task A_small_company_with_a_reason_is_ranked_with_a_warning()
    {
        await using var company = new Company();
        await company.InitializeAsync();

        Assert.Contains("recognised", (string?)(await company.Api.ReadAsync("/v1/rankings/latest"))["warning"]);
    }

    [Fact]
    public async Task A_small_department_is_neither_named_nor_filtered_by()
    {
        var people = Company("a", 30, "b", 30, "few", 4, "fewer", 7);
        await using var company = new Company();
        await company.InitializeAsync(people, Ties(people));

        var ranking = await company.Api.ReadAsync("/v1/rankings/latest?top=500");
        Assert.DoesNotContain("few", ranking["people"]!.ToJsonString());
        foreach (var name in new[] { "few", "nobody's" })
            await company.Api.RefusedAsync(HttpStatusCode.NotFound, $"/v1/rankings/latest?department={name}");
        var list = await company.Api.ReadAsync("/v1/groups?by=department");
        Assert.True((int)list["withheldCount"]! >= 2);
        Assert.DoesNotContain("few", list["groups"]!.ToJsonString());
    }

    /// <summary>Everybody, each group shown, and what can be had by subtracting those of an attribute.</summary>
    private static List<IReadOnlySet<PersonId>> Answers(PeopleGroups groups, Person[] people)
    {
        var everybody = people.Select(person => person.Id).ToHashSet();
        var answers = new List<IReadOnlySet<PersonId>>();
        foreach (var attribute in PeopleGroups.Attributes)
        {
            var shown = groups.By(attribute).Where(part => part.Withheld is null).ToArray();
            answers.AddRange(shown.Select(part => part.Ids));
            HashSet<PersonId> rest = [.. everybody.Except(shown.SelectMany(part => part.Ids))];
            if (shown.Length > 0 && rest.Count > 0)
                answers.Add(rest);
        }
        return answers.Count == 0 ? [] : [.. answers, everybody];
    }

    private static async Task<PeopleGroups> GroupsAsync(Person[] people, bool byInfluence = false)
    {
        await using var company = new Company();
        await company.InitializeAsync(people, Ties(people));
        await using var store = await Store.OpenExistingAsync(company.Connection, Cancellation);
        var run = (await store.Rankings.LatestAsync(Cancellation))!;
        var ranked = await RankedRun.ReadAsync(store, run, Cancellation);
        return byInfluence
            ? PeopleGroups.ByInfluence(ranked.People.People, ranked.Ranking, Policy)
            : PeopleGroups.ByHeadcount(ranked.People.People, Policy);
    }

    private static IEnumerable<string> Shown(PeopleGroups groups, string attribute) =>
        groups.By(attribute).Where(part => part.Withheld is null).Select(part => part.Name).Order();

    internal static Person[] Company(params object[] namesAndCounts)
    {
        var departments = namesAndCounts.Chunk(2).SelectMany(pair => Enumerable.Repeat((string)pair[0], (int)pair[1]));
        return [.. departments.Select((department, i) =>
            new Person { Id = new(i + 1), Key = $"{i + 1:x16}", Department = department })];
    }

    /// <summary>A ring within each department, one between all; a and c touch by the first person of a alone.</summary>
    internal static PersonTie[] Ties(Person[] people)
    {
        var ties = new List<PersonTie>();
        foreach (var unit in people.GroupBy(person => person.Department).Select(group => group.ToArray()))
            for (var i = 0; i < unit.Length; i++)
                ties.Add(new(unit[i].Id, unit[(i + 1) % unit.Length].Id, 1));
        var last = people.LastOrDefault(person => person.Department == "c");
        if (last is not null)
            ties.Add(new(people[0].Id, last.Id, 5));
        return [.. ties.Where(tie => tie.Source != tie.Target)];
    }
}
