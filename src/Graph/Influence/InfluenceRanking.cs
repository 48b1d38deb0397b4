using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Blends the measures into one score, ranks people by it and sets the result against the org chart.</summary>
public static class InfluenceRanking
{
    /// <summary>Scores closer than this share a place in the order, which the person's key then decides.</summary>
    private const int ScoreDigits = 12;

    /// <summary>
    /// Ranks everyone in the graph: by score, then by key; people who cannot be measured come after all others, without
    /// a rank.
    /// </summary>
    /// <param name="graph">Node by node the people of <paramref name="people"/>.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="chart">Who reports to whom; holds everyone of the graph.</param>
    /// <param name="activity">
    /// How much was seen: under <see cref="InfluenceOptions.EventsMin"/> or
    /// <see cref="InfluenceOptions.ActiveWeeksMin"/> there is no rank.
    /// </param>
    /// <param name="options">Blend, limits, and whether paths have lengths.</param>
    /// <param name="threads">Workers at most; 0 for one a core. The ranking has the same bits for any number.</param>
    /// <param name="progress">Told how far betweenness, the longest step, has come.</param>
    /// <param name="cancellation">Handed on to every measure.</param>
    /// <exception cref="ArgumentException">Graph, people and activity are not of one size.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// <c>score = 0.5 · betweenness + 0.3 · reach in two steps + 0.2 · PageRank</c> by default, each as standing:
    /// <c>1 − ln(place) / ln(n)</c> among the n measurable people. Measures are on the whole graph, and exact but for
    /// betweenness of graphs that <see cref="Betweenness.Compute"/> samples: some hundred thousand people and more.
    /// </remarks>
    public static RankedPeople Rank(
        InteractionGraph graph,
        PersonIndex people,
        OrgChart chart,
        Activity activity,
        InfluenceOptions options,
        int threads = 0,
        IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        options.Blend.Validate();
        if (graph.NodeCount != people.Count || activity.InteractionCountByNode.Count != people.Count)
            Throw.SizesDiffer(graph.NodeCount, people.Count, activity.InteractionCountByNode.Count);
        var measures = Measures.Of(graph, options, threads, progress, cancellation);
        return new(Rank(measures, people, chart, activity, options), measures.Sampled);
    }

    /// <summary>Ranks the same people by another graph; measures that the two graphs share are taken over.</summary>
    internal static RankedPerson[] RankAgain(
        RankedEvents before, InteractionGraph graph, Activity activity, InfluenceOptions options, int threads,
        CancellationToken cancellation)
    {
        var measures = before.SharesPathsWith(graph)
            ? Measures.Of(before, graph, cancellation)
            : Measures.Of(graph, options, threads, null, cancellation);
        return Rank(measures, before.People, before.Chart, activity, options);
    }

    private static RankedPerson[] Rank(
        Measures measures, PersonIndex people, OrgChart chart, Activity activity, InfluenceOptions options)
    {
        var notMeasurable = NotMeasurable(activity, options);
        var measurable = Enumerable.Range(0, people.Count).Where(node => notMeasurable[node] is null).ToArray();
        var scores = Scores.Of(measures, measurable, options.Blend);
        var surprise = Surprise.Of(measurable, scores.Total, people, chart, activity, options.SurpriseDaysMin);
        var placeAbove = chart.TellsApart ? ChartPlaces(people, chart, measurable) : null;

        var byScore = measurable.OrderByDescending(node => Math.Round(scores.Total[node], ScoreDigits)).ThenBy(n => n);
        var unmeasurable = Enumerable.Range(0, people.Count).Except(measurable);
        var rank = 0;
        return
        [
            .. byScore.Select(node => Describe(node, ++rank)),
            .. unmeasurable.Select(node => Describe(node, null)),
        ];

        RankedPerson Describe(int node, int? rank)
        {
            var id = people.People[node].Id;
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
            };
        }
    }

    /// <summary>How many people of a ranking have no rank, by the rule that says why.</summary>
    public static IReadOnlyList<HygieneCount> CountOf(IReadOnlyList<RankedPerson> ranking) =>
    [
        .. from name in (string[])["few-events", "few-weeks"]
           let count = ranking.Count(person => person.NotMeasurable == name)
           select InfluenceRules.Named(name).Count("people", count, count),
    ];

    /// <summary>By node, the rule that keeps a person from being measured; null for who can be.</summary>
    private static string?[] NotMeasurable(Activity activity, InfluenceOptions options)
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
    /// cannot tell apart share the first of their places, so that nobody gains on it by chance.
    /// </summary>
    private static int[] ChartPlaces(PersonIndex people, OrgChart chart, int[] measurable)
    {
        var places = new int[people.Count];
        var takesPart = new bool[people.Count];
        foreach (var node in measurable)
            takesPart[node] = true;
        var (placed, shared) = (0, 1);
        (int, int, int)? before = null;
        foreach (var node in Enumerable.Range(0, people.Count).OrderBy(node => chart.PlaceOf(people.People[node].Id)))
        {
            var id = people.People[node].Id;
            var position = (chart.LevelOf(id), chart.SubtreeSizeOf(id), chart.DirectReportsOf(id));
            if (position != before)
                (shared, before) = (placed + 1, position);
            places[node] = shared;
            placed += takesPart[node] ? 1 : 0;
        }
        return places;
    }

    /// <summary>Every measure that a ranking shows, by node.</summary>
    private sealed record Measures(
        double[] Betweenness, int[] TwoSteps, double[] Harmonic, double[] PageRank, double[] Degree, double[] Strength,
        SamplingError? Sampled)
    {
        // Audit precision costs twice the time: it is free for a company of ten thousand, not for one of a hundred.
        private const double DoubleArcSourcesMax = 1e10;

        public static Measures Of(
            InteractionGraph graph,
            InfluenceOptions options,
            int threads,
            IProgress<MeasureProgress>? progress,
            CancellationToken cancellation)
        {
            var betweenness = Graph.Betweenness.Compute(
                graph,
                new() { Exact = new() { Threads = threads, Precision = PrecisionFor(graph) } },
                options.Lengths ? TieLengths.FromStrengths(graph) : null,
                progress,
                cancellation);
            var reach = Reach.Compute(
                options.AlongInfluence(graph), stepsMax: 2, threads, cancellation: cancellation);
            return Of(
                graph, betweenness.Scores, reach.Within(2), reach.Harmonic, betweenness.Sampled, cancellation);
        }

        /// <summary>The measures of shortest paths, which take nearly all the time, from a ranking of those.</summary>
        public static Measures Of(RankedEvents before, InteractionGraph graph, CancellationToken cancellation)
        {
            var (betweenness, harmonic) = (new double[graph.NodeCount], new double[graph.NodeCount]);
            var twoSteps = new int[graph.NodeCount];
            foreach (var person in before.Ranking)
            {
                var node = before.People.NodeOf(person.PersonId);
                (betweenness[node], twoSteps[node], harmonic[node]) =
                    (person.Betweenness, person.ReachTwoSteps, person.HarmonicCloseness);
            }
            return Of(graph, betweenness, twoSteps, harmonic, null, cancellation);
        }

        private static Measures Of(
            InteractionGraph graph, double[] betweenness, int[] twoSteps, double[] harmonic, SamplingError? sampled,
            CancellationToken cancellation) => new(
            betweenness, twoSteps, harmonic, Graph.PageRank.Compute(graph, cancellation: cancellation).Scores,
            Graph.Degree.Of(graph).Scores, Graph.Degree.StrengthOf(graph).Scores, sampled);

        private static Precision PrecisionFor(InteractionGraph graph) =>
            (double)graph.NodeCount * graph.ArcCount <= DoubleArcSourcesMax ? Precision.Double : Precision.Float;
    }

    /// <summary>What each measure adds, and the sum, by node; 0 for who is not measurable.</summary>
    private sealed record Scores(
        double[] BetweennessPercentile, double[] Betweenness, double[] Reach, double[] PageRank, double[] Total)
    {
        public static Scores Of(Measures measures, int[] measurable, BlendWeights blend)
        {
            var percentile = Percentiles.Of(measures.Betweenness, measurable);
            var reached = Array.ConvertAll(measures.TwoSteps, count => (double)count);
            var betweenness = Weighted(percentile, blend.Betweenness);
            var reach = Weighted(Percentiles.Of(reached, measurable), blend.Reach);
            var pageRank = Weighted(Percentiles.Of(measures.PageRank, measurable), blend.PageRank);
            return new(percentile, betweenness, reach, pageRank,
                [.. betweenness.Zip(reach, pageRank).Select(s => s.First + s.Second + s.Third)]);

            double[] Weighted(double[] percentiles, double weight) => Array.ConvertAll(
                Percentiles.Standings(percentiles, measurable.Length), standing => weight * standing);
        }
    }
}
