using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Short contacts of two people, of equal length, put together: of one day they are one meeting.</summary>
/// <remarks>
/// Memory holds an entry for each pair and day (UTC), and the beginning of each contact: a day lies in one file, but
/// its contacts may come in any order, and from either of the two.
/// </remarks>
/// <param name="seconds">How long one contact is.</param>
internal sealed class ContactSlices(int seconds)
{
    private readonly HashSet<(AccountId One, AccountId Other, DateTime At)> _seen = [];
    private readonly Dictionary<(AccountId, AccountId, DateOnly), (Interaction<AccountId> First, int Count)> _days = [];

    /// <summary>
    /// Whether this is the first contact of the two on that day, and so a new meeting; null where the contact was told
    /// before, perhaps by the other of the two, and counts for nothing.
    /// </summary>
    public bool? Add(in Interaction<AccountId> contact, EventId id, int count)
    {
        var isAscending = contact.Source.CompareTo(contact.Target) < 0;
        var (one, other) = isAscending ? (contact.Source, contact.Target) : (contact.Target, contact.Source);
        if (!_seen.Add((one, other, contact.At)))
            return null;
        var key = (one, other, DateOnly.FromDateTime(contact.At));
        if (!_days.TryGetValue(key, out var before))
        {
            _days.Add(key, (contact with { EventId = id.Value }, count));
            return true;
        }
        var first = contact.At < before.First.At ? before.First with { At = contact.At } : before.First;
        _days[key] = (first, before.Count + count);
        return false;
    }

    /// <summary>The meetings, minutes rounded up, in the order of their beginnings.</summary>
    public IEnumerable<Interaction<AccountId>> Meetings() => _days.Values
        .OrderBy(contact => contact.First.At).ThenBy(contact => contact.First.EventId)
        .Select(contact => contact.First with
        {
            Minutes = (int)Math.Min(Interaction.MinutesMax, ((long)contact.Count * seconds + 59) / 60),
        });
}
