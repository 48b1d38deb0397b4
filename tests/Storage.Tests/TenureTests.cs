using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Who owns an account at an instant, against the definition applied to every instant by itself.</summary>
public sealed class TenureTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    [Fact]
    public void Tenures_say_at_every_instant_what_the_strongest_stake_says()
    {
        var random = new Random(31);
        for (var round = 0; round < 2_000; round++)
        {
            var stakes = Enumerable.Range(0, random.Next(7)).Select(_ => RandomStake(random)).ToArray();

            var tenures = Tenures.Settle(stakes);

            Assert.Equal(long.MinValue, tenures[0].FromMs);
            for (var instant = -1L; instant <= 21; instant++)
                Assert.Equal(NaiveOwner(stakes, instant), tenures.Last(t => t.FromMs <= instant).PersonId.Value);
            Assert.All(tenures.Zip(tenures.Skip(1)), pair =>
            {
                Assert.True(pair.First.FromMs < pair.Second.FromMs);
                Assert.NotEqual(pair.First.PersonId, pair.Second.PersonId);
            });
        }
    }

    [Fact]
    public void Directory_gives_an_address_on_only_when_one_has_left_and_the_next_has_started()
    {
        var random = new Random(32);
        for (var round = 0; round < 2_000; round++)
        {
            // Some follow one another with gaps, some overlap; all but the last leave.
            var people = Enumerable.Range(1, random.Next(1, 5)).Select(id => RandomPerson(id, random)).ToArray();
            if (random.Next(2) == 0)
                people[0] = people[0] with { Leave = random.Next(2) == 0 ? null : DateOnly.MaxValue };
            var order = people.OrderBy(p => p.Leave ?? DateOnly.MaxValue)
                .ThenBy(p => p.Start ?? DateOnly.MinValue).ThenBy(p => p.Id).ToArray();

            var tenures = Tenures.Settle([.. DirectoryStakes.Of(people, isNobodysNow: false)]);

            for (var day = -2; day < 45; day++)
                Assert.Equal(NaiveHolder(order, FirstDay.AddDays(day)), OwnerOn(tenures, FirstDay.AddDays(day)));
        }
    }

    [Fact]
    public void Shared_mailbox_that_was_a_leavers_is_nobodys_from_the_last_day_on()
    {
        var leaver = new Person { Id = new(7), Key = "7", Leave = FirstDay };

        var tenures = Tenures.Settle([.. DirectoryStakes.Of([leaver], isNobodysNow: true)]);

        Assert.Equal(7, OwnerOn(tenures, FirstDay.AddDays(-1)));
        Assert.Equal(0, OwnerOn(tenures, FirstDay));
    }

    [Theory]
    [InlineData("ada+news@x.example", new[] { "ada@x.example" })]
    [InlineData("ada@mail.x.example", new[] { "ada@x.example" })]
    [InlineData("ada+a+b@eu.mail.x.example", new[] { "ada@eu.mail.x.example", "ada+a+b@x.example", "ada@x.example" })]
    [InlineData("ada@x.example", new string[0])]
    [InlineData("ada@notx.example", new string[0])]
    [InlineData("+ada@x.example", new string[0])]
    [InlineData("ada+news", new string[0])]
    [InlineData("@mail.x.example", new string[0])]
    public void Rules_take_an_address_for_another_by_tag_and_sub_domain_alone(string handle, string[] bases)
    {
        var declared = new DomainRow("x.example", null, null);

        Assert.Equal(bases, AddressBases.Of(handle, [declared]).Select(found => found.Handle));
    }

    private static int OwnerOn(Tenure[] tenures, DateOnly day)
    {
        var instant = Storage.Instant.OfDay(day);
        return tenures.Last(tenure => tenure.FromMs <= instant).PersonId.Value;
    }

    /// <summary>The first of those in order of leaving whose time the handover to the next has not ended.</summary>
    private static int NaiveHolder(Person[] order, DateOnly day)
    {
        for (var i = 0; i < order.Length - 1; i++)
        {
            var isNextHere = day >= (order[i + 1].Start ?? DateOnly.MinValue);
            var hasLeft = day >= (order[i].Leave ?? DateOnly.MaxValue);
            if (!(hasLeft && isNextHere))
                return order[i].Id.Value;
        }
        return order[^1].Id.Value;
    }

    private static int NaiveOwner(Stake[] stakes, long instant) => stakes
        .Where(stake => stake.FromMs <= instant && instant < stake.ToMs)
        .Index().OrderByDescending(s => s.Item.Rank).ThenByDescending(s => s.Index)
        .Select(s => s.Item.PersonId.Value).FirstOrDefault();

    private static Stake RandomStake(Random random)
    {
        var from = random.Next(20);
        return new(
            random.Next(5) == 0 ? long.MinValue : from,
            random.Next(5) == 0 ? long.MaxValue : from + random.Next(8),
            new(random.Next(4)), (StakeRank)random.Next(5));
    }

    private static Person RandomPerson(int id, Random random)
    {
        var start = random.Next(30);
        return new()
        {
            Id = new(id),
            Key = $"k{id}",
            Start = random.Next(3) == 0 ? null : FirstDay.AddDays(start),
            Leave = FirstDay.AddDays(start + 1 + random.Next(12)),
        };
    }
}
