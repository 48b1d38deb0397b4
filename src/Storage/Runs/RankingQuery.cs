using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>What a ranking is ordered by.</summary>
public enum RankBy
{
    /// <summary>The blended score.</summary>
    Influence,

    Betweenness,

    /// <summary>People reached in at most two steps.</summary>
    Reach,

    /// <summary>
    /// Influence not explained by level, span, unit and volume; without people for whom it is unknown.
    /// </summary>
    Surprise,
}

/// <summary>Which part of a ranking. People who cannot be measured are in none.</summary>
public sealed record RankingQuery
{
    public RankBy By { get; init; } = RankBy.Influence;

    /// <summary>Only this department; null = all.</summary>
    public string? Department { get; init; }

    /// <summary>Only people without direct reports.</summary>
    public bool ExcludeManagers { get; init; }

    /// <summary>People who are left out as well, by id; null = nobody.</summary>
    public Func<PersonId, bool>? LeavesOut { get; init; }

    public int Take { get; init; } = 20;

    /// <summary>Only places after this one: the last of the page before.</summary>
    public int After { get; init; }

    /// <summary>Whether the filters leave a person in.</summary>
    public bool Fits(RankedPerson ranked, Person person) =>
        (Department is null || person.Department == Department)
        && (!ExcludeManagers || ranked.DirectReports == 0)
        && LeavesOut?.Invoke(person.Id) is not true;
}

/// <summary>A page of a ranking.</summary>
/// <param name="Entries">In order of place.</param>
/// <param name="Total">People under the query's filters, on all pages.</param>
/// <param name="HasNext">Whether there are more after these.</param>
public sealed record RankingPage(RankingEntry[] Entries, int Total, bool HasNext);

/// <summary>One row of a ranking.</summary>
/// <param name="Place">1-based, by the query's measure, among all measured people shown, not the filtered.</param>
/// <param name="Ranked">As computed by the run.</param>
/// <param name="Person">As the directory says today.</param>
public sealed record RankingEntry(int Place, RankedPerson Ranked, Person Person);

/// <summary>Where a person stood in one run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="PublishedAt">When it was last published, UTC.</param>
/// <param name="Period">The events that it rests on.</param>
/// <param name="Rank">1-based; null where the person could not be measured.</param>
/// <param name="Score">Blended, 0 … 1.</param>
/// <param name="RankedCount">People with a rank in that run.</param>
public sealed record PlaceInRun(
    string RunId, DateTime PublishedAt, Period Period, int? Rank, double Score, int RankedCount)
{
    /// <summary>As a row has it.</summary>
    internal PlaceInRun(
        string runId, DateTime publishedAt, DateTime from, DateTime to, int? rank, double score, int rankedCount)
        : this(runId, publishedAt, new(from, to), rank, score, rankedCount)
    {
    }
}

/// <summary>What the answers about the latest run depend on. Equal values, equal answers.</summary>
public readonly record struct ShownState(
    long PublishedOrder, string RunId, long ConsentNumber, long ErasureNumber, long RotationNumber);
