using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Short contacts of two people, of equal length, put together: of one day they are one meeting.</summary>
/// <remarks>Memory holds an entry for each pair and day (UTC): a day lies in one file, but in any order.</remarks>
/// <param name="seconds">How long one contact is.</param>
internal sealed class ContactSlices(int seconds)
{
    private readonly Dictionary<(AccountId One, AccountId Other, DateOnly Day), Contact> _contacts = [];

    /// <summary>Whether this is the first contact of the two on that day; false where it was reported before.</summary>
    public bool? Add(in Interaction<AccountId> contact, EventId id, int count)
    {
        var isAscending = contact.Source.CompareTo(contact.Target) < 0;
        var (one, other) = isAscending ? (contact.Source, contact.Target) : (contact.Target, contact.Source);
        var key = (one, other, DateOnly.FromDateTime(contact.At));
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
    public IEnumerable<Interaction<AccountId>> Meetings() => _contacts.Values
        .OrderBy(contact => contact.First.At).ThenBy(contact => contact.First.EventId)
        .Select(contact => contact.First with
        {
            Minutes = (int)Math.Min(Interaction.MinutesMax, ((long)contact.Count * seconds + 59) / 60),
        });

    private readonly record struct Contact(Interaction<AccountId> First, DateTime LastAt, int Count);
}
