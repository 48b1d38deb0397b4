using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class BackboneTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(8, false, 0.007)]
    public void Backbone_is_what_the_formula_keeps(int seed, bool directed, double scale = 1)
    {
        const int nodeCount = 25;
        var weighed = RandomTies(seed, nodeCount, directed, scale);
        var options = new ExtractingOptions { BackboneKeep = 0 };
        var expected = weighed.Ties.Where((_, i) => NaiveStays(weighed, i, nodeCount, directed, 1.28)).ToArray();
        var result = Backbone.Extract(weighed, nodeCount, options);
        Assert.Equal(expected, result.Ties);
        Assert.InRange(expected.Length, 1, weighed.Ties.Length - 1);
        Assert.Equal(weighed.Ties.Length - expected.Length, Assert.Single(result.Counts).Count);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 3)]
    public void Everybody_keeps_their_strongest_ties(int seed, int keep)
    {
        const int nodeCount = 40;
        var weighed = RandomTies(seed, nodeCount, directed: false);
        var kept = Backbone.Extract(weighed, nodeCount, new() { Backbone = 1e9, BackboneKeep = keep }).Ties.ToHashSet();
        var expected = Enumerable.Range(0, nodeCount).SelectMany(node => weighed.Ties
            .Where(tie => tie.Source == node || tie.Target == node)
            .OrderByDescending(tie => tie.Strength)
            .ThenBy(tie => tie.Source + tie.Target - node)
            .Take(keep));
        Assert.Equal(expected.ToHashSet(), kept);
    }

    [Fact]
    public void Without_a_limit_every_tie_stays()
    {
        var weighed = RandomTies(7, 10, directed: false);
        Assert.Equal(weighed.Ties, Backbone.Extract(weighed, 10, new() { Backbone = null }).Ties);
    }

    /// <summary>Strengths are few values, so that equally strong ties are common; amounts are skewed.</summary>
    private static TieStrengthResult RandomTies(int seed, int nodeCount, bool directed, double scale = 1)
    {
        var random = new Random(seed);
        var pairs = from u in Enumerable.Range(0, nodeCount)
                    from v in Enumerable.Range(0, nodeCount)
                    where u < v || (directed && u != v)
                    where random.Next(3) == 0
                    select new Tie(u, v, random.Next(1, 5));
        var ties = pairs.ToArray();
        var amounts = Array.ConvertAll(ties, _ => scale * Math.Exp(3 * random.NextDouble()));
        return new(ties, amounts, new(new int[nodeCount], 0, []), [], directed);
    }

    /// <summary>Coscia and Neffke 2017, step by step with alpha and beta written out.</summary>
    private static bool NaiveStays(TieStrengthResult weighed, int tie, int nodeCount, bool directed, double delta)
    {
        var matrix = new double[nodeCount, nodeCount];
        for (var i = 0; i < weighed.Ties.Length; i++)
        {
            matrix[weighed.Ties[i].Source, weighed.Ties[i].Target] += weighed.Amounts[i];
            if (!directed)
                matrix[weighed.Ties[i].Target, weighed.Ties[i].Source] += weighed.Amounts[i];
        }
        double nij = weighed.Amounts[tie], ni = 0, nj = 0, n = 0;
        for (var i = 0; i < nodeCount; i++)
        {
            ni += matrix[weighed.Ties[tie].Source, i];
            nj += matrix[i, weighed.Ties[tie].Target];
            for (var j = 0; j < nodeCount; j++)
                n += matrix[i, j];
        }
        var mu = ni * nj / (n * n);
        var sigma2 = 1 / (n * n) * (ni * nj * (n - ni) * (n - nj)) / (n * n * (n - 1));
        var alpha = mu * mu / sigma2 * (1 - mu) - mu;
        var beta = (1 - mu) * (mu * (1 - mu) / sigma2 - 1);
        var p = (alpha + nij) / (alpha + nij + beta + n - nij);
        var variance = n * p * (1 - p);
        var kappa = n / (ni * nj);
        var slope = 2 * (kappa + nij * (1 / (ni * nj) - n * (ni + nj) / (ni * nj * ni * nj)))
            / Math.Pow(kappa * nij + 1, 2);
        return (kappa * nij - 1) / (kappa * nij + 1) - delta * Math.Sqrt(variance * slope * slope) > 0;
    }
}
