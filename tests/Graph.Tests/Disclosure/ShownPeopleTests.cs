using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Tests;

/// <summary>Nobody stands alone by what is said beside their key, or by what is not.</summary>
public sealed class ShownPeopleTests
{
    private static readonly SmallGroups Policy = new();

    [Fact]
    public void Everything_said_of_a_person_is_said_of_as_many_people_as_a_group_needs()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var (people, ranking) = Made(seed);
            var groups = PeopleGroups.ByHeadcount(people, Policy);
            var shown = ShownPeople.Of(people, ranking, groups, Policy);

            var classes = people.GroupBy(person => shown[person.Id]).ToArray();
            // Where everybody together are too few nothing is said at all.
            Assert.All(classes, said => Assert.True(
                said.Count() >= Policy.Minimum || said.Key == new ShownAttributes(null, null, null, null, null),
                $"Seed {seed}: {said.Key} is said of {said.Count()}."));
        }
    }

    [Fact]
    public void What_is_said_is_true_and_a_large_uniform_company_is_described_in_full()
    {
        Person[] people =
            [.. Enumerable.Range(1, 40).Select(id => new Person { Id = new(id), Key = $"{id:x16}", Department = "d" })];
        RankedPerson[] ranking = [.. people.Select(
            person => Ranked(person.Id.Value, level: person.Id.Value <= 20 ? 2 : 3, 0))];

        var shown = ShownPeople.Of(people, ranking, PeopleGroups.ByHeadcount(people, Policy), Policy);

        Assert.All(ranking, person => Assert.Equal(
            new ShownAttributes("d", person.Level, false, 0, person.ChartPlace), shown[person.PersonId]));
        Assert.Null(shown[new(99)].Department);
    }

    [Fact]
    public void The_head_of_a_company_is_not_known_by_the_level()
    {
        Person[] people = [.. Enumerable.Range(1, 60).Select(id => new Person { Id = new(id), Key = $"{id:x16}" })];
        RankedPerson[] ranking =
            [.. people.Select(
                person => Ranked(person.Id.Value, person.Id.Value == 1 ? 1 : 2, person.Id.Value == 1 ? 59 : 0))];

        var shown = ShownPeople.Of(people, ranking, PeopleGroups.ByHeadcount(people, Policy), Policy);

        // With the head alone unsaid, the unsaid would be the head: so nobody's is said.
        Assert.All(people, person => Assert.Equal(new(null, null, null, null, null), shown[person.Id]));
    }

    private static (Person[] People, RankedPerson[] Ranking) Made(int seed)
    {
        var random = new Random(seed);
        Person[] people =
        [
            .. Enumerable.Range(1, random.Next(5, 400)).Select(id => new Person
            {
                Id = new(id), Key = $"{id:x16}",
                Department = random.Next(10) is > 0 and var unit ? $"d{unit / 2}" : null,
            }),
        ];
        return (people, [.. people.Select(person => Ranked(
            person.Id.Value, level: 1 + (int)Math.Min(5, Math.Sqrt(person.Id.Value)),
            reports: random.Next(5) == 0 ? random.Next(1, 9) : 0))]);
    }

    private static RankedPerson Ranked(int id, int level, int reports) => new()
    {
        PersonId = new(id), Rank = id, Score = 0, BetweennessShare = 0, ReachShare = 0, PageRankShare = 0,
        Betweenness = 0,
        BetweennessPercentile = 0, ReachTwoSteps = 0, ReachTwoStepsShare = 0, HarmonicCloseness = 0, PageRank = 0,
        Degree = 0, Strength = 0, Level = level, DirectReports = reports, ChartPlace = level * 10 + reports,
    };
}
