using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Disclosure;

/// <summary>A ranking as if those who are left out of it had never been in it.</summary>
/// <remarks>
/// A missing place reveals that somebody stood there. So does every number that follows from places or from how
/// many there are: shares of the score, percentiles, places on the chart, shares of everybody. All of them are given
/// anew among those who stay; what was measured on the graph stays as the night computed it.
/// </remarks>
public static class ClosedRanking
{
    /// <summary>The ranking without the people who may not be shown; the very same where nobody is missing.</summary>
    /// <param name="ranking">In order, as the night computed it; rows of people erased since are missing.</param>
    /// <param name="isComplete">Whether no such row is missing.</param>
    /// <param name="isShown">Who may be shown.</param>
    /// <param name="blend">Of the run.</param>
    public static RankedPerson[] Of(
        IReadOnlyList<RankedPerson> ranking, bool isComplete, Func<PersonId, bool> isShown, BlendWeights blend)
    {
        RankedPerson[] shown = [.. ranking.Where(person => isShown(person.PersonId))];
        if (isComplete && shown.Length == ranking.Count)
            return shown;
        var chartPlaces = ChartPlaces(shown);
        var closed = Array.ConvertAll(
            shown, person => person with { ChartPlace = person.ChartPlace is { } place ? chartPlaces[place] : null });
        var pageRankSum = closed.Sum(person => person.PageRank);
        for (var i = 0; i < closed.Length; i++)
            closed[i] = Closed(closed[i], i + 1, closed.Length, pageRankSum);
        return WithShares(closed, blend);
    }

    /// <summary>
    /// Among measurable people, as the night gives them; people whom the chart places equally share the first of their
    /// places, and who cannot be measured gets the place of a guest.
    /// </summary>
    private static Dictionary<int, int> ChartPlaces(RankedPerson[] shown)
    {
        var places = new Dictionary<int, int>();
        var before = 0;
        var onChart = shown.Where(person => person.ChartPlace is not null);
        foreach (var equal in onChart.GroupBy(person => person.ChartPlace!.Value).OrderBy(equal => equal.Key))
        {
            places.Add(equal.Key, before + 1);
            before += equal.Count(person => person.Rank is not null);
        }
        return places;
    }

    private static RankedPerson Closed(RankedPerson person, int place, int count, double pageRankSum)
    {
        var reached = Math.Min(person.ReachTwoSteps, count - 1);
        return person with
        {
            Rank = person.Rank is null ? null : place,
            // As many places up as the rank: the interval still holds it.
            RankLow = person.RankLow is { } low ? Math.Max(1, low - (person.Rank - place)!.Value) : null,
            RankHigh = person.RankHigh - (person.Rank - place),
            ReachTwoSteps = reached,
            ReachTwoStepsShare = count > 1 ? reached / (count - 1.0) : 0,
            PageRank = pageRankSum > 0 ? person.PageRank / pageRankSum : 0,
        };
    }

    private static RankedPerson[] WithShares(RankedPerson[] people, BlendWeights blend)
    {
        Node[] measurable = [.. Node.Each(people.Length).Where(i => people[i].Rank is not null)];
        var scores = Scores.Of(
            Array.ConvertAll(people, person => person.Betweenness),
            Array.ConvertAll(people, person => person.ReachTwoSteps),
            Array.ConvertAll(people, person => person.PageRank), measurable, blend);
        foreach (var i in measurable)
            people[i] = people[i] with
            {
                BetweennessPercentile = scores.BetweennessPercentile[i],
                BetweennessShare = scores.Betweenness[i],
                ReachShare = scores.Reach[i],
                PageRankShare = scores.PageRank[i],
                Score = scores.Total[i],
            };
        return people;
    }
}
