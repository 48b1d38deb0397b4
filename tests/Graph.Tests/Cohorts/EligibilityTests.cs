using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Who may be chosen, whose being reached counts, and what decides between equal gains.</summary>
public sealed class EligibilityTests
{
    public static TheoryData<string> Reaches => ["steps:1", "steps:2", "influence"];

    /// <summary>Sixteen in a ring and four whom nobody talks to.</summary>
    private static readonly InteractionGraph Ring =
        GraphBuilder.Build(20, [.. Enumerable.Range(0, 16).Select(i => new Tie(i, (i + 1) % 16))], directed: false);

    [Theory]
    [MemberData(nameof(Reaches))]
    public void Nobody_without_a_tie_is_chosen_and_they_are_told_apart(string reach)
    {
        var cohort = Choose(Ring, RankedBy(20, 16, 17, 18, 19), new() { Size = 6, Reach = Parse(reach) });

        Assert.DoesNotContain(cohort.Members, member => member.PersonId.Value > 16);
        Assert.Equal((20, 4, 16), (
            cohort.Certificate.PersonCount, cohort.Certificate.NoTieCount, cohort.Certificate.TiedCount));
        Assert.InRange(cohort.Certificate.Share, 0, 1);
        Assert.InRange(cohort.Certificate.CeilingReached, cohort.Certificate.ReachedAtLeast, 16);
        Assert.DoesNotContain(cohort.NeverReached, id => id.Value > 16);
    }

    [Theory]
    [MemberData(nameof(Reaches))]
    public void Who_cannot_be_measured_is_chosen_only_by_name_or_as_a_volunteer(string reach)
    {
        RankedPerson[] ranking =
            [.. RankedBy(20).Select(person => person.PersonId.Value == 1 ? person with { Rank = null } : person)];
        var options = new CohortOptions { Size = 3, Reach = Parse(reach), WaitListSize = 20 };
        PersonId[] Chosen(CohortOptions asked)
        {
            var cohort = Choose(Ring, ranking, asked);
            return
            [
                .. cohort.Members.Select(member => member.PersonId)
                    .Concat(cohort.WaitList.Concat(cohort.Members.SelectMany(member => member.Alternates))
                        .Select(person => person.PersonId)).Distinct().Order(),
            ];
        }

        Assert.Equal(Numbered.People(Enumerable.Range(2, 15)), Chosen(options));
        Assert.Equal(Numbered.People([1, .. Enumerable.Range(2, 15), 17]), Chosen(
            options with { Included = [new(1), new(17)] }));
        Assert.Equal(Numbered.People([1, 2, 3, 17, 20]), Chosen(
            options with { From = [new(1), new(2), new(3), new(17), new(20), new(99)] }));
        Assert.Throws<InfeasibleCohortException>(() => Choose(Ring, ranking, options with { Size = 16 }));
    }

    /// <summary>Else a list of volunteers would look as good as the best, counted on the few whom they reach.</summary>
    [Fact]
    public void Rows_of_a_comparison_count_the_same_people_whoever_may_be_chosen()
    {
        var ranking = RankedBy(20, 0, 4, 8);
        var people = new PersonIndex(
            Enumerable.Range(1, 20).Select(id => new Person { Id = new(id), Key = $"{id:x4}" }));
        double TopShare(CohortOptions asked)
        {
            var chart = OrgChart.Build(people.People);
            var cohort = Choose(Ring, ranking, asked);
            return CohortComparison.Of(
                new(Ring, people, chart), ranking, cohort, cancellation: TestContext.Current.CancellationToken)
                .Single(row => row.Name.StartsWith("top", StringComparison.Ordinal)).Share;
        }
        var options = new CohortOptions { Size = 3, Reach = CohortReach.Steps(1) };

        var everybody = TopShare(options);

        Assert.Equal(9 / 16.0, everybody, 9);
        Assert.Equal(everybody, TopShare(options with { From = [new(14), new(15), new(16)] }), 9);
        Assert.Equal(everybody, TopShare(options with { Excluded = [new(1), new(5), new(9)] }), 9);
        Assert.Equal(everybody, TopShare(options with { ChosenFrom = [new(12), new(13), new(14), new(15)] }), 9);
    }

    [Fact]
    public void Too_few_people_with_a_tie_are_named_as_the_reason()
    {
        var refusal = Assert.Throws<InfeasibleCohortException>(
            () => Choose(Ring, RankedBy(20), new() { Size = 17 }));

        Assert.Equal(
            ["size 17 of 20 people"], refusal.Conflict.Wishes);
        Assert.Equal(["4 people without a tie or a rank are not to choose from"], refusal.Conflict.Conditions);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 300)]
    public void Once_nobody_adds_anyone_the_answer_says_so_and_fills_by_score(int steps, int leafCount)
    {
        // The hub reaches all at once, whatever its rank in one step; the others follow by score.
        Tie[] star = [.. Enumerable.Range(1, leafCount).Select(leaf => new Tie(0, leaf))];
        var graph = GraphBuilder.Build(leafCount + 2, star, directed: false);
        int[] best = [6, 3, 5, 2];

        var cohort = Choose(
            graph, RankedBy(leafCount + 2, steps == 1 ? best : [0, .. best]),
            new() { Size = 5, Reach = CohortReach.Steps(steps) });

        Assert.Equal(
            Numbered.People([1, .. best.Select(node => node + 1)]), cohort.Members.Select(member => member.PersonId));
        Assert.Equal(2, cohort.FilledFrom);
        Assert.Equal(1.0, cohort.Certificate.Share);
        Assert.Empty(cohort.NeverReached);
    }

    [Fact]
    public void Nobody_is_replaceable_by_a_higher_score_without_a_loss()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 40, directed: seed % 2 == 0, personCountMin: 12);
            var options = company.RandomOptions(sizeMax: 10);
            if (Try(company, options) is not { } cohort)
                continue;
            int[] members = [.. cohort.Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)];
            foreach (var member in members.Where(node => !options.Included.Contains(company.People.People[node].Id)))
                foreach (var other in Enumerable.Range(0, company.People.Count).Except(members)
                    .Where(node => RankOf(company, node) < RankOf(company, member)))
                {
                    int[] instead = [.. members.Except([member]), other];
                    Assert.True(
                        !NaiveCohorts.Holds(company, options, instead)
                        || NaiveCohorts.Coverage(company, options, instead) < cohort.Certificate.Reached,
                        $"seed {seed}: {other} stands higher than {member} and adds as much");
                }
        }
    }

    [Fact]
    public void The_place_from_which_seats_are_filled_is_where_members_stop_adding_others()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 30, personCountMin: 12);
            var options = company.RandomOptions(sizeMax: 10);
            if (Try(company, options) is not { } cohort)
                continue;
            int[] members = [.. cohort.Members.Select(member => company.People.NodeOf(member.PersonId)!.Value)];
            var counted = NaiveCohorts.Counted(company, options);
            bool Adds(int node, int[] to) => NaiveCohorts.Covered(company.Graph, [node], options.Reach.StepsMax)
                .Except(NaiveCohorts.Covered(company.Graph, to, options.Reach.StepsMax))
                .Intersect(counted).Any(other => other != node);
            var adding = Enumerable.Range(0, members.Length)
                .LastOrDefault(place => Adds(members[place], members[..place]), -1);
            var isAnybodyLeft = Enumerable.Range(0, company.People.Count).Except(members)
                .Any(node => NaiveCohorts.MayBeChosen(company, options, node) && Adds(node, members));
            Assert.Equal(adding + 1 < members.Length && !isAnybodyLeft ? adding + 2 : null, cohort.FilledFrom);
        }
    }

    [Fact]
    public void Companies_under_sixty_are_solved_exactly_for_three_members()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 59, directed: seed % 2 == 0, personCountMin: 40);
            var options = company.RandomOptions() with { Size = 3 };
            if (Try(company, options) is not { } cohort)
                continue;
            Assert.Equal(NaiveCohorts.BestCoverage(company, options), cohort.Certificate.Reached);
            Assert.Equal(1.0, cohort.Certificate.Ratio);
        }
    }

    [Fact]
    public void One_step_is_usual_for_nominations_and_small_companies()
    {
        Assert.Equal(1, CohortReach.DefaultFor(InfluenceOptions.Default, 49).StepsMax);
        Assert.Equal(2, CohortReach.DefaultFor(InfluenceOptions.Default, 50).StepsMax);
        Assert.Equal(1, CohortReach.DefaultFor(InfluenceOptions.Nominated, 5_000).StepsMax);
    }

    private static Cohort? Try(RandomCompany company, CohortOptions options)
    {
        try
        {
            return company.Choose(options);
        }
        catch (InfeasibleCohortException)
        {
            return null;
        }
    }

    private static int RankOf(RandomCompany company, int node) =>
        company.Ranking.Single(person => person.PersonId == company.People.People[node].Id).Rank ?? int.MaxValue;

    private static CohortReach Parse(string reach) =>
        CohortReach.TryParse(reach, out var parsed) ? parsed : throw new ArgumentException(reach);

    /// <summary>All nodes ranked: the given ones first, then the others from the last to the first.</summary>
    private static RankedPerson[] RankedBy(int count, params int[] best) =>
    [
        .. best.Concat(Enumerable.Range(0, count).Except(best).Reverse())
            .Select((node, place) => RandomCompany.Ranked(node + 1, place + 1)),
    ];

    private static Cohort Choose(InteractionGraph graph, RankedPerson[] ranking, CohortOptions options)
    {
        var people = new PersonIndex(
            Enumerable.Range(1, graph.NodeCount).Select(id => new Person { Id = new(id), Key = $"{id:x4}" }));
        return CohortChoice.Choose(
            new(graph, people, OrgChart.Build(people.People)), ranking, options with { Threads = 2 },
            TestContext.Current.CancellationToken);
    }
}
