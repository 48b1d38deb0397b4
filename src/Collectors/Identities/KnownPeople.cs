namespace InfluencerMap.Collectors;

/// <summary>The people of the store by each of their handles, so that a source joins those that a file named.</summary>
public sealed class KnownPeople
{
    private readonly Dictionary<string, KnownPerson> _byHandle = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _objectIdsBySource;

    /// <param name="handles">Every handle that a person owns, in normal spelling, source ids among them.</param>
    public KnownPeople(IEnumerable<(string Handle, KnownPerson Person)> handles)
    {
        foreach (var (handle, person) in handles)
            _byHandle.TryAdd(handle, person);
        ObjectIds = [.. _byHandle
            .Where(known => Guid.TryParseExact(known.Key, "D", out _))
            .Select(known => known.Key)
            .Order(StringComparer.Ordinal)];
        _objectIdsBySource = ObjectIds.ToLookup(id => _byHandle[id].SourceId, StringComparer.Ordinal);
    }

    /// <summary>Object ids of people in Microsoft's directory, lower case, in order: the mailboxes to visit.</summary>
    public IReadOnlyList<string> ObjectIds { get; }

    /// <summary>Of these, a person's own; none where only files have named the person.</summary>
    public IEnumerable<string> ObjectIdsOf(KnownPerson person) => _objectIdsBySource[person.SourceId];

    /// <summary>The person who owns the handle, in normal spelling; null where nobody does.</summary>
    public KnownPerson? Find(string handle) => _byHandle.GetValueOrDefault(handle);
}

/// <summary>What a collector may know of someone in the store.</summary>
/// <param name="SourceId">The id under which the directory is merged.</param>
/// <param name="Spelling">That id as its source writes it.</param>
/// <param name="Leave">First day no longer with the company.</param>
public sealed record KnownPerson(string SourceId, string Spelling, DateOnly? Leave);
