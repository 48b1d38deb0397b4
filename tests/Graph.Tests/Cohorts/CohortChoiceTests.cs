using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Graph.Tests;

public sealed class CohortChoiceTests
{
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_wish_holds_in_every_cohort_and_a_refusal_is_right(int batch)
    {
        for (var seed = 100 * batch; seed < 100 * (batch + 1); seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 16, directed: seed % 2 == 0);
            var options = company.RandomOptions(sizeMax: 4);
            try
            {
                var cohort = company.Choose(options);
                int[] nodes = [.. cohort.Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)];
                Assert.True(NaiveCohorts.Holds(company, options, nodes), $"seed {seed}");
                Assert.Equal(NaiveCohorts.Coverage(company, options, nodes), cohort.Certificate.Reached);
            }
            catch (InfeasibleCohortException)
            {
                Assert.False(NaiveCohorts.Exists(company, options), $"seed {seed}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_certificate_bounds_the_best_of_all_cohorts(int batch)
    {
        for (var seed = 30 * batch; seed < 30 * (batch + 1); seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 20);
            var options = company.RandomOptions(sizeMax: 4);
            var best = NaiveCohorts.BestCoverage(company, options);
            if (best < 0)
                continue;
            var certificate = company.Choose(options).Certificate;
            Assert.InRange(certificate.CeilingReached, best, company.People.Count);
            Assert.True(certificate.Reached >= certificate.Ratio * best, $"seed {seed}");
            Assert.True(certificate.Reached >= 0.8 * best, $"seed {seed}: {certificate.Reached} of {best}");
        }
    }

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(2, 5, 1)]
    [InlineData(3, 5, 2)]
    public void The_choice_is_near_the_best_of_all_in_companies_of_sixty(int seed, int size, int steps)
    {
        var company = new RandomCompany(seed, personCountMax: 60, personCountMin: 60);
        var options = new CohortOptions { Size = size, Reach = CohortReach.Steps(steps), Threads = 1 };

        var certificate = company.Choose(options).Certificate;

        var best = NaiveCohorts.BestCoverageOfSixty(company, options);
        Assert.InRange(certificate.Reached, 0.95 * best, best);
        Assert.InRange(certificate.CeilingReached, best, best / 0.85);
    }

    [Fact]
    public void A_larger_cohort_and_more_steps_never_cover_less()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 40, directed: seed % 2 == 0);
            for (var steps = 1; steps <= 2; steps++)
            {
                var before = 0.0;
                var options = new CohortOptions { Reach = CohortReach.Steps(steps), Threads = 1 };
                for (var size = 1; size <= Math.Min(8, company.CountOfChoosable(options)); size++)
                {
                    options = options with { Size = size };
                    var cohort = company.Choose(options);
                    Assert.True(cohort.Certificate.Reached >= before, $"seed {seed}, size {size}, {steps} steps");
                    before = cohort.Certificate.Reached;
                    int[] nodes = [.. cohort.Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)];
                    var oneMore = options with { Reach = CohortReach.Steps(steps + 1) };
                    Assert.True(NaiveCohorts.Coverage(company, oneMore, nodes) >= before);
                }
            }
        }
    }

    [Fact]
    public void Adding_a_member_never_lowers_coverage()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 40);
            var options = new CohortOptions { Threads = 1 };
            if (company.CountOfChoosable(options) == 0)
                continue;
            options = options with { Size = Math.Min(6, company.CountOfChoosable(options)) };
            var cohort = company.Choose(options);
            Assert.All(cohort.Members, member => Assert.True(member.Added >= 0));
            Assert.Equal(cohort.Certificate.Reached, cohort.Members.Sum(member => member.Added));
            var joined = company.Random.Next(company.People.Count);
            int[] nodes = [.. cohort.Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)];
            Assert.True(NaiveCohorts.Coverage(company, options, [.. nodes, joined]) >= cohort.Certificate.Reached);
        }
    }

    [Fact]
    public void A_member_is_worth_what_leaving_them_out_would_cost()
    {
        var company = new RandomCompany(7, personCountMax: 40, personCountMin: 40);
        var options = new CohortOptions { Size = 4, Threads = 1, Reach = CohortReach.Steps(1), WaitListSize = 5 };
        var cohort = company.Choose(options);
        int[] nodes = [.. cohort.Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)];

        int Covered(IEnumerable<int> some) => NaiveCohorts.Coverage(company, options, some);
        foreach (var member in cohort.Members)
        {
            var node = company.People.NodeOf(member.PersonId);
            Assert.Equal(Covered([node!.Value]), member.Alone);
            Assert.Equal(Covered(nodes) - Covered(nodes.Where(other => other != node)), member.OnlyThrough);
            Assert.Equal(member.OnlyThrough, member.OnlyThroughIds.Count);
            Assert.All(member.Alternates, other => Assert.Equal(
                Covered(nodes.Where(n => n != node).Append(company.People.NodeOf(other.PersonId)!.Value)) - Covered(
                    nodes),
                other.Gain));
        }
        Assert.Equal(5, cohort.WaitList.Count);
        Assert.All(cohort.WaitList, waiting => Assert.Equal(
            Covered([.. nodes, company.People.NodeOf(waiting.PersonId)!.Value]) - Covered(nodes), waiting.Gain));
        Assert.Equal(cohort.Certificate.TiedCount - Covered(nodes), cohort.NeverReached.Count);
    }

    [Fact]
    public void The_cohort_is_the_same_for_any_number_of_threads()
    {
        var company = new RandomCompany(3, personCountMax: 400, personCountMin: 400);
        var options = new CohortOptions
        {
            Size = 12,
            Quotas = [new(CohortTrait.Department, Min: 1, Max: 4), new(CohortTrait.Managers, Max: 3)],
            WaitListSize = 10,
        };

        var texts = new[] { 1, 2, 3, 8 }.Select(threads => Text(company.Choose(options with { Threads = threads })));

        Assert.Single(texts.Distinct());
    }

    internal static string Text(Cohort cohort) => string.Join('\n',
        cohort.Members.Select(m => $"{m.PersonId} {m.Alone:R} {m.Added:R} {m.OnlyThrough:R} "
            + string.Join(',', m.OnlyThroughIds) + " " + string.Join(',', m.Alternates))
            .Concat(cohort.WaitList.Select(w => $"{w}"))
            .Append($"{cohort.Certificate}"));
}
