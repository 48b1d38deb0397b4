using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>A person's place in one ranking, with what it rests on.</summary>
public sealed record RankedPerson
{
    /// <summary>The person's id in the store.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>1-based place by <see cref="Score"/>; null when the sources cannot measure this person.</summary>
    public required int? Rank { get; init; }

    /// <summary>
    /// The rule by which the sources cannot measure this person, such as <c>few-events</c>; null with a rank.
    /// </summary>
    public string? NotMeasurable { get; init; }

    /// <summary>Blended score 0 … 1: the sum of the three shares below; 0 without a rank.</summary>
    public required double Score { get; init; }

    /// <summary>What betweenness adds to the score.</summary>
    public required double BetweennessShare { get; init; }

    /// <summary>What reach in two steps adds to the score.</summary>
    public required double ReachShare { get; init; }

    /// <summary>What PageRank adds to the score.</summary>
    public required double PageRankShare { get; init; }

    /// <summary>Raw betweenness: sum over ordered pairs, undirected pairs counted in both orders.</summary>
    public required double Betweenness { get; init; }

    /// <summary>Share of the other measurable people with a smaller betweenness, 0 … 1; 0 without a rank.</summary>
    public required double BetweennessPercentile { get; init; }

    /// <summary>People reached in at most two steps, without the person.</summary>
    public required int ReachTwoSteps { get; init; }

    /// <summary><see cref="ReachTwoSteps"/> as a share of the other people of the graph, 0 … 1.</summary>
    public required double ReachTwoStepsShare { get; init; }

    /// <summary>Sum of 1 / distance to everyone reached.</summary>
    public required double HarmonicCloseness { get; init; }

    /// <summary>Share of a random walk's time; all people's sum to 1.</summary>
    public required double PageRank { get; init; }

    /// <summary>Number of ties.</summary>
    public required int Degree { get; init; }

    /// <summary>Sum of the strengths of the ties.</summary>
    public required double Strength { get; init; }

    /// <summary>
    /// Level in the company, 1 at the top; null where the chart does not <see cref="OrgChart.TellsApart"/>.
    /// </summary>
    public required int? Level { get; init; }

    /// <summary>People who report to this person directly.</summary>
    public required int DirectReports { get; init; }

    /// <summary>
    /// The 1-based place that the org chart alone would give among the same people; equals share the first of theirs.
    /// Null as the level.
    /// </summary>
    public required int? ChartPlace { get; init; }

    /// <summary>
    /// Places gained against the chart: <see cref="ChartPlace"/> − <see cref="Rank"/>; null without one of them.
    /// </summary>
    public int? PlacesAboveChart => ChartPlace - Rank;

    /// <summary>
    /// The 5 % place when chance draws the contacts again (<see cref="RankIntervals"/>); null where it is not shown.
    /// </summary>
    public int? RankLow { get; init; }

    /// <summary>The 95 % place, as <see cref="RankLow"/>.</summary>
    public int? RankHigh { get; init; }

    /// <summary>Messages to more people than count as talking: a layer of its own, which scores nothing.</summary>
    public int BroadcastCount { get; init; }

    /// <summary>Different people of the graph to whom those went.</summary>
    public int BroadcastReach { get; init; }

    /// <summary>
    /// Influence not explained by level, span and volume, in standard deviations of the level; null where it cannot be
    /// computed.
    /// </summary>
    public double? Surprise { get; init; }
}
