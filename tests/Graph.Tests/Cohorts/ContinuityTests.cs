using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public sealed class ContinuityTests
{
    private const int LeftId = 999;

    private readonly RandomCompany _company = new(21, personCountMax: 80, personCountMin: 80);
    private readonly CohortOptions _wishes = new() { Size = 6, Reach = CohortReach.Steps(1), Threads = 1 };

    private IEnumerable<int> Choosable =>
        Enumerable.Range(0, 80).Where(node => NaiveCohorts.MayBeChosen(_company, _wishes, node));

    [Fact]
    public void Nobody_goes_for_a_change_worth_less_than_continuity_asks()
    {
        PersonId[] previous = [.. Choosable.Take(6).Select(node => _company.People.People[node].Id).Order()];

        var kept = _company.Choose(_wishes with { Previous = previous, Continuity = 1 });

        Assert.Equal(previous, kept.Members.Select(member => member.PersonId).Order());
        Assert.Empty(kept.Changes);
    }

    [Fact]
    public void Who_changes_is_named_with_the_reason()
    {
        var anew = _company.Choose(_wishes);
        var excluded = anew.Members[0].PersonId;
        PersonId[] previous = [new(LeftId), .. anew.Members.Take(5).Select(member => member.PersonId)];

        var again = _company.Choose(_wishes with { Previous = previous, Excluded = [excluded], Continuity = 1 });

        Assert.Equal(
            [(new(LeftId), ChangeReason.NotInGraph), (excluded, ChangeReason.Wishes)],
            again.Changes.Select(change => (change.LeaverId!.Value, change.Reason)));
        PersonId[] joined = [.. again.Changes.Select(change => change.JoinerId!.Value).Order()];
        Assert.Equal(again.Members.Select(member => member.PersonId).Except(previous).Order(), joined);
        Assert.Subset(
            again.Members.Select(member => member.PersonId).ToHashSet(), previous.Skip(2).ToHashSet());
    }

    [Fact]
    public void Whoever_reaches_enough_less_is_replaced()
    {
        PersonId[] weakest = [.. Choosable.OrderBy(node => _company.Graph.OutNeighbours(node).Length).Take(6)
            .Select(node => _company.People.People[node].Id)];

        var again = _company.Choose(_wishes with { Previous = weakest, Continuity = 0 });

        Assert.NotEmpty(again.Changes);
        Assert.All(again.Changes, change => Assert.Equal(ChangeReason.ReachesLess, change.Reason));
        Assert.Equal(_wishes.Size, again.Members.Count);
    }
}
