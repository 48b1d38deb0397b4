using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>
/// Batches on their way to the store. The store lies in the order of time, and a mailbox holds months: a few rows at a
/// time would write a page of the store for each row. So the more is stored, the more are stored together; what a
/// crash loses, and the next collection reads again, stays a small share. docs/decisions/0005
/// </summary>
internal sealed class GatheredBatches(TimeProvider clock)
{
    /// <summary>Rows stored together are at most this part of those stored before.</summary>
    private const int PartOfStored = 8;
    private const int RowsMax = 500_000;

    private static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(1);

    private readonly List<CollectedBatch> _batches = [];
    private long _rowsStored;
    private int _rows;
    private DateTimeOffset _oldest;

    /// <summary>Whether it is time to store them. What a directory says is never kept waiting.</summary>
    public bool AreDue =>
        _rows >= Math.Min(_rowsStored / PartOfStored, RowsMax)
        || clock.GetUtcNow() - _oldest > AgeMax
        || _batches.Exists(batch => batch.Entries.Count > 0 || batch.Groups.Count > 0 || batch.GroupsAreAll);

    public void Add(CollectedBatch batch)
    {
        if (_batches.Count == 0)
            _oldest = clock.GetUtcNow();
        _batches.Add(batch);
        _rows += batch.Interactions.Count;
    }

    /// <summary>All of them as one, its rows in the order in which the store lies; null where there are none.</summary>
    public CollectedBatch? Take()
    {
        if (_batches.Count == 0)
            return null;
        var last = _batches[^1];
        var taken = last with
        {
            Interactions = InOrder(),
            Cursors = _batches.SelectMany(batch => batch.Cursors)
                .AggregateBy(at => at.Key, default(string), (_, later) => later.Value).ToDictionary(),
            Items = _batches.Sum(batch => batch.Items),
            Outcomes = _batches.SelectMany(batch => batch.Outcomes)
                .AggregateBy(counted => counted.Key, 0, (sum, counted) => sum + counted.Value).ToDictionary(),
        };
        _rowsStored += _rows;
        _rows = 0;
        _batches.Clear();
        return taken;
    }

    private List<Interaction<AccountId>> InOrder()
    {
        var rows = new List<Interaction<AccountId>>(_rows);
        foreach (var batch in _batches)
            rows.AddRange(batch.Interactions);
        rows.Sort((a, b) => (a.At, a.EventId, a.Source, a.Target, a.Role).CompareTo(
            (b.At, b.EventId, b.Source, b.Target, b.Role)));
        return rows;
    }
}
