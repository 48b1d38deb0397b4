using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>How the head of a ranking moves when one rule is turned off.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="ChangedCount">People who are among the first with the rule and not without it.</param>
/// <param name="LargestMove">Most places by which anybody of the moves, ranked both times, moves.</param>
/// <param name="Moves">Whoever is among the first, with the rule or without, and moves; by place with the rule.</param>
public sealed record RuleEffect(string Rule, int ChangedCount, int LargestMove, IReadOnlyList<RankMove> Moves);

/// <summary>One person's places.</summary>
/// <param name="PersonId">The person's id in the store.</param>
/// <param name="With">1-based place with the rule; null when not ranked.</param>
/// <param name="Without">1-based place without it; null when not ranked.</param>
public sealed record RankMove(PersonId PersonId, int? With, int? Without);
