namespace InfluencerMap.Graph.Disclosure;

/// <summary>Members at least and at most of one group.</summary>
/// <param name="Min">At least.</param>
/// <param name="Max">The upper bound; the cohort's size when there is none.</param>
public readonly record struct SeatBounds(int Min, int Max);

/// <summary>
/// Which bounds a cohort shown by key may have. "At least 30 of Sales" among 30 members would say of each that they are
/// of Sales; so a bound may at most double or halve the share of the seats that a group has by its headcount, and of a
/// group with less than half of the people it makes no more than half of the members, unless that is its share.
/// </summary>
public sealed class SeatShares
{
    private readonly int _personCount;
    private readonly int _size;
    private readonly (SeatBounds Bounds, int PersonCount)[] _groups;
    private readonly int _restCount;

    /// <param name="personCount">Everybody.</param>
    /// <param name="size">Members.</param>
    /// <param name="groups">The groups of one trait that are shown, each with its bounds and its people.</param>
    public SeatShares(int personCount, int size, IEnumerable<(SeatBounds Bounds, int PersonCount)> groups)
    {
        (_personCount, _size, _groups) = (personCount, size, [.. groups]);
        _restCount = personCount - _groups.Sum(group => group.PersonCount);
    }

    /// <summary>Whether no bound, and nothing that follows from all of them, says much of a member.</summary>
    /// <param name="needsHalf">
    /// Whether an upper bound must leave half of the share. Of teams it need not, as people choose one of each: that
    /// somebody is in a team that is not shown says little.
    /// </param>
    public bool TellLittle(bool needsHalf)
    {
        foreach (var (bounds, people) in _groups)
            if (bounds.Min > MostAskedOf(people) || bounds.Max < (needsHalf ? Math.Max(1, HalfShareOf(people)) : 1))
                return false;
        // Who may not come from elsewhere must come from here.
        var elsewhere = _restCount + _groups.Sum(MostFrom);
        foreach (var group in _groups)
            if (_size - (elsewhere - MostFrom(group)) > MostAskedOf(group.PersonCount))
                return false;
        return _restCount == 0 || !needsHalf || _size - (elsewhere - _restCount) <= MostAskedOf(_restCount);
    }

    /// <summary>Whether so many seats hold all lower bounds, and all upper bounds leave as many to take.</summary>
    /// <param name="seats">Seats that are free.</param>
    public bool FitIn(int seats) =>
        _groups.All(group => group.Bounds.Min <= group.Bounds.Max)
        && _groups.Sum(group => (long)group.Bounds.Min) <= seats
        && _restCount + _groups.Sum(group => (long)MostFrom(group)) >= seats;

    /// <summary>Of a group of more than half of the people, what halves the share of all others.</summary>
    private int MostAskedOf(int people) => 2 * people > _personCount
        ? Math.Max(ShareOf(people), _size - HalfShareOf(_personCount - people))
        : Math.Max(ShareOf(people), Math.Min(ShareOf(2 * people), _size / 2));

    private int ShareOf(int people) => (int)(((long)_size * people + _personCount - 1) / _personCount);

    private int HalfShareOf(int people) => (int)(((long)_size * people + 2 * _personCount - 1) / (2 * _personCount));

    private static int MostFrom((SeatBounds Bounds, int PersonCount) group) =>
        Math.Min(group.Bounds.Max, group.PersonCount);
}
