using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Short contacts of two people, of equal length, put together: of one day they are one meeting.</summary>
/// <remarks>Memory holds an entry for each pair and day (UTC): a day lies in one file, but in any order.</remarks>
/// <param name="seconds">How long one contact is.</param>
internal sealed class ContactSlices(int seconds)
{
    private readonly Dictionary<(int Low, int High, DateOnly Day), Contact> _contacts = [];

    /// <summary>Whether this is the first contact of the two on that day; false where it was reported before.</summary>
    public bool? Add(in Interaction contact, EventId id, int count)
    {
        var (low, high) = (Math.Min(contact.Source, contact.Target), Math.Max(contact.Source, contact.Target));
        var key = (low, high, DateOnly.FromDateTime(contact.At));
        if (!_contacts.TryGetValue(key, out var before))
        {
            _contacts.Add(key, new(contact with { EventId = id.Value }, contact.At, count));
            return true;
        }
        if (before.LastAt == contact.At)
            return null;
        var first = contact.At < before.First.At ? before.First with { At = contact.At } : before.First;
        _contacts[key] = new(first, contact.At, before.Count + count);
        return false;
    }

    /// <summary>The meetings, minutes rounded up, in the order of their beginnings.</summary>
    public IEnumerable<Interaction> Meetings() => _contacts.Values
        .OrderBy(contact => contact.First.At).ThenBy(contact => contact.First.EventId)
        .Select(contact => contact.First with
        {
            Minutes = (int)Math.Min(Interaction.MinutesMax, ((long)contact.Count * seconds + 59) / 60),
        });

    private readonly record struct Contact(Interaction First, DateTime LastAt, int Count);
}
