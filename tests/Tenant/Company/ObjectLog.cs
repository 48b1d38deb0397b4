namespace InfluencerMap.Tenant.Company;

/// <summary>Directory objects of one kind with the log of their changes: a delta token is a place in the log.</summary>
internal sealed class ObjectLog<T>(Func<T, string> id) where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _objects = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];
    private readonly List<(string Id, T? Before)> _log = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
                return [.. _order.Select(key => _objects[key])];
        }
    }

    public T? Find(string key)
    {
        lock (_gate)
            return _objects.GetValueOrDefault(key);
    }

    public void Set(T value)
    {
        lock (_gate)
        {
            var before = _objects.GetValueOrDefault(id(value));
            if (before is null)
                _order.Add(id(value));
            _objects[id(value)] = value;
            _log.Add((id(value), before));
        }
    }

    public void Change(string key, Func<T, T> change) =>
        Set(change(Find(key) ?? throw new ArgumentException("The directory holds no object of this id.", nameof(key))));

    /// <summary>
    /// Every object that changed at the places [from, to), once: as it was before them (null where it was not there)
    /// and as it is now. <paramref name="to"/> below 0 is the present end.
    /// </summary>
    public (IReadOnlyList<(T? Before, T Now)> Changes, int To) Between(int from, int to)
    {
        lock (_gate)
        {
            var end = to < 0 ? _log.Count : to;
            var seen = new HashSet<string>();
            var changes = new List<(T?, T)>();
            for (var place = from; place < end; place++)
                if (seen.Add(_log[place].Id))
                    changes.Add((_log[place].Before, _objects[_log[place].Id]));
            return (changes, end);
        }
    }
}
