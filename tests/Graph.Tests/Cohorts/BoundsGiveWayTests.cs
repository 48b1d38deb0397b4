using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Where bounds give way, no conflict tells which groups people named are in.</summary>
public sealed class BoundsGiveWayTests
{
    private static readonly PersonIndex People = new(Enumerable.Range(1, 24).Select(
        id => new Person { Id = new(id), Key = $"{id:x16}", Department = $"{id % 4}" }));

    private static readonly InteractionGraph Ring = GraphBuilder.Build(
        24, [.. Enumerable.Range(0, 24).Select(node => new Tie(node, (node + 1) % 24, 1))], directed: false);

    private static readonly RankedPerson[] Ranking =
        [.. Enumerable.Range(1, 24).Select(id => RandomCompany.Ranked(id, id))];

    [Fact]
    public void Upper_bounds_hold_for_everybody_but_those_included()
    {
        // Three of one department.
        var cohort = Choose(new()
        {
            Size = 8,
            Included = [new(4), new(8), new(12)],
            Quotas = [new(CohortTrait.Department, Max: 2)],
            BoundsGiveWay = true,
        });

        var others = cohort.Where(person => person.Id.Value is not (4 or 8 or 12)).CountBy(
            person => person.Department!);
        Assert.Equal(5, others.Sum(department => department.Value));
        Assert.All(others, department => Assert.True(department.Value <= 2));
    }

    [Fact]
    public void People_included_fill_lower_bounds()
    {
        var cohort = Choose(new()
        {
            Size = 4,
            Included = [new(4), new(8)],
            Quotas = [new(CohortTrait.Department, "0", Min: 2), new(CohortTrait.Department, "1", Min: 2)],
            BoundsGiveWay = true,
        });

        Assert.Equal(2, cohort.Count(person => person.Department == "0"));
        Assert.Equal(2, cohort.Count(person => person.Department == "1"));
    }

    [Fact]
    public void Lower_bound_asks_for_nobody_who_is_not_to_choose_from()
    {
        // Department 0 is excluded but for one, who did not agree.
        var options = new CohortOptions
        {
            Size = 4,
            Excluded = [new(4), new(8), new(12), new(16), new(20)],
            ChosenFrom = Numbered.People(Enumerable.Range(1, 23)),
            Quotas = [new(CohortTrait.Department, Min: 1)],
        };

        Assert.False(CohortChoice.Exists(new(Ring, People, OrgChart.Build(People.People)), Ranking, options));
        Assert.Equal(4, Choose(options with { BoundsGiveWay = true }).Length);
    }

    [Fact]
    public void Whoever_is_included_is_in_though_not_to_choose_from()
    {
        var cohort = Choose(new()
        {
            Size = 4,
            Included = [new(24)],
            ChosenFrom = Numbered.People(Enumerable.Range(1, 23)),
            BoundsGiveWay = true,
        });

        Assert.Contains(cohort, person => person.Id.Value == 24);
    }

    [Fact]
    public void Only_the_values_named_are_bounded()
    {
        var cohort = Choose(new()
        {
            Size = 8,
            Included = [new(4), new(8), new(12), new(16)],
            Quotas = [new(CohortTrait.Department, Max: 2) { OnlyValues = ["1", "2"] }],
        });

        Assert.Equal(8, cohort.Length);
        Assert.All(["1", "2"], name => Assert.True(cohort.Count(person => person.Department == name) <= 2));
    }

    private static Person[] Choose(CohortOptions options) =>
    [
        .. CohortChoice.Choose(new(Ring, People, OrgChart.Build(People.People)), Ranking, options).Members
            .Select(member => People.People[People.NodeOf(member.PersonId)!.Value]),
    ];
}
