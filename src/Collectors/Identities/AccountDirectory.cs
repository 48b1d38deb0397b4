using InfluencerMap.Graph.Identities;

namespace InfluencerMap.Collectors.Identities;

/// <summary>
/// Turns readable handles into account ids: those that the store knows already, and the next free ids for new ones.
/// </summary>
/// <remarks>
/// One thread resolves; another may look at <see cref="Added"/> meanwhile. Ids of new accounts depend on the order in
/// which they are first seen.
/// </remarks>
public sealed class AccountDirectory
{
    private readonly Dictionary<string, int> _idByHandle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idBySpan;
    private readonly List<Account> _added = [];
    private int _idLast;

    /// <param name="known">The accounts of the store, in any order.</param>
    public AccountDirectory(IEnumerable<Account> known)
    {
        _idBySpan = _idByHandle.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var account in known)
        {
            _idByHandle.Add(account.Handle, account.Id);
            _idLast = Math.Max(_idLast, account.Id);
        }
    }

    /// <summary>The accounts that were not known, by id; a copy taken now.</summary>
    public IReadOnlyList<Account> Added
    {
        get
        {
            lock (_added)
                return [.. _added];
        }
    }

    /// <summary>The id of a handle in any spelling.</summary>
    /// <exception cref="ArgumentException">The text is no handle (<see cref="Handle"/>).</exception>
    public int Resolve(ReadOnlySpan<char> handle) =>
        Handle.Normalise(handle) is { } normal
            ? ResolveNormal(normal)
            : throw new ArgumentException(
                $"A handle has 1 … {Handle.LengthMax} characters, none of them a control character.", nameof(handle));

    /// <summary>The id of a handle that is in its normal spelling already.</summary>
    internal int ResolveNormal(ReadOnlySpan<char> handle)
    {
        if (_idBySpan.TryGetValue(handle, out var id))
            return id;
        var account = new Account(++_idLast, handle.ToString());
        _idByHandle.Add(account.Handle, account.Id);
        lock (_added)
            _added.Add(account);
        return account.Id;
    }
}
