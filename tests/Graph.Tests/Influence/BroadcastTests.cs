using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class BroadcastTests
{
    [Fact]
    public void Layer_counts_messages_and_different_recipients_of_what_the_rule_sets_aside()
    {
        var company = new MadeCompany(seed: 51, personCount: 40);
        Interaction<PersonId>[] interactions =
        [
            .. company.Interactions,
            .. company.Broadcast(3, 1_000_000_001, 4), .. company.Broadcast(3, 1_000_000_002, 3),
            .. company.Broadcast(5, 1_000_000_003, 2).Take(12),
        ];
        var people = PersonIndex.AtEndOf(MadeCompany.Period, company.People);

        foreach (var options in (InfluenceOptions[])[InfluenceOptions.Default, InfluenceOptions.Wide])
        {
            var clean = Hygiene.Clean(interactions, people, MadeCompany.Period, options.Cleaning);
            // By hand: what is too wide, is no meeting, and would else count.
            var wide = interactions.Where(i =>
                i.Channel != Channel.Meeting && i.AudienceSize > options.Cleaning.AudienceMax
                && i.Source != i.Target && i.Role != RecipientRole.SentFor).ToArray();
            foreach (var person in people.People)
            {
                var sent = wide.Where(i => i.Source == person.Id).ToArray();
                var node = people.NodeOf(person.Id);
                Assert.Equal(
                    (sent.DistinctBy(i => i.EventId).Count(), sent.DistinctBy(i => i.Target).Count()),
                    (clean.Broadcasts.CountByNode[node!.Value], clean.Broadcasts.ReachByNode[node!.Value]));
            }
        }
        Assert.Equal(39, Layer(interactions)[new(3)].BroadcastReach);
    }

    [Fact]
    public void Layer_enters_no_score_and_no_place()
    {
        var company = new MadeCompany(seed: 52, personCount: 40);
        var before = MadeCompany.Rank(company.People, company.Interactions);
        var after = Layer([.. company.Interactions, .. company.Broadcast(7, 1_000_000_001, 4)]).Values;

        Assert.Equal(
            1, after.Single(person => person.PersonId.Value == 7).BroadcastCount - Layer(company.Interactions)[new(7)]
            .BroadcastCount);
        Assert.Equal(
            before.Select(person => (person.PersonId, person.Rank, person.Score)),
            after.Select(person => (person.PersonId, person.Rank, person.Score)));

        Dictionary<PersonId, RankedPerson> Layer(Interaction<PersonId>[] interactions) => BroadcastTests.Layer(
            interactions, company);
    }

    private static Dictionary<PersonId, RankedPerson> Layer(
        Interaction<PersonId>[] interactions, MadeCompany? company = null)
    {
        company ??= new MadeCompany(seed: 51, personCount: 40);
        return MadeCompany.Rank(company.People, interactions).ToDictionary(person => person.PersonId);
    }
}
