using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Turns readable handles into account ids: those that the store knows already, and the next free ids for new ones.
/// </summary>
/// <remarks>
/// May be used from several threads. Ids of new accounts depend on the order in which they are first seen.
/// </remarks>
public sealed class AccountDirectory
{
    private readonly Dictionary<string, AccountId> _idByHandle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountId>.AlternateLookup<ReadOnlySpan<char>> _idBySpan;
    private readonly List<Account> _added = [];
    private readonly Lock _gate = new();
    private readonly Func<string, string>? _tombstoneOf;
    private int _idLast;

    /// <param name="known">The accounts of the store, in any order.</param>
    /// <param name="tombstoneOf">
    /// What stands in the store in place of a handle of somebody erased, by which their account is found again; null
    /// where nobody was erased.
    /// </param>
    public AccountDirectory(IEnumerable<Account> known, Func<string, string>? tombstoneOf = null)
    {
        _tombstoneOf = tombstoneOf;
        _idBySpan = _idByHandle.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var account in known)
        {
            _idByHandle.Add(account.Handle, account.Id);
            _idLast = Math.Max(_idLast, account.Id.Value);
        }
        // What an earlier version stored in a spelling that is another today is found by today's.
        foreach (var account in _idByHandle.ToArray())
            if (Handle.Normalise(account.Key) is { } normal)
                _idByHandle.TryAdd(normal, account.Value);
    }

    /// <summary>The accounts that were not known, by id; a copy taken now.</summary>
    public IReadOnlyList<Account> Added
    {
        get
        {
            lock (_gate)
                return [.. _added];
        }
    }

    /// <summary>The accounts that were not known, without the first <paramref name="count"/>; a copy.</summary>
    public IReadOnlyList<Account> AddedAfter(int count)
    {
        lock (_gate)
            return _added[count..];
    }

    /// <summary>The id of a handle in any spelling.</summary>
    /// <exception cref="ArgumentException">The text is not a handle (<see cref="Handle"/>).</exception>
    public AccountId Resolve(ReadOnlySpan<char> handle) =>
        Handle.Normalise(handle) is { } normal
            ? ResolveNormal(normal)
            : throw new ArgumentException(
                $"A handle has 1 … {Handle.LengthMax} characters, none of them a control character.", nameof(handle));

    /// <summary>The id of a handle in UTF-8, in any spelling; none where the text is not a handle.</summary>
    internal AccountId ResolveOrNobody(ReadOnlySpan<byte> utf8)
    {
        Span<char> normal = stackalloc char[Handle.LengthMax];
        return Handle.TryNormalise(utf8, normal, out var length) ? ResolveNormal(normal[..length]) : AccountId.None;
    }

    /// <inheritdoc cref="ResolveOrNobody(ReadOnlySpan{byte})"/>
    internal AccountId ResolveOrNobody(string? handle) =>
        Handle.Normalise(handle) is { } normal ? ResolveNormal(normal) : AccountId.None;

    /// <summary>The id of a handle that is in its normal spelling already.</summary>
    internal AccountId ResolveNormal(ReadOnlySpan<char> handle)
    {
        lock (_gate)
        {
            if (_idBySpan.TryGetValue(handle, out var id))
                return id;
            var normal = handle.ToString();
            if (_tombstoneOf is not null && _idByHandle.TryGetValue(_tombstoneOf(normal), out id))
            {
                _idByHandle.Add(normal, id);
                return id;
            }
            var account = new Account(new(++_idLast), normal);
            _idByHandle.Add(account.Handle, account.Id);
            _added.Add(account);
            return account.Id;
        }
    }
}
