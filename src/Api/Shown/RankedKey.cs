using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Api;

/// <summary>Someone in a ranking, by pseudonymous key.</summary>
/// <remarks>Not <see cref="RankedPerson"/> itself: the store's number stays inside.</remarks>
public sealed record RankedKey
{
    /// <summary>1-based place by the measure asked for, among everybody measured; null when not measurable.</summary>
    public required int? Place { get; init; }

    /// <summary>The person's pseudonymous key, 16 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>Only in a named view, and only of people who agreed.</summary>
    public string? Name { get; init; }

    /// <summary>Unit, where known and not too small to be named.</summary>
    public required string? Department { get; init; }

    /// <summary>
    /// Level in the company, 1 at the top; null where too few share it with everything else that is said of them, and
    /// for everybody where managers and levels make fewer than three groups.
    /// </summary>
    public required int? Level { get; init; }

    /// <summary>Whether somebody reports to this person; null likewise, and where no manager of anybody is
    /// known.</summary>
    public required bool? IsManager { get; init; }

    /// <summary>People who report to this person directly; null likewise.</summary>
    public required int? DirectReports { get; init; }

    /// <summary>1-based place by blended influence; null when the sources cannot measure this person.</summary>
    public required int? Rank { get; init; }

    /// <summary>
    /// Why there is no rank: few-events or few-weeks were seen. Not last, but not measurable by these sources; null
    /// with a rank.
    /// </summary>
    public required string? NotMeasurable { get; init; }

    /// <summary>Blended score 0 … 1: the sum of the three shares.</summary>
    public required double Score { get; init; }

    /// <summary>What betweenness adds to the score.</summary>
    public required double BetweennessShare { get; init; }

    /// <summary>What reach in two steps adds to the score.</summary>
    public required double ReachShare { get; init; }

    /// <summary>What PageRank adds to the score.</summary>
    public required double PageRankShare { get; init; }

    /// <summary>
    /// Raw betweenness, to three digits: sum over ordered pairs, undirected pairs counted in both orders. This and what
    /// follows of the graph is null for people with fewer than 5 ties: it would tell with whom these are.
    /// </summary>
    public required double? Betweenness { get; init; }

    /// <summary>Share of the other measurable people with a smaller betweenness, 0 … 1.</summary>
    public required double BetweennessPercentile { get; init; }

    /// <summary>People reached in at most two steps, without the person.</summary>
    public required int? ReachTwoSteps { get; init; }

    /// <summary>The same as a share of the other people of the graph, 0 … 1.</summary>
    public required double? ReachTwoStepsShare { get; init; }

    /// <summary>Sum of 1 / distance, in steps, to everyone reached, to three digits.</summary>
    public required double? HarmonicCloseness { get; init; }

    /// <summary>Share of a random walk's time, to two digits; all people's sum to 1.</summary>
    public required double? PageRank { get; init; }

    /// <summary>Number of ties.</summary>
    public required int? Degree { get; init; }

    /// <summary>Sum of the strengths of the ties, to two digits.</summary>
    public required double? Strength { get; init; }

    /// <summary>1-based place that the org chart alone would give among the same people; null as the level.</summary>
    public required int? ChartPlace { get; init; }

    /// <summary>Places gained against the chart, negative when lost; null without a rank or a chart place.</summary>
    public required int? PlacesAboveChart { get; init; }

    /// <summary>
    /// Influence not explained by level, span and volume, in standard deviations of the level, to the nearest of …,
    /// −2, 0, 2, …: finer, it would tell the level and the span of who has them unsaid. Null where it cannot be told,
    /// and as the level.
    /// </summary>
    public required double? Surprise { get; init; }

    public static RankedKey Of(int? place, RankedPerson ranked, Person person, ShownAttributes said)
    {
        var isTold = ranked.Degree >= SmallGroups.ContributorsMin;
        return new()
        {
            Place = place,
            Key = person.Key,
            Department = said.Department,
            Level = said.Level,
            IsManager = said.IsManager,
            DirectReports = said.DirectReports,
            Rank = ranked.Rank,
            NotMeasurable = ranked.Rank is null ? ranked.NotMeasurable ?? "few-events" : null,
            Score = ranked.Score,
            BetweennessShare = ranked.BetweennessShare,
            ReachShare = ranked.ReachShare,
            PageRankShare = ranked.PageRankShare,
            Betweenness = isTold ? Coarse.Digits(ranked.Betweenness, 3) : null,
            BetweennessPercentile = ranked.BetweennessPercentile,
            ReachTwoSteps = isTold ? ranked.ReachTwoSteps : null,
            ReachTwoStepsShare = isTold ? ranked.ReachTwoStepsShare : null,
            HarmonicCloseness = isTold ? Coarse.Digits(ranked.HarmonicCloseness, 3) : null,
            PageRank = isTold ? Coarse.Digits(ranked.PageRank, 2) : null,
            Degree = isTold ? ranked.Degree : null,
            Strength = isTold ? Coarse.Digits(ranked.Strength, 2) : null,
            ChartPlace = said.ChartPlace,
            PlacesAboveChart = said.ChartPlace is null ? null : ranked.PlacesAboveChart,
            Surprise = ranked.Surprise is { } surprise ? Coarse.Step(surprise, 2) : null,
        };
    }
}
