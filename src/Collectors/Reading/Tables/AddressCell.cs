using System.Buffers;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>The addresses or ids that one cell names, in whatever form programs put them there.</summary>
/// <remarks>
/// <c>Name &lt;a@b&gt;</c>, <c>a@b (Name)</c>, <c>smtp:a@b</c>, <c>mailto:a@b</c>; several with ; or , or ends of lines
/// between, outside quotes and brackets; arrays of JSON. What names nobody (<c>null</c>,
/// <c>undisclosed-recipients:</c>) and what is not an address (<c>System.String[]</c>, <c>a@b@c</c>) is not given, and
/// shows
/// in <see cref="HasOthers"/>.
/// </remarks>
internal ref struct AddressCell
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("<>\"'(),;:[]{}| \t\r\n\\"u8);

    private static readonly SearchValues<byte> ListMarks = SearchValues.Create("<>\"(),;|"u8);

    private static readonly string[] Prefixes = ["smtp:", "mailto:"];

    private static readonly string[] NobodyWords =
    [
        "null", "none", "nan", "n/a", "#n/a", "-", "\\n", "(none)", "(null)", "<>", "undisclosed-recipients:",
        "undisclosed-recipients", "undisclosed recipients:", "undisclosed recipients",
    ];

    private readonly bool _isPlain, _isOne, _hasAt, _commaSeparates, _blankSeparates, _quotes;
    private readonly List<byte[]>? _texts;
    private ReadOnlySpan<byte> _rest;
    private int _nextText;

    /// <summary>How much of the cell is left where the names end that a look ahead found to have no brackets.</summary>
    private int _leftAfterNames = int.MaxValue;

    /// <summary>How much of its end closes no bracket: that is looked for once, not for each of many.</summary>
    private int _leftOpen;

    /// <param name="cell">The cell.</param>
    /// <param name="isList">Whether it may name several.</param>
    /// <param name="idsHaveCommas">Whether a comma may be part of an id, as in a surname and a name.</param>
    public AddressCell(ReadOnlySpan<byte> cell, bool isList = true, bool idsHaveCommas = false)
    {
        _rest = cell;
        _isOne = !isList;
        _isPlain = IsPlain(cell);
        if (_isPlain)
            return;
        _rest = _rest.Trim(" \t\r\n"u8);
        if (_rest.StartsWith("System."u8) || _rest.StartsWith("Microsoft."u8) || _rest.IndexOf("@{"u8) >= 0)
        {
            HasOthers = true;
            _rest = [];
            return;
        }
        if (_rest is [(byte)'[', .., (byte)']'])
            _texts = JsonTexts.Of(_rest);
        if (_rest is [(byte)'[', .., (byte)']'] or [(byte)'{', .., (byte)'}'])
            _rest = _rest[1..^1];
        _hasAt = _rest.Contains((byte)'@');
        _commaSeparates = isList && (_hasAt || !idsHaveCommas && !_rest.Contains((byte)';'));
        _quotes = _rest.Count((byte)'"') % 2 == 0;
        _blankSeparates = _hasAt && !_rest.ContainsAny(ListMarks) && EveryWordHasAt(_rest);
    }

    /// <summary>Whether a part was neither an address nor an id.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Whether the cell is an address or id as it stands.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> cell)
    {
        var at = cell.IndexOf((byte)'@');
        return !cell.ContainsAny(Marks) && cell is [.., not (byte)'.' and not (byte)'@'] && at != 0
            && (at < 0 ? !IsNobody(cell) : !cell[(at + 1)..].Contains((byte)'@'));
    }

    /// <summary>The one address or id of a cell that was not read before; empty where there is none.</summary>
    public ReadOnlySpan<byte> First => Next(out var handle) ? handle : [];

    /// <summary>The next address or id, as it is written; false after the last.</summary>
    public bool Next(out ReadOnlySpan<byte> handle)
    {
        if (_isPlain)
        {
            handle = _rest;
            _rest = [];
            return !handle.IsEmpty;
        }
        while (TryTake(out var part))
        {
            handle = Bare(part);
            if (!handle.IsEmpty)
                return true;
            HasOthers |= !part.IsEmpty;
        }
        handle = default;
        return false;
    }

    private bool TryTake(scoped out ReadOnlySpan<byte> part)
    {
        if (_texts is not null)
        {
            part = _nextText < _texts.Count ? _texts[_nextText] : default;
            return _nextText++ < _texts.Count;
        }
        part = default;
        if (_rest.IsEmpty)
            return false;
        var end = EndOf(_rest, 0);
        // A name may hold commas: it ends with the address in brackets.
        if (end < _rest.Length && _rest[end] == ',' && _hasAt && _rest.Length - end <= _leftAfterNames
            && !_rest[..end].Contains((byte)'@'))
            end = EndOfName(end);
        part = _rest[..end].Trim(" \t\r\n"u8);
        _rest = end < _rest.Length ? _rest[(end + 1)..] : [];
        return true;
    }

    /// <summary>Each comma of a long list is examined at most twice, however far the first @ is.</summary>
    private int EndOfName(int comma)
    {
        var (at, last) = (0, comma);
        while (last < _rest.Length && _rest[last] == ',' && !_rest[at..last].Contains((byte)'@'))
            (at, last) = (last, EndOf(_rest, last + 1));
        if (_rest[..last].Contains((byte)'<'))
            return last;
        _leftAfterNames = _rest.Length - last;
        return comma;
    }

    private int EndOf(ReadOnlySpan<byte> text, int at)
    {
        var (inQuotes, inBrackets) = (false, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && _quotes)
                inQuotes = !inQuotes;
            else if (c is (byte)'<' or (byte)'(')
                inBrackets = inBrackets || IsClosed(text[at..]);
            else if (c is (byte)'>' or (byte)')')
                inBrackets = false;
            else if (!inQuotes && !inBrackets && Separates(c))
                return at;
        }
        return at;
    }

    private bool IsClosed(ReadOnlySpan<byte> text)
    {
        if (text.Length > _leftOpen && text.ContainsAny(">)"u8))
            return true;
        _leftOpen = Math.Max(_leftOpen, text.Length);
        return false;
    }

    private readonly bool Separates(byte c) => c switch
    {
        (byte)';' => _hasAt || !_isOne,
        (byte)',' => _commaSeparates,
        (byte)'|' or (byte)'\t' or (byte)'\n' or (byte)'\r' => _hasAt && !_isOne,
        (byte)' ' => _blankSeparates,
        _ => false,
    };

    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> part)
    {
        if (IsNobody(part))
            return [];
        var begin = part.LastIndexOf((byte)'<');
        if (begin >= 0)
        {
            part = part[(begin + 1)..];
            part = part.IndexOf((byte)'>') is >= 0 and var close ? part[..close] : part;
        }
        else if (part is [.., (byte)')'] && part.IndexOf((byte)'(') is >= 0 and var open && part.Contains((byte)'@'))
            part = part[..open].Contains((byte)'@') ? part[..open] : part[(open + 1)..^1];
        if (begin >= 0 || part.Contains((byte)'@'))
            part = part.Trim(" \t\"'"u8);
        foreach (var prefix in Prefixes)
            if (part.Length > prefix.Length && Ascii.EqualsIgnoreCase(part[..prefix.Length], prefix))
                part = part[prefix.Length..].Trim((byte)' ');
        return part.Contains((byte)'@') ? Address(part) : part;
    }

    /// <summary>An address is one word with one @ inside; an account of a server has a second one before it.</summary>
    private static ReadOnlySpan<byte> Address(ReadOnlySpan<byte> part)
    {
        if (part.IndexOfAny(" \t"u8) >= 0)
        {
            ReadOnlySpan<byte> only = [];
            foreach (var range in part.Split((byte)' '))
                if (part[range].Contains((byte)'@'))
                {
                    if (!only.IsEmpty)
                        return [];
                    only = part[range].Trim("\"'()[]<>,:"u8);
                }
            part = only;
        }
        part = part.TrimEnd(">.,"u8);
        var at = part.LastIndexOf((byte)'@');
        var before = at < 0 ? [] : part[..at];
        return at <= 0 || at == part.Length - 1 || part.ContainsAny("<>()"u8)
            || before.LastIndexOf((byte)'@') > 0 && before[0] != '"' ? [] : part;
    }

    private static bool EveryWordHasAt(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)' '))
            if (!text[range].IsEmpty && !text[range].Contains((byte)'@'))
                return false;
        return true;
    }

    private static bool IsNobody(ReadOnlySpan<byte> part)
    {
        if (part.Length > "undisclosed-recipients:".Length)
            return false;
        foreach (var word in NobodyWords)
            if (word.Length == part.Length && Ascii.EqualsIgnoreCase(part, word))
                return true;
        return false;
    }
}
