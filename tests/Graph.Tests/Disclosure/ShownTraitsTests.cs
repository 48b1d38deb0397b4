using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Graph.Tests;

/// <summary>Bounds of a cohort speak of groups of which figures may be shown, and of no other.</summary>
public sealed class ShownTraitsTests
{
    [Fact]
    public void Team_of_fewer_than_the_minimum_is_not_spoken_of()
    {
        // Two teams of 12, one of 9 and one of 4, and those who manage them.
        var traits = Of(Teams(12, 12, 9, 4));

        Assert.Equal([12, 12], traits.By(CohortTrait.Team).Values);
        Assert.True(traits.Withholds(CohortTrait.Team));
    }

    [Fact]
    public void Group_whose_complement_is_small_is_withheld_with_it()
    {
        // Level 1 is one person, level 2 are eleven: all but level 3 less level 2 would be that one.
        var traits = Of(Teams([.. Enumerable.Repeat(20, 11)]));

        Assert.False(traits.Shows(CohortTrait.Level, "1"));
        Assert.False(traits.Shows(CohortTrait.Level, "2"));
        Assert.Equal(["3"], traits.By(CohortTrait.Level).Keys);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(8, false)]
    public void Managers_are_spoken_of_where_they_are_enough(int teams, bool shown)
    {
        // Whoever leads the teams is a manager too.
        var traits = Of(Teams([.. Enumerable.Repeat(20, teams)]));

        Assert.Equal(shown, traits.Shows(CohortTrait.Managers, ""));
        Assert.Equal(!shown, traits.Withholds(CohortTrait.Managers));
        if (shown)
            Assert.Equal([teams + 1], traits.By(CohortTrait.Managers).Values);
    }

    [Fact]
    public void Departments_are_those_that_answers_show()
    {
        var people = Teams(30, 30).Select(
            person => person with
                { Department = person.Id.Value < 25 ? "a" : person.Id.Value < 50 ? "b" : "few" }).ToArray();
        var groups = PeopleGroups.ByHeadcount(people, new());
        var traits = Of(people);

        Assert.Equal(
            groups.By("department").Where(part => part.Withheld is null).Select(part => part.Name),
            traits.By(CohortTrait.Department).Keys);
        Assert.False(traits.Shows(CohortTrait.Department, "there is none"));
        Assert.Empty(traits.By(CohortTrait.Site));
    }

    [Fact]
    public void Group_that_answers_withhold_beside_another_one_is_not_spoken_of_however_large()
    {
        // All of department a and three more are at site x: both beside each other would tell of those three.
        var people = Teams(30, 30).Select(person => person with
        {
            Department = person.Id.Value < 28 ? "a" : "b", Site = person.Id.Value < 31 ? "x" : "y",
        }).ToArray();
        var traits = Of(people);

        Assert.Equal(["a", "b"], traits.By(CohortTrait.Department).Keys.Order());
        Assert.Empty(traits.By(CohortTrait.Site));
        Assert.True(traits.Withholds(CohortTrait.Site));
    }

    private static ShownTraits Of(Person[] people) => ShownTraits.Of(
        new(people), OrgChart.Build(people), PeopleGroups.ByHeadcount(people, new()), new());

    /// <summary>One at the top, a manager of each team below, and the teams.</summary>
    private static Person[] Teams(params int[] sizes)
    {
        var people = new List<Person> { Made(1, null) };
        foreach (var size in sizes)
        {
            var manager = people.Count + 1;
            people.Add(Made(manager, 1));
            for (var report = 0; report < size; report++)
                people.Add(Made(people.Count + 1, manager));
        }
        return [.. people];

        static Person Made(int id, int? manager) => new()
        {
            Id = new(id), Key = $"{id:x16}", ManagerId = manager is { } one ? new(one) : null,
        };
    }
}
