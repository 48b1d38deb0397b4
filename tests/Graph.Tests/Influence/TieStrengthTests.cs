using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class TieStrengthTests
{
    // Dilution reads all round mail of a sender, and so does not add up over batches.
    private static readonly WeighingOptions EveryPair =
        new() { DaysMin = 1, ReciprocalOnly = false, Dilution = false };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Strength_is_the_double_sum_over_events(int seed)
    {
        var company = new MadeCompany(seed, personCount: 20);
        var (index, kept) = Clean(company, InfluenceOptions.Default);
        var weighed = TieStrength.Weigh(kept, index, MadeCompany.Period, InfluenceOptions.Default.Weighing);

        var expected = NaiveStrengths.Of(kept, index);
        Assert.Equal(expected.Count, weighed.Ties.Length);
        Assert.All(weighed.Ties, tie =>
            Assert.Equal(expected[(tie.Source, tie.Target)], tie.Strength, 1e-12 * tie.Strength));
    }

    [Fact]
    public void Events_in_any_order_give_the_same_bits()
    {
        var company = new MadeCompany(seed: 4);
        var (index, kept) = Clean(company, InfluenceOptions.Default);
        var weighed = TieStrength.Weigh(kept, index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
        new Random(2).Shuffle(kept);
        var shuffled = TieStrength.Weigh(kept, index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
        Assert.Equal(weighed.Ties, shuffled.Ties);
        Assert.Equal(weighed.Amounts, shuffled.Amounts);
        Assert.Equal(weighed.Activity.InteractionCountByNode, shuffled.Activity.InteractionCountByNode);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    public void Amounts_of_two_batches_add_up(double firstShare)
    {
        var company = new MadeCompany(seed: 7);
        var (index, kept) = Clean(company, InfluenceOptions.Default);
        new Random(3).Shuffle(kept);
        var cut = (int)(firstShare * kept.Length);
        var added = AmountsOf(kept[..cut], index).Concat(AmountsOf(kept[cut..], index))
            .GroupBy(pair => pair.Key, pair => pair.Value)
            .ToDictionary(pair => pair.Key, pair => pair.Sum());
        var all = AmountsOf(kept, index);
        Assert.Equal(all.Count, added.Count);
        Assert.All(all, pair => Assert.Equal(pair.Value, added[pair.Key], 1e-12 * pair.Value));
    }

    [Fact]
    public void One_way_few_days_and_blind_copies_make_no_tie_and_are_counted()
    {
        var index = new PersonIndex(Enumerable.Range(1, 6).Select(id => new Person { Id = new(id), Key = $"{id}" }));
        var weighed = TieStrength.Weigh(
            [
                MadeCompany.Mail(1, 2, 10), MadeCompany.Mail(1, 2, 20),
                MadeCompany.Mail(3, 4, 10.1), MadeCompany.Mail(4, 3, 10.2),
                MadeCompany.Mail(5, 6, 10) with { Role = RecipientRole.Bcc }, MadeCompany.Mail(1, 6, 10),
                MadeCompany.Mail(6, 1, 20),
            ],
            index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
        Assert.Equal((0, 5), (Assert.Single(weighed.Ties).Source, weighed.Ties[0].Target));
        Assert.All(
            (string[])["weightless", "few-days", "one-way"],
            rule => Assert.Equal((1, 2), CountOf(weighed, rule)));
    }

    [Fact]
    public void The_plain_preset_counts_interactions_by_direction()
    {
        var company = new MadeCompany(seed: 8);
        var (index, kept) = Clean(company, InfluenceOptions.Plain);
        var weighed = TieStrength.Weigh(kept, index, MadeCompany.Period, InfluenceOptions.Plain.Weighing);
        var expected = kept
            .SelectMany(i => i.Channel is Channel.Meeting or Channel.Call
                ? [i, i with { Source = i.Target, Target = i.Source }] : (Interaction<PersonId>[])[i])
            .CountBy(i => (index.NodeOf(i.Source), index.NodeOf(i.Target)))
            .OrderBy(pair => pair.Key)
            .Select(pair => new Tie(pair.Key.Item1!.Value, pair.Key.Item2!.Value, pair.Value));
        Assert.Equal(expected, weighed.Ties);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 20)]
    [InlineData(6, 15)]
    public void Absence_leaves_every_strength_as_it_was(int firstWeekAway, int weekBack)
    {
        // Two who share a tie; the second comes back a week later.
        var company = new MadeCompany(seed: 9);
        var index = new PersonIndex(company.People);
        var tie = Weigh(company).Ties[0];
        var from = MadeCompany.Period.From.AddDays(7 * firstWeekAway);
        var to = MadeCompany.Period.From.AddDays(7 * weekBack);
        var changed = new MadeCompany(seed: 9);
        MakeAbsent(index.People[tie.Source].Id.Value, from, to);
        MakeAbsent(index.People[tie.Target].Id.Value, from, to.AddDays(7));

        AssertSameTies(company, changed);

        void MakeAbsent(int personId, DateTime from, DateTime to) => changed = new(seed: 9)
        {
            People =
            [
                .. changed.People.Select(p => p.Id.Value == personId
                    ? p with { AbsentFrom = DateOnly.FromDateTime(from), AbsentTo = DateOnly.FromDateTime(to) }
                    : p),
            ],
            Interactions =
            [
                .. changed.Interactions.Where(i =>
                    (i.Source.Value != personId && i.Target.Value != personId) || i.At < from || i.At >= to),
            ],
        };
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Half_the_period_together_asks_for_half_the_days(bool joinedHalfway, int tieCount)
    {
        var halfway = DateOnly.FromDateTime(MadeCompany.End.AddDays(-7 * MadeCompany.WeekCount / 2));
        var index = new PersonIndex(
            [new() { Id = new(1), Key = "a" },
             new() { Id = new(2), Key = "b", Start = joinedHalfway ? halfway : null }]);
        var weighed = TieStrength.Weigh(
            [MadeCompany.Mail(1, 2, 10.3), MadeCompany.Mail(2, 1, 10.2)],
            index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
        Assert.Equal(tieCount, weighed.Ties.Length);
    }

    [Fact]
    public void Joining_late_leaves_every_strength_as_if_there_from_the_start()
    {
        var company = new MadeCompany(seed: 10);
        var start = MadeCompany.End.AddDays(-7 * 6);
        var joiner = company.People[30] with { Start = DateOnly.FromDateTime(start) };
        var changed = new MadeCompany(seed: 10)
        {
            People = [.. company.People.Select(p => p.Id == joiner.Id ? joiner : p)],
            Interactions = [.. company.Interactions.Where(i =>
                (i.Source != joiner.Id && i.Target != joiner.Id) || i.At >= start)],
        };
        AssertSameTies(company, changed);
    }

    [Fact]
    public void Two_days_together_do_not_speak_for_months()
    {
        var start = DateOnly.FromDateTime(MadeCompany.End.AddDays(-2));
        var index = new PersonIndex(
            [new() { Id = new(1), Key = "a" }, new() { Id = new(2), Key = "b", Start = start }]);
        var weighed = TieStrength.Weigh(
            [MadeCompany.Mail(1, 2, 1.5), MadeCompany.Mail(2, 1, 0.5)],
            index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
        Assert.InRange(Assert.Single(weighed.Amounts), 2, 8);
    }

    [Fact]
    public void Someone_outside_the_index_is_an_error_that_says_what_to_do()
    {
        var index = new PersonIndex([new() { Id = new(1), Key = "a" }]);
        var error = Assert.Throws<ArgumentException>(() => TieStrength.Weigh(
            [MadeCompany.Mail(1, 2)], index, MadeCompany.Period, InfluenceOptions.Default.Weighing));
        Assert.StartsWith("Interaction 0 names someone who is not in the index; clean first.", error.Message);
    }

    private static void AssertSameTies(MadeCompany one, MadeCompany other)
    {
        var (a, b) = (Weigh(one), Weigh(other));
        Assert.Equal(a.Ties.Length, b.Ties.Length);
        foreach (var (before, after) in a.Ties.Zip(b.Ties))
        {
            Assert.Equal((before.Source, before.Target), (after.Source, after.Target));
            Assert.Equal(before.Strength, after.Strength, 1e-9);
        }
    }

    private static TieStrengthResult Weigh(MadeCompany company)
    {
        var (index, kept) = Clean(company, InfluenceOptions.Default);
        return TieStrength.Weigh(kept, index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
    }

    private static (PersonIndex Index, Interaction<PersonId>[] Kept) Clean(
        MadeCompany company, InfluenceOptions options)
    {
        var index = new PersonIndex(company.People);
        return (index, [.. Hygiene.Clean(company.Interactions, index, MadeCompany.Period, options.Cleaning).Kept]);
    }

    private static Dictionary<(int, int), double> AmountsOf(Interaction<PersonId>[] kept, PersonIndex index)
    {
        var weighed = TieStrength.Weigh(kept, index, MadeCompany.Period, EveryPair);
        return weighed.Ties.Zip(weighed.Amounts).ToDictionary(t => (t.First.Source, t.First.Target), t => t.Second);
    }

    private static (long Count, int PersonCount) CountOf(TieStrengthResult weighed, string rule)
    {
        var count = Assert.Single(weighed.Counts, count => count.Rule == rule);
        return (count.Count, count.PersonCount);
    }
}
