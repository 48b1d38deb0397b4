using System.Collections.Frozen;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>
/// A run's ranking as it may be shown today: without people who are excluded by their own word or gone, and numbered as
/// if they had never been there, so that no number missing tells of anybody.
/// </summary>
public sealed class RankedRun
{
    private readonly Dictionary<RankBy, Lazy<RankingEntry[]>> _orders;

    private readonly FrozenDictionary<string, Person> _byKey;

    private RankedRun(Run run, PersonIndex people, IReadOnlyList<Person> everybody, RankedPerson[] ranking)
    {
        (Run, People, Everybody, Ranking) = (run, people, everybody, ranking);
        RankedCount = ranking.Count(person => person.Rank is not null);
        _byKey = people.People.ToFrozenDictionary(person => person.Key, StringComparer.Ordinal);
        _orders = Enum.GetValues<RankBy>().ToDictionary(by => by, by => new Lazy<RankingEntry[]>(() => Order(by)));
    }

    public Run Run { get; }

    /// <summary>The people of the run, as the directory says today.</summary>
    public PersonIndex People { get; }

    /// <summary>Them and who is excluded, for headcounts alone.</summary>
    public IReadOnlyList<Person> Everybody { get; }

    /// <summary>In order, the unmeasurable last.</summary>
    public IReadOnlyList<RankedPerson> Ranking { get; }

    /// <summary>Whether everybody whom the night ranked may be shown, so that its words hold.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Whether the night had a chart that places people differently; else there is no level,
    /// place or surprise.</summary>
    public bool HasChart => Ranking.Any(person => person.ChartPlace is not null);

    /// <summary>Whether the night knew a manager of anybody; else it says of nobody how many report to them.</summary>
    public bool HasManagers => Ranking.Any(person => person.DirectReports > 0);

    /// <summary>How many of them have a rank.</summary>
    public int RankedCount { get; }

    public static async Task<RankedRun> ReadAsync(Store store, Run run, CancellationToken cancellation)
    {
        var ranking = await store.Rankings.RankingAsync(run.Id, cancellation);
        var isComplete = await store.Rankings.SizeAsync(run.Id, cancellation) == ranking.Length;
        var ranked = ranking.Select(person => person.PersonId).ToHashSet();
        var present = PersonIndex.AtEndOf(run.Period, await store.People.ReadAsync(cancellation));
        var people = new PersonIndex(present.People.Where(person => ranked.Contains(person.Id)));
        var shown = present.People.Select(person => person.Id).ToHashSet();
        var everybody = PersonIndex.AtEndOf(run.Period, await store.People.ReadForHeadcountAsync(cancellation)).People
            .Where(person => people.NodeOf(person.Id) is not null || !shown.Contains(person.Id));
        return new(
            run, people, [.. everybody],
            ClosedRanking.Of(ranking, isComplete, id => people.NodeOf(id) is not null, run.Options.Blending.Blend))
        {
            IsWhole = isComplete && people.Count == ranking.Length,
        };
    }

    /// <summary>The person of this pseudonymous key; null for anybody who may not be shown.</summary>
    public Person? PersonOf(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>One page by one measure; equal values are in order of key.</summary>
    public RankingPage Page(RankingQuery query)
    {
        var order = _orders[query.By].Value;
        if (query.Department is not null || query.ExcludeManagers || query.LeavesOut is not null)
            order = Array.FindAll(order, entry => query.Fits(entry.Ranked, entry.Person));
        var first = Array.FindIndex(order, entry => entry.Place > query.After);
        if (first < 0)
            return new([], order.Length, HasNext: false);
        var end = Math.Min(order.Length, first + query.Take);
        return new(order[first..end], order.Length, HasNext: end < order.Length);
    }

    private RankingEntry[] Order(RankBy by)
    {
        var measured = Ranking
            .Where(person => person.Rank is not null && (by != RankBy.Surprise || person.Surprise is not null))
            .Select(person => (Ranked: person, Person: People[person.PersonId]));
        var ordered = by == RankBy.Influence
            ? measured
            : measured.OrderByDescending(one => ValueOf(one.Ranked, by))
                .ThenBy(one => one.Person.Key, StringComparer.Ordinal);
        return [.. ordered.Select((one, i) => new RankingEntry(i + 1, one.Ranked, one.Person))];
    }

    private static double ValueOf(RankedPerson person, RankBy by) => by switch
    {
        RankBy.Betweenness => person.Betweenness,
        RankBy.Reach => person.ReachTwoSteps,
        _ => person.Surprise!.Value,
    };
}
