namespace InfluencerMap.Graph.Influence;

/// <summary>Ranks the same events again with one rule off, for each rule that can be turned off and is on.</summary>
public static class RuleEffects
{
    /// <summary>People whose places are compared.</summary>
    public const int TopCount = 20;

    /// <summary>
    /// Default limit of the work: people times arcs, summed over the rankings, plus <see cref="InteractionWork"/> for
    /// each interaction read again. Minutes on two cores; a company of 10,000 stays within it.
    /// </summary>
    public const double WorkMax = 1e11;

    /// <summary>
    /// A graph whose own ranking is more work than this gets as much again and no more, whatever the limit: a night
    /// then takes no more than about twice as long for its effects.
    /// </summary>
    public const double LargeWork = 1e10;

    /// <summary>What reading one interaction again costs, beside passing over one arc from one person.</summary>
    public const double InteractionWork = 500;

    /// <summary>The effect of each rule, in the order of the rules; without those that the limit leaves out.</summary>
    /// <param name="ranked">The ranking with all rules, and what it was made from.</param>
    /// <param name="threads">Workers at most; 0 for one a core. The effects are the same for any number.</param>
    /// <param name="workMax">
    /// Rules are left out where ranking without them would pass it; infinite for all. Decided by sizes alone, never by
    /// time, so that the same night gives the same effects on any machine.
    /// </param>
    /// <param name="progress">Told how many of the rules are done.</param>
    /// <param name="cancellation">Handed on.</param>
    public static IReadOnlyList<RuleEffect> Of(
        RankedEvents ranked, int threads = 0, double workMax = WorkMax, IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        // What collection decided is in the interactions already.
        var rules = InfluenceRules.All
            .Where(rule => rule.Stage != RuleStage.Collection && rule.Off is not null && rule.IsOn(ranked.Options))
            .ToArray();
        var effects = new List<RuleEffect>();
        var work = WorkOf(ranked, ranked.Graph);
        if (double.IsFinite(workMax) && work > LargeWork)
            workMax = Math.Min(workMax, work);
        var workLeft = workMax - rules.Length * work;
        if (!(workLeft >= 0))
            return effects;
        var (_, seen) = Build(ranked, ranked.Options);
        for (var i = 0; i < rules.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var options = rules[i].Off!(ranked.Options);
            progress?.Report(new(i + 1, rules.Length));
            var (graph, activity) = Build(ranked, options);
            if (rules[i].Stage != RuleStage.Ranking && IsSame(graph, ranked.Graph) && IsSame(activity, seen))
            {
                effects.Add(new(rules[i].Name, 0, 0, []));
                continue;
            }
            // A rule that kept ties out may leave a graph many times larger.
            var more = Math.Max(0, WorkOf(ranked, graph) - WorkOf(ranked, ranked.Graph));
            if (more > workLeft)
                continue;
            workLeft -= more;
            effects.Add(Compare(rules[i].Name, ranked.Ranking, InfluenceRanking.Rank(
                graph, ranked.People, ranked.Chart, activity, options, threads, cancellation: cancellation).People));
        }
        return effects;
    }

    internal static double WorkOf(RankedEvents ranked, InteractionGraph graph) =>
        (double)graph.NodeCount * graph.ArcCount + InteractionWork * ranked.Interactions.Length;

    /// <summary>A rule that met nothing leaves everything as it is, and needs no second ranking.</summary>
    private static bool IsSame(InteractionGraph a, InteractionGraph b) =>
        a.OutOffsets.SequenceEqual(b.OutOffsets) && a.OutTargets.SequenceEqual(b.OutTargets)
        && a.OutStrengths.SequenceEqual(b.OutStrengths);

    private static bool IsSame(Activity a, Activity b) =>
        a.DayCount == b.DayCount && a.InteractionCountByNode.SequenceEqual(b.InteractionCountByNode)
        && a.ActiveWeekCountByNode.SequenceEqual(b.ActiveWeekCountByNode);

    private static (InteractionGraph Graph, Activity Activity) Build(RankedEvents ranked, InfluenceOptions options)
    {
        var clean = Hygiene.Clean(ranked.Interactions, ranked.People, ranked.Period, options);
        return Weigh(ranked, clean.Kept, options);
    }

    /// <summary>From what hygiene kept to a graph.</summary>
    internal static (InteractionGraph Graph, Activity Activity) Weigh(
        RankedEvents ranked, Interaction[] kept, InfluenceOptions options)
    {
        var strength = TieStrength.Weigh(kept, ranked.People, ranked.Period, options);
        var backbone = Backbone.Extract(strength, ranked.People.Count, options);
        return (GraphBuilder.Build(ranked.People.Count, backbone.Ties, options.Directed), strength.Activity);
    }

    /// <summary>How the head of one ranking moves in another.</summary>
    public static RuleEffect Compare(
        string rule, IReadOnlyList<RankedPerson> ranking, IReadOnlyList<RankedPerson> without)
    {
        var rankWithout = without.ToDictionary(person => person.PersonId, person => person.Rank);
        RankMove[] moves =
        [
            .. ranking
                .Select(person => new RankMove(
                    person.PersonId, person.Rank, rankWithout.GetValueOrDefault(person.PersonId)))
                .Where(move => (move.With <= TopCount || move.Without <= TopCount) && move.With != move.Without),
        ];
        return new(
            rule,
            moves.Count(move => move.With <= TopCount && !(move.Without <= TopCount)),
            moves.Max(move => Math.Abs(move.With - move.Without ?? 0) as int?) ?? 0,
            moves);
    }
}
