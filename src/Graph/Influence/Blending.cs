using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Blends the measures into one score, ranks people by it and compares that with the org chart.</summary>
internal static class Blending
{
    /// <summary>Scores closer than this share a place in the order, which the person's key then decides.</summary>
    private const int ScoreDigits = 12;

    /// <summary>
    /// Ranks everyone: by score, then by key; people who cannot be measured come after all others, without a rank.
    /// </summary>
    /// <param name="measures">Of the network.</param>
    /// <param name="network">What was measured.</param>
    /// <param name="activity">
    /// How much was seen: under <see cref="BlendingOptions.EventsMin"/> or
    /// <see cref="BlendingOptions.ActiveWeeksMin"/> there is no rank.
    /// </param>
    /// <param name="options">Weights and limits.</param>
    /// <param name="broadcasts">Each person's part in the broadcast layer, which scores nothing.</param>
    /// <remarks>
    /// <c>score = 0.5 · betweenness + 0.3 · reach in two steps + 0.2 · PageRank</c> by default, each as standing:
    /// <c>1 − ln(place) / ln(n)</c> among the n measurable people.
    /// </remarks>
    public static RankedPerson[] Rank(
        Measures measures, Network network, Activity activity, BlendingOptions options, Broadcasts? broadcasts)
    {
        options.Blend.Validate();
        var (people, chart) = (network.People, network.Chart);
        var notMeasurable = NotMeasurable(activity, options);
        var measurable = people.Nodes.Where(node => notMeasurable[node] is null).ToArray();
        var scores = Scores.Of(
            measures.Betweenness, measures.TwoSteps, measures.PageRank, measurable, options.Blend);
        var surprise = Surprise.Of(measurable, scores.Total, people, chart, activity, options.SurpriseDaysMin);
        var placeAbove = chart.TellsApart ? ChartPlaces(people, chart, notMeasurable) : null;

        var byScore = measurable.OrderByDescending(node => Math.Round(scores.Total[node], ScoreDigits)).ThenBy(n => n);
        var unmeasurable = people.Nodes.Except(measurable);
        var rank = 0;
        return
        [
            .. byScore.Select(node => Describe(node, ++rank)),
            .. unmeasurable.Select(node => Describe(node, null)),
        ];

        RankedPerson Describe(Node node, int? rank)
        {
            var id = people[node].Id;
            return new()
            {
                PersonId = id,
                Rank = rank,
                NotMeasurable = notMeasurable[node],
                Score = scores.Total[node],
                BetweennessShare = scores.Betweenness[node],
                ReachShare = scores.Reach[node],
                PageRankShare = scores.PageRank[node],
                Betweenness = measures.Betweenness[node],
                BetweennessPercentile = scores.BetweennessPercentile[node],
                ReachTwoSteps = measures.TwoSteps[node],
                ReachTwoStepsShare = people.Count > 1 ? measures.TwoSteps[node] / (people.Count - 1.0) : 0,
                HarmonicCloseness = measures.Harmonic[node],
                PageRank = measures.PageRank[node],
                Degree = (int)measures.Degree[node],
                Strength = measures.Strength[node],
                Level = chart.TellsApart ? chart.LevelOf(id) : null,
                DirectReports = chart.DirectReportsOf(id),
                ChartPlace = placeAbove?[node],
                Surprise = surprise[node],
                BroadcastCount = broadcasts?.CountByNode[node] ?? 0,
                BroadcastReach = broadcasts?.ReachByNode[node] ?? 0,
            };
        }
    }

    /// <summary>By node, the rule that keeps a person from being measured; null for who can be.</summary>
    private static string?[] NotMeasurable(Activity activity, BlendingOptions options)
    {
        // Data that is itself shorter than the gate would leave nobody: then the whole ranking is provisional.
        var weeksMin = activity.DayCount >= options.HistoryDaysMin ? options.ActiveWeeksMin : 0;
        return
        [
            .. activity.InteractionCountByNode.Zip(activity.ActiveWeekCountByNode, (events, weeks) =>
                events < options.EventsMin ? "few-events" : weeks < weeksMin ? "few-weeks" : null),
        ];
    }

    /// <summary>
    /// Places by the chart among measurable people; who is not gets the place of a guest among them. Whom the chart
    /// places equally share the first of their places, so that nobody gains on it by chance.
    /// </summary>
    private static int[] ChartPlaces(PersonIndex people, OrgChart chart, string?[] notMeasurable)
    {
        var places = new int[people.Count];
        var (placed, shared) = (0, 1);
        (int, int, int)? before = null;
        foreach (var node in people.Nodes.OrderBy(node => chart.PlaceOf(people[node].Id)))
        {
            var id = people[node].Id;
            var position = (chart.LevelOf(id), chart.SubtreeSizeOf(id), chart.DirectReportsOf(id));
            if (position != before)
                (shared, before) = (placed + 1, position);
            places[node] = shared;
            placed += notMeasurable[node] is null ? 1 : 0;
        }
        return places;
    }
}

/// <summary>What each measure adds to the score, and the sum, by node; 0 for who is not measurable.</summary>
internal sealed record Scores(
    double[] BetweennessPercentile, double[] Betweenness, double[] Reach, double[] PageRank, double[] Total)
{
    public static Scores Of(
        double[] betweenness, int[] twoSteps, double[] pageRank, Node[] measurable, BlendWeights blend)
    {
        var percentile = Percentiles.Of(betweenness, measurable);
        var byBetweenness = Weighted(percentile, blend.Betweenness);
        var byReach = Weighted(
            Percentiles.Of(Array.ConvertAll(twoSteps, count => (double)count), measurable), blend.Reach);
        var byPageRank = Weighted(Percentiles.Of(pageRank, measurable), blend.PageRank);
        return new(
            percentile, byBetweenness, byReach, byPageRank,
            [.. byBetweenness.Zip(byReach, byPageRank).Select(s => s.First + s.Second + s.Third)]);

        double[] Weighted(double[] percentiles, double weight) => Array.ConvertAll(
            Percentiles.Standings(percentiles, measurable.Length), standing => weight * standing);
    }
}
