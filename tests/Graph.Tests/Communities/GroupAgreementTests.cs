namespace InfluencerMap.Graph.Tests;

public class GroupAgreementTests
{
    [Fact]
    public void Adjusted_information_takes_off_the_mean_over_all_orders_of_the_people()
    {
        var random = new Random(5);
        for (var run = 0; run < 25; run++)
        {
            var people = Enumerable.Range(0, random.Next(4, 7)).ToArray();
            var (one, other) = (Groups(), Groups());
            var (own, others) = (Information(one, one), Information(other, other));
            if (own == 0 && others == 0)
                continue;
            var expected = Orders([.. other]).Average(order => Information(one, order));
            var found = GroupAgreement.Of(one, other);
            Assert.Equal(Information(one, other) / ((own + others) / 2), found.Normalised!.Value, 1e-12);
            if (found.Adjusted is { } adjusted)
                Assert.Equal((Information(one, other) - expected) / ((own + others) / 2 - expected), adjusted, 1e-9);
            else
                Assert.Equal((people.Length, people.Length), (one.Distinct().Count(), other.Distinct().Count()));

            int[] Groups() => Array.ConvertAll(people, _ => random.Next(3));
        }
    }

    [Fact]
    public void Normalised_information_is_igraph_s()
    {
        // igraph 0.10.2, compare_communities with method nmi; the two sides of the karate club against its halves.
        Assert.Equal(
            0.5468828911699957, GroupAgreement.Of([0, 0, 0, 1, 1, 1, 2, 2], [0, 0, 1, 1, 1, 1, 2, 0]).Normalised!.Value,
            1e-12);
        int[] first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21];
        int[] sides = [.. Enumerable.Range(0, 34).Select(node => first.Contains(node) ? 0 : 1)];
        int[] halves = [.. Enumerable.Range(0, 34).Select(node => node / 17)];
        Assert.Equal(0.32770518292436207, GroupAgreement.Of(sides, halves).Normalised!.Value, 1e-12);
    }

    [Fact]
    public void Same_groups_under_other_numbers_agree_fully_and_unrelated_ones_not_beyond_chance()
    {
        var random = new Random(6);
        var one = Enumerable.Range(0, 2_000).Select(_ => random.Next(40)).ToArray();
        var same = GroupAgreement.Of(one, Array.ConvertAll(one, group => 1_000 - 7 * group));
        Assert.Equal(1, same.Normalised!.Value, 1e-12);
        Assert.Equal(1, same.Adjusted!.Value, 1e-12);
        var unrelated = GroupAgreement.Of(one, [.. one.Select(_ => random.Next(40))]);
        Assert.True(unrelated.Normalised > 0.1);
        Assert.Equal(0, unrelated.Adjusted!.Value, 0.02);
    }

    [Fact]
    public void Who_is_in_no_group_is_not_compared_and_what_cannot_be_told_is_null()
    {
        var some = GroupAgreement.Of([0, 0, 1, 1, -1, 2], [3, 3, 4, 4, 5, -1]);
        Assert.Equal((4, 1.0, null), (some.ComparedCount, some.Normalised!.Value, some.WhyAbsent));
        foreach (var (one, other) in new (int[], int[])[] { ([], []), ([-1], [0]), ([0, 0], [1, 1]) })
        {
            var none = GroupAgreement.Of(one, other);
            Assert.Equal((null, null, Absence.FewPeople), (none.Normalised, none.Adjusted, none.WhyAbsent));
        }
        Assert.Null(GroupAgreement.Of([0, 1, 2], [2, 1, 0]).Adjusted);
        Assert.Equal(0, GroupAgreement.Of([0, 0, 0, 0], [0, 1, 2, 3]).Adjusted!.Value, 1e-12);
        Assert.Throws<ArgumentException>(() => GroupAgreement.Of([0], [0, 1]));
    }

    /// <summary>By definition, from the shares of every two groups.</summary>
    private static double Information(int[] one, int[] other) =>
        (from a in one.Distinct()
         from b in other.Distinct()
         let both = one.Zip(other).Count(person => person == (a, b)) / (double)one.Length
         where both > 0
         select both * Math.Log(both / (Share(one, a) * Share(other, b)))).Sum();

    private static double Share(int[] groups, int group) => groups.Count(one => one == group) / (double)groups.Length;

    private static IEnumerable<int[]> Orders(int[] items) => items.Length < 2
        ? [items]
        : Enumerable.Range(0, items.Length).SelectMany(first =>
            Orders([.. items[..first], .. items[(first + 1)..]]).Select(rest => (int[])[items[first], .. rest]));
}
