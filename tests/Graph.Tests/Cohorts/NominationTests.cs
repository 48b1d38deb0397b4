using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Graph.Tests;

/// <summary>Which way influence goes: along contacts, and from the named to whoever names.</summary>
public sealed class NominationTests
{
    private static readonly PersonIndex People = new(
        Enumerable.Range(1, 8).Select(id => new Person { Id = new(id), Key = $"{9 - id:x4}" }));

    /// <summary>Seven name the first.</summary>
    private static readonly InteractionGraph Named = GraphBuilder.Build(
        8, [.. Enumerable.Range(2, 7).Select(
            id => new Tie(People.NodeOf(new(id))!.Value, People.NodeOf(new(1))!.Value))],
        directed: true);

    private static readonly Network NamedPeople = new(Named, People, OrgChart.Build(People.People));

    [Theory]
    [InlineData("steps:1")]
    [InlineData("steps:2")]
    [InlineData("influence")]
    public void Whom_seven_of_eight_name_reaches_seven_and_is_the_cohort_of_one(string reach)
    {
        var ranking = Rank(InfluenceOptions.Nominated);
        Assert.True(CohortReach.TryParse(reach, out var asked));

        var cohort = CohortChoice.Choose(
            InfluenceOptions.Nominated.AlongInfluence(NamedPeople), ranking,
            new() { Size = 1, Reach = asked }, TestContext.Current.CancellationToken);

        Assert.Equal((1, 1, 7), (ranking[0].PersonId.Value, ranking[0].Rank, ranking[0].ReachTwoSteps));
        Assert.Equal(1, Assert.Single(cohort.Members).PersonId.Value);
        // The named one names nobody: nobody can reach them.
        Assert.Equal((7, 1), (cohort.Certificate.TiedCount, cohort.Certificate.NoTieCount));
    }

    [Fact]
    public void Contacts_carry_word_the_way_they_go()
    {
        Assert.Same(NamedPeople, InfluenceOptions.Plain.AlongInfluence(NamedPeople));
        var reached = Rank(InfluenceOptions.Plain);

        Assert.All(reached, person => Assert.Equal(person.PersonId.Value == 1 ? 0 : 1, person.ReachTwoSteps));
    }

    [Fact]
    public void A_reversed_graph_has_every_tie_the_other_way_with_its_strength()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var graph = new RandomCompany(seed, directed: true).Graph;
            var turned = graph.Reversed();
            Assert.Equal(
                Symmetric.Ties(graph, _ => true).Select(tie => new Tie(tie.Target, tie.Source, tie.Strength))
                    .OrderBy(tie => (tie.Source, tie.Target)),
                Symmetric.Ties(turned, _ => true));
            Assert.Equal(graph.InSources, turned.OutTargets);
            var undirected = new RandomCompany(seed).Graph;
            Assert.Same(undirected, undirected.Reversed());
        }
    }

    private static RankedPerson[] Rank(InfluenceOptions options) =>
        new InfluenceModel(
            People, MadeCompany.Period, options with { Blending = options.Blending with { EventsMin = 0 } })
            .Rank(NamedPeople, new(new int[8], 1, new int[8]), TestContext.Current.CancellationToken);
}
