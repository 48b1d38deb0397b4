using System.Buffers;

namespace InfluencerMap.Collectors;

/// <summary>
/// The addresses in a list of a mail's header (RFC 5322, 3.4 and 4.4): display names, encoded words, comments, names of
/// groups and routes are passed over; quotes around a local part stay. Names that should be in quotes may hold commas
/// and quotes.
/// </summary>
/// <remarks>
/// What is not a plain address is left to <see cref="MailAddressForms"/>: <c>ada at made.example</c>.
/// </remarks>
internal ref struct MailAddresses
{
    /// <summary>Longer than any address; a longer one is none.</summary>
    public const int LengthMax = 1024;

    private const int EntityLengthMax = 7;

    /// <summary>How many comments that nothing closes are looked for: each takes a look through the list.</summary>
    private const int OpenCommentsMax = 8;

    private static readonly SearchValues<byte> Entity = SearchValues.Create("#0123456789abcdefghlmopqtuxAGLMOPQTUX"u8);

    /// <summary>The characters that are handled one by one; everything between two of them is copied at once.</summary>
    private static readonly SearchValues<byte> Marks = SearchValues.Create(" \t\r\n,;(<>:\"[]"u8);

    private readonly ReadOnlySpan<byte> _list;
    private readonly Span<byte> _text;
    private int _at;
    private int _start;
    private int _partStart;
    private int _nextMark;
    private int _length;
    private int _wordStart;
    private bool _isAngle;
    private bool _isDone;
    private bool _isBlankDue;
    private bool _hasText;

    // An opening mark that nothing closes is looked for once, not again for each of many.
    private bool _isQuoteOpen;
    private bool _isLiteralOpen;

    // One that nothing closes, as in :( , does not make names of the comments behind it.
    private int _openCommentCount;

    /// <param name="list">The value of a field, folded or not.</param>
    /// <param name="text">Room for <see cref="LengthMax"/> bytes.</param>
    public MailAddresses(ReadOnlySpan<byte> list, Span<byte> text)
    {
        _list = list;
        _text = text;
    }

    /// <summary>Goes to the next mailbox; its address is empty where it has none that can be read.</summary>
    public bool Next(out ReadOnlySpan<byte> address)
    {
        while (_at < _list.Length)
        {
            var symbol = _list[_at++];
            if ((symbol == ',' && !_isAngle) || (symbol == ';' && !EndsEntity()))
            {
                if (symbol == ',' && IsPartOfName())
                    (_length, _wordStart, _isBlankDue, _partStart) = (0, 0, false, _at);
                else if (Take(_at - 1, out address))
                    return true;
            }
            else if (!_isDone)
                Read(symbol);
            else if (symbol == '(')
                _at = EndOfComment();
            else if (symbol == '"' && _list[_at - 2] is (byte)' ' or (byte)'\t' or (byte)'\n'
                && !_isQuoteOpen && EndOf((byte)'"', ref _isQuoteOpen) is >= 0 and var end)
                // The name of the next mailbox, in a list without its comma: what it holds is not an address.
                _at = end;
            else if (symbol == '<' && HoldsAddress(_list[_at..]))
            {
                // A list without its comma.
                _at--;
                if (Take(_at, out address))
                    return true;
            }
        }
        return Take(_at, out address);
    }

    /// <summary>Whether angles that have just opened close around an address.</summary>
    private static bool HoldsAddress(ReadOnlySpan<byte> rest) =>
        rest[..Math.Max(0, rest.IndexOfAny("<>"u8))].Contains((byte)'@');

    /// <summary>Whether a comma is part of a name without quotes: no address before it, one in angles next.</summary>
    private bool IsPartOfName()
    {
        if (!_hasText || _isDone || _text[.._length].Contains((byte)'@'))
            return false;
        if (_nextMark < _at)
            _nextMark = _list[_at..].IndexOfAny("<@;"u8) is >= 0 and var next ? _at + next : _list.Length;
        if (_nextMark == _list.Length || _list[_nextMark] != '<')
            return false;
        // Only what came since the last comma: all of it at each comma would take the square of the list's length.
        if (!MailAddressForms.IsHidden(_list[_partStart..(_at - 1)]))
            return true;
        _start = _partStart;
        return false;
    }

    /// <summary>Whether the mark ends an entity of HTML, such as <c>&amp;#64;</c>.</summary>
    private readonly bool EndsEntity()
    {
        var before = _list[Math.Max(_start, _at - 1 - EntityLengthMax)..(_at - 1)];
        return before.LastIndexOf((byte)'&') is >= 0 and var mark && before.Length - mark > 2
            && before[(mark + 1)..].IndexOfAnyExcept(Entity) < 0;
    }

    private void Read(byte symbol)
    {
        switch (symbol)
        {
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                _isBlankDue = true;
                break;
            case (byte)'(':
                _at = EndOfComment();
                _isBlankDue = true;
                break;
            case (byte)'<':
                (_length, _wordStart, _isAngle, _hasText) = (0, 0, true, true);
                break;
            case (byte)'>' when _isAngle:
                (_isAngle, _isDone) = (false, true);
                break;
            case (byte)':':
                // The name of a group, or a route, ends here.
                (_length, _wordStart, _hasText) = (0, 0, _isAngle);
                break;
            // One in the middle of a word opens nothing: it closes what another one inside had closed already.
            case (byte)'"' when !IsInWord() && !_isQuoteOpen && EndOf((byte)'"', ref _isQuoteOpen) is >= 0 and var end:
                Copy(_list[(_at - 1)..end]);
                _at = end;
                break;
            case (byte)'"' when IsInWord():
                break;
            case (byte)'['
                when IsAfterAt() && !_isLiteralOpen && EndOf((byte)']', ref _isLiteralOpen) is >= 0 and var end:
                Copy(_list[(_at - 1)..end]);
                _at = end;
                break;
            case (byte)'[' or (byte)']':
                _isBlankDue = true;
                break;
            default:
                var word = _list[(_at - 1)..];
                word = word[..(word[1..].IndexOfAny(Marks) is >= 0 and var length ? length + 1 : word.Length)];
                Copy(word);
                _at += word.Length - 1;
                break;
        }
    }

    /// <summary>Blanks next to a dot or an @ mean nothing (RFC 5322, 4.4); others end a word.</summary>
    private void Copy(scoped ReadOnlySpan<byte> part)
    {
        _hasText = true;
        if (_isBlankDue && _length > 0 && !_isAngle
            && part[0] is not ((byte)'@' or (byte)'.') && _text[_length - 1] is not ((byte)'@' or (byte)'.'))
            EndWord();
        _isBlankDue = false;
        if (part.Length <= LengthMax - _length && part.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            part.CopyTo(_text[_length..]);
            _length += part.Length;
            return;
        }
        foreach (var symbol in part)
            if (symbol is not ((byte)'\r' or (byte)'\n') && _length < LengthMax)
                _text[_length++] = symbol;
    }

    /// <summary>Of the words of a mailbox without angle brackets the last with an @ is its address.</summary>
    private void EndWord()
    {
        var word = _text[_wordStart.._length];
        if (word.Contains((byte)'@'))
        {
            word.CopyTo(_text);
            _wordStart = word.Length;
        }
        _length = _wordStart;
    }

    private readonly bool IsInWord() => !_isBlankDue && _length > _wordStart && _text[_length - 1] is not (byte)'.';

    private readonly bool IsAfterAt() => _length > 0 && _text[_length - 1] == '@';

    private bool Take(int end, out ReadOnlySpan<byte> address)
    {
        var hadText = _hasText;
        var last = _text[_wordStart.._length];
        address = last.Contains((byte)'@') ? last : _text[.._wordStart];
        if (_length == LengthMax)
            address = [];
        else if (hadText && !MailAddressForms.IsPlain(address))
            address = MailAddressForms.Find(_list[_start..end], address, _text, out hadText);
        (_length, _wordStart, _isAngle, _isDone, _isBlankDue, _hasText) = (0, 0, false, false, false, false);
        (_start, _partStart) = (_at, _at);
        return hadText;
    }

    /// <summary>Just behind the closing mark; −1 where there is none.</summary>
    private readonly int EndOf(byte mark, ref bool isOpen)
    {
        for (var i = _at; i < _list.Length; i++)
        {
            if (_list[i] == mark)
                return i + 1;
            if (_list[i] == '\\')
                i++;
        }
        isOpen = true;
        return -1;
    }

    /// <summary>Just behind a comment, which may hold others; an unclosed one is passed over as one mark.</summary>
    private int EndOfComment()
    {
        var depth = 1;
        for (var i = _at; i < _list.Length && _openCommentCount < OpenCommentsMax; i++)
        {
            if (_list[i] == '\\')
                i++;
            else if (_list[i] == '(')
                depth++;
            else if (_list[i] == ')' && --depth == 0)
                return i + 1;
        }
        _openCommentCount++;
        return _at;
    }
}
