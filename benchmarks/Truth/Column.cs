using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>A figure of every node, larger is higher: what a ranking could be made of.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Of">The figure by node; NaN for who has no rank.</param>
internal sealed record Column(string Name, Func<Ranking, double[]> Of)
{
    /// <summary>Today's score; every other column is held against it.</summary>
    public static Column Today { get; } = new("today's score", Scores);

    public static IReadOnlyList<Column> All { get; } =
    [
        Today,
        new("degree: counting contacts", ranking => Ranked(ranking, ranking.Measures.Degree)),
        new("strength", ranking => Ranked(ranking, ranking.Measures.Strength)),
        new("betweenness", ranking => Ranked(ranking, ranking.Measures.Betweenness)),
        new("harmonic closeness", ranking => Ranked(ranking, ranking.Measures.Harmonic)),
        new("reach in two steps", ranking =>
            Ranked(ranking, [.. ranking.Measures.TwoSteps.Select(count => (double)count)])),
        new("PageRank", ranking => Ranked(ranking, ranking.Measures.PageRank)),
        new("− constraint", ranking => Ranked(
            ranking,
            [
                .. StructuralHoles.Compute(ranking.Network.Graph).Constraint
                    .Select(constraint => -constraint ?? double.NegativeInfinity),
            ])),
        new("candidate: .5 betweenness + .3 harmonic + .2 PageRank", Candidate),
    ];

    /// <summary>The ranked nodes, highest first; of equals the one with the smaller key.</summary>
    public static Node[] Order(double[] figures) =>
        [.. Node.Each(figures.Length).Where(node => !double.IsNaN(figures[node])).OrderByDescending(n => figures[n])];

    private static double[] Scores(Ranking ranking)
    {
        var scores = new double[ranking.Network.People.Count];
        foreach (var person in ranking.People)
            scores[ranking.Network.People.KnownNodeOf(person.PersonId)] = person.Score;
        return Ranked(ranking, scores);
    }

    private static double[] Candidate(Ranking ranking)
    {
        var (measures, nodes) = (ranking.Measures, RankedNodes(ranking));
        var (between, harmonic, pageRank) =
            (Standings(measures.Betweenness), Standings(measures.Harmonic), Standings(measures.PageRank));
        return Ranked(ranking, [.. between.Select((b, i) => 0.5 * b + 0.3 * harmonic[i] + 0.2 * pageRank[i])]);

        double[] Standings(double[] values) => Percentiles.Standings(Percentiles.Of(values, nodes), nodes.Length);
    }

    private static Node[] RankedNodes(Ranking ranking) =>
    [
        .. ranking.People.Where(person => person.Rank is not null)
            .Select(person => ranking.Network.People.KnownNodeOf(person.PersonId)).Order(),
    ];

    private static double[] Ranked(Ranking ranking, double[] figures)
    {
        var shown = Enumerable.Repeat(double.NaN, figures.Length).ToArray();
        foreach (var node in RankedNodes(ranking))
            shown[node] = figures[node];
        return shown;
    }
}
