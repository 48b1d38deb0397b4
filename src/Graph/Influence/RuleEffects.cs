using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Ranks the same events again with one rule off, for each rule that can be turned off and is on.</summary>
public static class RuleEffects
{
    /// <summary>People whose places are compared.</summary>
    public const int TopCount = 20;

    /// <summary>
    /// Default limit of the work: <see cref="InteractionWork"/> for each interaction weighed again without a rule, and
    /// people times arcs for each ranking that this makes necessary. A minute or two on two cores; all rules of a
    /// company of 10,000 stay within it.
    /// </summary>
    public const double WorkMax = 1e11;

    /// <summary>
    /// A graph whose own ranking is more work than this gets at most as much again, whatever the limit: a night
    /// then takes at most about twice as long because of its effects.
    /// </summary>
    public const double LargeWork = 1e10;

    /// <summary>What weighing one interaction again costs, relative to scanning one arc from one person.</summary>
    public const double InteractionWork = 200;

    /// <summary>The effect of each rule, in the order of the rules; without those that the limit leaves out.</summary>
    /// <param name="ranked">The ranking with all rules, and its inputs.</param>
    /// <param name="workMax">
    /// Rules are left out where ranking without them would pass it; infinite for all. Decided by sizes alone, never by
    /// time, so that the same night gives the same effects on any machine. A rule that changes nothing, and one that
    /// leaves every shortest path as it is, need no ranking of the whole graph and are reported even where others are
    /// not.
    /// </param>
    /// <param name="progress">Gets how many of the rules are done.</param>
    /// <param name="cancellation">Handed on.</param>
    /// <remarks>Memory: one copy of the interactions for all rules.</remarks>
    public static IReadOnlyList<RuleEffect> Of(
        Ranking ranked, double workMax = WorkMax, IProgress<MeasureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var rules = RulesOf(ranked.Model.Options);
        var effects = new List<RuleEffect>();
        var weighing = InteractionWork * ranked.Interactions.Count;
        var own = WorkOf(ranked);
        var workLeft = double.IsFinite(workMax) && own > LargeWork ? Math.Min(workMax, own) : workMax;
        Interaction<PersonId>[] kept = [];
        for (var i = 0; workLeft >= 0 && i < rules.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(i + 1, rules.Length));
            var model = ranked.Model with { Options = rules[i].Off!(ranked.Model.Options) };
            var ties = ranked.Ties;
            // Rules of the ranking itself decide nothing about ties.
            if (rules[i].Stage != RuleStage.Ranking)
            {
                if (!TrySpend(weighing))
                    continue;
                ties = model.Connect(model.CleanInto(ref kept, ranked.Interactions));
                if (IsSame(ties, ranked))
                {
                    effects.Add(new(rules[i].Name, 0, 0, []));
                    continue;
                }
            }
            // A rule that kept ties out may leave a graph many times larger.
            var graph = ties.Network.Graph;
            var sharesPaths = ranked.SharesPathsWith(graph);
            if (sharesPaths || TrySpend(WorkOf(graph)))
                effects.Add(Compare(rules[i].Name, ranked.People, sharesPaths
                    ? model.Blend(ranked.Measures.WithStrengthsOf(graph, cancellation), ties.Network, ties.Activity)
                    : model.Rank(ties.Network, ties.Activity, cancellation)));
        }
        return effects;

        bool TrySpend(double work)
        {
            if (work > workLeft)
                return false;
            workLeft -= work;
            return true;
        }
    }

    /// <summary>The rules that are on and can be off; what collection decided is in the interactions already.</summary>
    public static InfluenceRule[] RulesOf(InfluenceOptions options) =>
    [
        .. InfluenceRules.All.Where(
            rule => rule.Stage != RuleStage.Collection && rule.Off is not null && rule.IsOn(options)),
    ];

    private static double WorkOf(InteractionGraph graph) => (double)graph.NodeCount * graph.ArcCount;

    /// <summary>What ranking the same interactions once more costs.</summary>
    internal static double WorkOf(Ranking ranked) =>
        WorkOf(ranked.Network.Graph) + InteractionWork * ranked.Interactions.Count;

    /// <summary>A rule that met nothing leaves everything as it is, and needs no second ranking.</summary>
    private static bool IsSame(WeighedNetwork ties, Ranking ranked) =>
        ranked.SharesPathsWith(ties.Network.Graph) && ranked.SharesStrengthsWith(ties.Network.Graph)
        && ties.Activity.DayCount == ranked.Ties.Activity.DayCount
        && ties.Activity.InteractionCountByNode.SequenceEqual(ranked.Ties.Activity.InteractionCountByNode)
        && ties.Activity.ActiveWeekCountByNode.SequenceEqual(ranked.Ties.Activity.ActiveWeekCountByNode);

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
