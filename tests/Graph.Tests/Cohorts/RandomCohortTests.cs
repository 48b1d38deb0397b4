using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Quotas of every kind at once: what is refused, and what cohorts are drawn to compare with.</summary>
public sealed class RandomCohortTests
{
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Any_company_and_quotas_end_in_a_comparison_or_in_a_refusal_that_is_right(int batch)
    {
        for (var seed = 60 * batch; seed < 60 * (batch + 1); seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 18, directed: seed % 2 == 0);
            var options = AnyQuotas(company, sizeMax: 5);
            try
            {
                var cohort = company.Choose(options);
                var compared = Compare(company, cohort);
                Assert.Null(compared[^1].LeftOut);
                AssertAllDrawnHold(company, options, draws: 20, seed);
            }
            catch (InfeasibleCohortException refusal)
            {
                Assert.False(NaiveCohorts.Exists(company, options), $"seed {seed}");
                Assert.True(refusal.Conflict.IsDecided, $"seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void One_of_each_unit_and_not_two_of_one_team_is_compared_in_larger_companies(int seed)
    {
        var company = new RandomCompany(seed, personCountMax: 400, personCountMin: 400);
        var options = new CohortOptions
        {
            Size = 20,
            Quotas =
            [
                new(CohortTrait.Department, Min: 3), new(CohortTrait.Team, Max: 1), new(CohortTrait.Site, Min: 6),
                new(CohortTrait.JobFamily, Max: 7), new(CohortTrait.Managers, Max: 9),
            ],
            Threads = 1,
        };

        var compared = Compare(company, company.Choose(options));

        Assert.Null(compared[^1].LeftOut);
        AssertAllDrawnHold(company, options, draws: 20, seed);
    }

    /// <summary>Pigeons and holes: the seats left are one fewer than the departments that lack a member.</summary>
    [Fact]
    public void As_many_departments_as_seats_are_decided_without_trying_all_teams()
    {
        const int Departments = 20, TeamsEach = 12, PeopleEach = 4;
        var people = new List<Person>();
        for (var department = 0; department < Departments; department++)
            for (var team = 0; team < TeamsEach; team++)
                for (var place = 0; place < PeopleEach; place++)
                    people.Add(new()
                    {
                        Id = new(people.Count + 1),
                        Key = $"{people.Count:x4}",
                        Department = $"D{department}",
                        ManagerId = place == 0 ? null : new(people.Count + 1 - place),
                    });
        var index = new PersonIndex(people);
        var graph = GraphBuilder.Build(
            people.Count, [.. Enumerable.Range(0, people.Count - 1).Select(i => new Tie(i, i + 1))], directed: false);
        RankedPerson[] ranking = [.. people.Select(person => RandomCompany.Ranked(person.Id.Value, person.Id.Value))];
        var options = new CohortOptions
        {
            Size = Departments,
            Quotas = [new(CohortTrait.Department, Min: 1), new(CohortTrait.Team, Max: 2)],
        };
        var chart = OrgChart.Build(people);

        var cohort = CohortChoice.Choose(
            new(graph, index, chart), ranking, options, TestContext.Current.CancellationToken);
        var compared = CohortComparison.Of(
            new(graph, index, chart), ranking, cohort, null, TestContext.Current.CancellationToken);

        Assert.StartsWith("100 random cohorts", compared[^1].Name, StringComparison.Ordinal);
        Assert.Throws<InfeasibleCohortException>(() => CohortChoice.Choose(
            new(graph, index, chart), ranking, options with { Size = Departments - 1 },
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_nearly_any_choice_reaches_is_marked()
    {
        Tie[] complete =
        [
            .. from one in Enumerable.Range(0, 30) from other in Enumerable.Range(0, one) select new Tie(one, other),
        ];
        var people = new PersonIndex(
            Enumerable.Range(1, 30).Select(id => new Person { Id = new(id), Key = $"{id:x4}" }));
        var chart = OrgChart.Build(people.People);
        var ranking = Enumerable.Range(1, 30).Select(id => RandomCompany.Ranked(id, id)).ToArray();
        ComparedCohort Random(Tie[] ties)
        {
            var graph = GraphBuilder.Build(30, ties, directed: false);
            var options = new CohortOptions { Size = 3, Reach = CohortReach.Steps(1) };
            var cohort = CohortChoice.Choose(
                new(graph, people, chart), ranking, options, TestContext.Current.CancellationToken);
            return CohortComparison.Of(
                new(graph, people, chart), ranking, cohort, null, TestContext.Current.CancellationToken)[^1];
        }

        Assert.True(Random(complete).IsReachedByChance);
        Assert.False(Random([.. Enumerable.Range(0, 29).Select(i => new Tie(i, i + 1))]).IsReachedByChance);
    }

    private static void AssertAllDrawnHold(RandomCompany company, CohortOptions options, int draws, int seed)
    {
        var wishes = new CohortConstraints(company.Network, company.Ranking, options);
        var random = new RandomCohorts(wishes, CohortConflict.Ask(wishes));
        for (var draw = 0; draw < draws; draw++)
            Assert.True(NaiveCohorts.Holds(company, options, [.. random.Next()!.Select(node => node.Index)]),
                $"seed {seed}, draw {draw}");
    }

    private static IReadOnlyList<ComparedCohort> Compare(RandomCompany company, Cohort cohort) => CohortComparison.Of(
        company.Network, company.Ranking, cohort, null,
        TestContext.Current.CancellationToken);

    /// <summary>Up to six quotas on any traits, with values and without, from easy to impossible.</summary>
    private static CohortOptions AnyQuotas(RandomCompany company, int sizeMax)
    {
        var random = company.Random;
        var options = company.RandomOptions(sizeMax);
        return options with
        {
            Quotas =
            [
                .. Enumerable.Range(0, random.Next(1, 7)).Select(_ =>
                {
                    var trait = (CohortTrait)random.Next(6);
                    var someone = company.People.People[random.Next(company.People.Count)];
                    var value = trait == CohortTrait.Managers || random.Next(2) == 0 ? null
                        : CohortTraits.ValueOf(trait, someone, company.Chart, company.People);
                    var min = random.Next(3) == 0 ? random.Next(1, 3) : 0;
                    return new CohortQuota(
                        trait, value, value is null && trait is CohortTrait.Team or CohortTrait.Level ? 0 : min,
                        random.Next(2) == 0 ? null : min + random.Next(0, 3));
                }),
            ],
        };
    }
}
