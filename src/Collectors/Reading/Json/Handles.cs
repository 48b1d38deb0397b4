using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// The handles of one item in one buffer, until it is known whether the item counts: what is dropped leaves no account
/// and no string behind. Used again for the next item.
/// </summary>
internal sealed class Handles
{
    /// <summary>Where there is none.</summary>
    public const int None = -1;

    private readonly List<(int Start, int End, RecipientRole Role)> _handles = [];
    private char[] _characters = new char[1 << 12];
    private int _end;
    private readonly HashSet<AccountId> _targets = [];
    private readonly List<Interaction<AccountId>> _interactions = [];

    /// <summary>A handle in its normal spelling.</summary>
    public ReadOnlySpan<char> this[int index] => _characters.AsSpan(_handles[index].Start.._handles[index].End);

    /// <summary>The recipients, in their order.</summary>
    public IEnumerable<int> Recipients =>
        Enumerable.Range(0, _handles.Count).Where(i => _handles[i].Role != default);

    public void Clear()
    {
        _handles.Clear();
        _end = 0;
    }

    public void RemoveLast()
    {
        _end = _handles[^1].Start;
        _handles.RemoveAt(_handles.Count - 1);
    }

    /// <summary>Takes the text of a property; its index, or <see cref="None"/> where it is not a handle.</summary>
    public int Add(ref Utf8JsonReader json, RecipientRole role = default)
    {
        // In UTF-8 a character has at most 3 bytes for each UTF-16 unit.
        Span<byte> text = stackalloc byte[3 * Handle.LengthMax];
        return Add(text[..Fields.Copy(ref json, text)], role);
    }

    public int Add(ReadOnlySpan<byte> utf8, RecipientRole role = default)
    {
        if (_characters.Length - _end < Handle.LengthMax)
            Array.Resize(ref _characters, _characters.Length * 2);
        if (!Handle.TryNormalise(utf8, _characters.AsSpan(_end), out var length))
            return None;
        _handles.Add((_end, _end + length, role));
        _end += length;
        return _handles.Count - 1;
    }

    /// <summary>From a property's name: takes the text at the end of a path of nested objects.</summary>
    public int AddAt(ref Utf8JsonReader json, ReadOnlySpan<byte[]> path, RecipientRole role = default) =>
        Fields.Enter(ref json) ? AddInside(ref json, path, role) : None;

    /// <summary>The same for each object of an array.</summary>
    public void AddEach(ref Utf8JsonReader json, ReadOnlySpan<byte[]> path, RecipientRole role)
    {
        while (Fields.NextElement(ref json))
            AddInside(ref json, path, role);
    }

    /// <summary>As <see cref="AddAt"/>, from the beginning of the object.</summary>
    public int AddInside(ref Utf8JsonReader json, ReadOnlySpan<byte[]> path, RecipientRole role = default)
    {
        var index = None;
        while (Fields.Next(ref json))
        {
            if (index != None || !json.ValueTextEquals(path[0]))
                Fields.Skip(ref json);
            else
                index = path.Length == 1 ? Add(ref json, role) : AddAt(ref json, path[1..], role);
        }
        return index;
    }

    /// <summary>
    /// The event towards each recipient once, by the most direct role, but not towards its source. The audience is
    /// their number. Only now do recipients become accounts.
    /// </summary>
    public Interaction<AccountId>[] TowardsRecipients(Interaction<AccountId> made, AccountDirectory accounts)
    {
        _targets.Clear();
        _interactions.Clear();
        _targets.Add(made.Source);
        for (var role = RecipientRole.To; role <= RecipientRole.Bcc; role++)
            for (var i = 0; i < _handles.Count; i++)
                if (_handles[i].Role == role && accounts.ResolveNormal(this[i]) is var target && _targets.Add(target))
                    _interactions.Add(made with { Target = target, Role = role });
        for (var i = 0; i < _interactions.Count; i++)
            _interactions[i] = _interactions[i] with { AudienceSize = _interactions.Count };
        return [.. _interactions];
    }
}
