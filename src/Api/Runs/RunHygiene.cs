using InfluencerMap.Engine;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>What the rules of a run set aside, and how the first of its ranking would move without each.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="Preset">The preset that its options began from: default, wide or plain.</param>
/// <param name="TopCount">How many of the first the moves are about.</param>
/// <param name="Collections">What collecting each source for the run set aside before any rule, by source.</param>
/// <param name="Rules">In the order in which they apply.</param>
public sealed record RunHygiene(
    string Run, string Preset, int TopCount, CollectedSource[] Collections, RuleInRun[] Rules) : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys =>
        Rules.SelectMany(rule => rule.WithoutIt?.Moves ?? []).Select(move => move.Key);

    public static RunHygiene Of(ShownRun shown, CollectionRecord[] collections, IEnumerable<RunRule> rules) => new(
        shown.Run.Id, shown.Run.Options.Preset, RuleEffects.TopCount,
        Array.ConvertAll(collections, CollectedSource.Of), [.. rules.Select(rule => RuleInRun.Of(rule, shown))]);
}

/// <summary>The collection of one source that a run rests on.</summary>
/// <param name="Source">Its name, such as sent-items.</param>
/// <param name="Items">Items read, such as messages.</param>
/// <param name="SetAsideReasons">
/// Why some of these did not simply count, one word each, such as draft, automatic, program, cancelled or undelivered;
/// those delegated count, for whom they are from. How many is for the operator's command line: nobody counts how many
/// people had part in them.
/// </param>
public sealed record CollectedSource(string Source, long Items, string[] SetAsideReasons)
{
    public static CollectedSource Of(CollectionRecord collection) => new(
        collection.Source, collection.Items,
        [.. collection.Outcomes.Select(outcome => outcome.Outcome)]);
}

/// <summary>One rule.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Stage">Who applies it: collection, hygiene, ties, ranking or readiness.</param>
/// <param name="Reason">Why the rule exists.</param>
/// <param name="IsOn">Whether the run applied it.</param>
/// <param name="Settings">Its options in this run, name=value.</param>
/// <param name="Count">
/// How many of the unit it set aside or weighed otherwise; null where a source drops them while reading and nothing
/// is stored, and where too few people had part in them to be told.
/// </param>
/// <param name="Unit">What is counted.</param>
/// <param name="PersonCount">People touched; null as the count, and where too few.</param>
/// <param name="WithoutIt">
/// How the first move without the rule; null where it is off, cannot be turned off, or was not computed.
/// </param>
/// <param name="Effect">Whether the moves are there: computed, fixed, off or notComputed.</param>
public sealed record RuleInRun(
    string Name, string Stage, string Reason, bool IsOn, IReadOnlyList<string> Settings, long? Count, string? Unit,
    int? PersonCount, TopMoves? WithoutIt, string Effect)
{
    public static RuleInRun Of(RunRule rule, ShownRun shown)
    {
        var told = rule.Count is { } counted ? shown.Policy.Told(counted) : null;
        return new(
            rule.Rule.Name, rule.Rule.Stage.ToString().ToLowerInvariant(), rule.Rule.Reason, rule.IsOn, rule.Settings,
            told, rule.Count?.Unit, told is null ? null : Coarse.People(rule.Count!.PersonCount),
            rule.Effect is { } effect ? TopMoves.Of(effect, shown) : null,
            rule.Effect is not null ? "computed" : rule.Rule.Off is null ? "fixed" : rule.IsOn ? "notComputed" : "off");
    }
}

/// <summary>How the first of a ranking move without a rule.</summary>
/// <param name="ChangedCount">People who are among the first with the rule and not without it.</param>
/// <param name="LargestMove">Most places that anybody of the moves, ranked both times, moves.</param>
/// <param name="Moves">Whoever is among the first, with the rule or without, and moves.</param>
public sealed record TopMoves(int ChangedCount, int LargestMove, KeyMove[] Moves)
{
    /// <summary>Places close up over people who may not be shown, and what is counted is counted again.</summary>
    public static TopMoves Of(RuleEffect effect, ShownRun shown)
    {
        KeyMove[] moves =
        [
            .. from move in effect.Moves
               where shown.Ranked.People.NodeOf(move.PersonId) is not null
               select new KeyMove(
                   shown.Ranked.People[move.PersonId].Key, shown.Hidden.Close(shown.Run.Id, move.With),
                   shown.Hidden.Close(shown.Run.Id, move.Without)),
        ];
        return new(
            moves.Count(move => move.RankWith <= RuleEffects.TopCount
                && move.RankWithout is not <= RuleEffects.TopCount),
            moves.Select(move => Math.Abs(move.RankWith - move.RankWithout ?? 0)).DefaultIfEmpty().Max(), moves);
    }
}

/// <summary>One person's places.</summary>
/// <param name="Key">The person's pseudonymous key.</param>
/// <param name="RankWith">1-based place with the rule; null when not measurable.</param>
/// <param name="RankWithout">1-based place without it; null when not measurable.</param>
public sealed record KeyMove(string Key, int? RankWith, int? RankWithout);
