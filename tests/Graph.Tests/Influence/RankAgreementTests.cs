using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class RankAgreementTests
{
    [Fact]
    public void Correlations_and_the_shared_head_are_those_of_counting_by_definition()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 300; round++)
        {
            var count = random.Next(2, 40);
            var (one, other) = (Order(random, count), Order(random, count));
            var top = random.Next(1, count + 5);

            var agreement = RankAgreement.Of(one, other, top);

            var both = Enumerable.Range(0, count).Where(i => one[i] is not double.NaN && other[i] is not double.NaN)
                .ToArray();
            Assert.Equal(both.Length, agreement.PeopleCount);
            AssertNear(NaiveSpearman(one, other, both), agreement.Spearman);
            AssertNear(NaiveTauB(one, other, both), agreement.Kendall);
            var (first, second) = (NaiveFirst(one), NaiveFirst(other));
            var heads = Math.Min(top, Math.Min(first.Length, second.Length));
            Assert.Equal(
                (heads, first.Take(heads).Count(second.Take(heads).Contains)),
                (agreement.TopCount, agreement.SharedTopCount));
        }
    }

    /// <summary>Sprent's and Kendall's textbook cases: two equals in one order, and complete disagreement.</summary>
    [Fact]
    public void Known_orders_have_their_known_agreement()
    {
        Assert.Equal((1, 1), (Same().Spearman, Same().Kendall));
        var opposite = RankAgreement.Of([1, 2, 3, 4], [4, 3, 2, 1], 2);
        Assert.Equal((-1, -1, 0), (opposite.Spearman, opposite.Kendall, opposite.SharedTopCount));
        // Two pairs in order, none against, one equal in one order: 2 / sqrt(2 · 3).
        AssertNear(2 / Math.Sqrt(6), RankAgreement.Of([1, 1, 2], [1, 2, 3], 1).Kendall);
        Assert.Null(RankAgreement.Of([1, 1, 1], [1, 2, 3], 1).Spearman);
        Assert.Null(RankAgreement.Of([1, 1, 1], [1, 2, 3], 1).Kendall);
        Assert.Equal(new(0, null, null, 0, 0, 1), RankAgreement.Of([double.NaN], [1], 5));

        static RankAgreement Same() => RankAgreement.Of([3, 1, 2], [30, 10, 20], 1);
    }

    [Fact]
    public void Chance_of_the_shared_head_is_the_share_of_all_choices()
    {
        // The first 3 of 7 by one order; every other choice of 3 is as likely.
        double[] one = [7, 6, 5, 4, 3, 2, 1];
        double[] other = [7, 1, 5, 6, 2, 3, 4];
        var choices = from a in Enumerable.Range(0, 7) from b in Enumerable.Range(0, a) from c in Enumerable.Range(0, b)
                      select new[] { a, b, c }.Count(i => i < 3);
        var all = choices.ToArray();

        var agreement = RankAgreement.Of(one, other, 3);

        Assert.Equal(2, agreement.SharedTopCount);
        AssertNear(all.Count(shared => shared >= 2) / (double)all.Length, agreement.SharedByChance);
        AssertNear(1, RankAgreement.Of(one, [1, 2, 3, 4, 5, 6, 7], 3).SharedByChance);
    }

    [Fact]
    public void Lists_of_two_lengths_and_no_head_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RankAgreement.Of([1, 2], [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankAgreement.Of([1], [1], 0));
    }

    private static double[] Order(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? double.NaN : random.Next(count))];

    private static int[] NaiveFirst(double[] order) =>
        [.. order.Index().Where(p => !double.IsNaN(p.Item)).OrderBy(p => (-p.Item, p.Index)).Select(p => p.Index)];

    private static double? NaiveTauB(double[] one, double[] other, int[] people)
    {
        double signs = 0, apartInOne = 0, apartInOther = 0;
        foreach (var i in people)
            foreach (var j in people)
            {
                signs += Math.Sign(one[i] - one[j]) * Math.Sign(other[i] - other[j]);
                apartInOne += Math.Abs(Math.Sign(one[i] - one[j]));
                apartInOther += Math.Abs(Math.Sign(other[i] - other[j]));
            }
        return apartInOne > 0 && apartInOther > 0 ? signs / Math.Sqrt(apartInOne * apartInOther) : null;
    }

    /// <summary>Places counted person by person, then the correlation from sums of products.</summary>
    private static double? NaiveSpearman(double[] one, double[] other, int[] people)
    {
        var (a, b) = (Places(one), Places(other));
        var n = (double)people.Length;
        var covariance = a.Zip(b, (x, y) => x * y).Sum() / n - a.Sum() / n * (b.Sum() / n);
        var (ofA, ofB) = (Variance(a), Variance(b));
        return ofA > 1e-12 && ofB > 1e-12 ? covariance / Math.Sqrt(ofA * ofB) : null;

        double[] Places(double[] order) =>
        [
            .. people.Select(i =>
                people.Count(j => order[j] < order[i]) + people.Count(j => order[j] == order[i]) / 2.0),
        ];
        double Variance(double[] places) => places.Sum(p => p * p) / n - Math.Pow(places.Sum() / n, 2);
    }

    private static void AssertNear(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-9);
    }
}
