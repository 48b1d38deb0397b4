namespace InfluencerMap.Collectors;

/// <summary>
/// The headers of the mails in a stream: of the one mail in it, or of all in an mbox file. Of bodies only the beginning
/// of the next mail is searched for.
/// </summary>
/// <remarks>
/// A file that is to be one mail and begins as an mbox does is read as one: some programs save mails so. Lines may end
/// in CR alone, and characters may have two bytes.
/// </remarks>
internal sealed class MailStream
{
    private const int HeaderBytesMax = 1 << 20;
    private const int BlockBytes = 1 << 18;

    /// <summary>Holds most headers: a folder may hold a million mails, each in a file of its own.</summary>
    private const int OneMailBytes = 1 << 13;

    /// <summary>Kept before a line that may begin a mail: an empty line, and what ends the parts of a mail.</summary>
    private const int BytesBefore = 512;

    private readonly MailText _text;
    private readonly string _name;
    private readonly bool _mustBeMbox;
    private readonly MailBody _body = new();
    private readonly byte[] _separator = new byte[MboxLine.LengthMax];
    private byte[] _bytes;
    private long _offset;
    private int _at;
    private int _end;
    private bool _isMbox;
    private bool _isOfPatches;
    private bool _hasEnded;
    private int _headerLength;
    private int _separatorLength;

    public MailStream(Stream source, string name, bool isMbox)
    {
        _text = new(source);
        _name = name;
        (_mustBeMbox, _isMbox) = (isMbox, isMbox);
        _bytes = new byte[isMbox ? BlockBytes : OneMailBytes];
    }

    /// <summary>1-based number of the current mail.</summary>
    public long Number { get; private set; }

    /// <summary>The fields of the current mail.</summary>
    public MailHeader Header { get; } = new();

    /// <summary>The bytes of the current header; valid until the next mail.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_at, IsTooLong ? 0 : _headerLength);

    /// <summary>The line that begins the current mail; empty where none does.</summary>
    public ReadOnlySpan<byte> Separator => _separator.AsSpan(0, _separatorLength);

    /// <summary>Whether the header of the current mail is longer than 1 MiB: it has no fields then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>What was read and is not done with.</summary>
    private ReadOnlySpan<byte> Rest => _bytes.AsSpan(_at, _end - _at);

    /// <summary>Whether the file begins as a mail does; to be asked before the first mail.</summary>
    public bool BeginsAsMail()
    {
        Begin();
        return _at < _end && (BeginsMail(isFirst: true) || HoldsFields());
    }

    /// <summary>Whether it begins as a mailbox does; to be asked before the first mail.</summary>
    public bool BeginsAsMbox()
    {
        Begin();
        return _at < _end && BeginsMail(isFirst: true);
    }

    /// <summary>Goes to the next mail.</summary>
    /// <exception cref="InputException">The file is not an mbox.</exception>
    public bool Next()
    {
        if (Number == 0 ? !FindFirst() : !_isMbox || !FindNext())
            return false;
        Number++;
        _separatorLength = 0;
        if (_isMbox && Rest.StartsWith("From "u8))
            TakeSeparator();
        Header.Clear();
        while ((_headerLength = Header.Read(Rest, _hasEnded, _isMbox)) < 0 && _end - _at <= HeaderBytesMax)
            Fill();
        IsTooLong = _headerLength is < 0 or > HeaderBytesMax;
        if (IsTooLong)
            Header.Clear();
        if (_headerLength < 0)
            _headerLength = _end - _at;
        _body.Begin(_offset + _at + _headerLength, Header, Bytes);
        return true;
    }

    private void Begin()
    {
        if (_end > 0)
            return;
        Fill();
        if (_bytes.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _at = "\uFEFF"u8.Length;
        while (_at < _end && _bytes[_at] is (byte)'\r' or (byte)'\n' or 0)
            _at++;
        // Apple Mail writes the length of a mail before it.
        var digits = Rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits > 0 && _bytes.AsSpan(_at + digits, _end - _at - digits).IndexOf((byte)'\n') is >= 0 and var lineEnd
            && _bytes.AsSpan(_at + digits, lineEnd).Trim(" \r"u8).IsEmpty)
            _at += digits + lineEnd + 1;
    }

    private bool FindFirst()
    {
        Begin();
        if (_at == _end)
            return false;
        var begins = BeginsMail(isFirst: true);
        if (!begins && _mustBeMbox && !HoldsFields())
            throw new InputException(
                $"{_name}: no mbox; one begins with a line such as 'From … Mon Nov 2 10:00:00 2026', fields of a mail "
                + "after it.");
        _isMbox |= begins;
        _isOfPatches = begins && MboxLine.IsOfPatch(Line());
        return true;
    }

    private ReadOnlySpan<byte> Line() => Rest.IndexOf((byte)'\n') is >= 0 and var end ? Rest[..end] : Rest;

    private void TakeSeparator()
    {
        var line = Line();
        _at += Math.Min(_end - _at, line.Length + 1);
        line = line[..Math.Min(line.Length, _separator.Length)];
        line.CopyTo(_separator);
        _separatorLength = line.TrimEnd((byte)'\r').Length;
    }

    private bool BeginsMail(bool isFirst)
    {
        bool? begins;
        while ((begins = Rest.StartsWith("From "u8) ? MboxLine.Begins(Rest, _hasEnded, isFirst) : false) is null)
            Fill();
        return begins.Value;
    }

    private bool HoldsFields()
    {
        bool? holds;
        while ((holds = MailFieldsSeen.Begin(
            Rest, MailFieldsSeen.Whose, isAll: _hasEnded || _end - _at > OneMailBytes)) is null)
            Fill();
        return holds.Value;
    }

    /// <summary>Searches from the line feed that ends the header.</summary>
    private bool FindNext()
    {
        _at = Math.Max(0, _at + _headerLength - 1);
        while (true)
        {
            var found = Rest.IndexOf("\nFrom "u8);
            if (found >= 0)
            {
                _at += found + 1;
                if (BeginsMail(IsAfterEmptyLine()) && (_isOfPatches || !MboxLine.IsOfPatch(Line())) && !IsInBody())
                    return true;
                continue;
            }
            if (_hasEnded)
                return false;
            _at = Math.Max(_at, _end - ("\nFrom "u8.Length - 1));
            Fill();
        }
    }

    private bool IsAfterEmptyLine() =>
        _bytes.AsSpan(0, _at) is [.., (byte)'\n', (byte)'\n'] or [.., (byte)'\n' or (byte)'\r', (byte)'\r', (byte)'\n'];

    private bool IsInBody() => IsWithinLength() || IsWithinParts();

    /// <summary>Whether the body is as long as its header says, so that what lies here is of it.</summary>
    private bool IsWithinLength()
    {
        if (_body.BytesAfter(_offset + _at) is not (> 0 and var length))
            return false;
        while (!_hasEnded && _end - _at < length + MboxLine.LengthMax)
            Fill();
        var isTrue = Rest.Length >= length && EndsAt(Rest[length..]);
        _body.Count(isTrue, MboxLine.FieldsBytesMax);
        if (isTrue)
            _at += length - 1;
        return isTrue;
    }

    /// <summary>Whether another part of the mail comes, such as after a mailbox that was attached to it.</summary>
    private bool IsWithinParts()
    {
        var boundary = _body.Boundary;
        if (boundary.IsEmpty || _body.IsBetweenParts(_offset + _at))
            return !boundary.IsEmpty;
        var before = _bytes.AsSpan(Math.Max(0, _at - BytesBefore).._at);
        if (before.LastIndexOf(boundary) is >= 0 and var last && before[(last + boundary.Length)..].StartsWith("--"u8))
            return false;
        while (!_hasEnded && _end - _at < MailBody.BytesMax)
            Fill();
        // In another copy of the same mail it stands in the header first.
        var body = _bytes.AsSpan(_at, Math.Min(_end - _at, MailBody.BytesMax));
        var next = body.IndexOf(boundary);
        var isTrue = next > 2 && body.Slice(next - 3, 3).SequenceEqual("\n--"u8);
        _body.Count(isTrue, next < 0 ? body.Length : next);
        if (isTrue)
            _body.SeeParts(_offset + _at + next);
        return isTrue;
    }

    /// <summary>After what may end a body comes the next mail, or nothing.</summary>
    private bool EndsAt(ReadOnlySpan<byte> rest)
    {
        var blank = rest[..Math.Min(rest.Length, MboxLine.LengthMax)].IndexOfAnyExcept((byte)'\r', (byte)'\n');
        rest = blank < 0 ? [] : rest[blank..];
        return rest.IsEmpty ? _hasEnded
            : rest.StartsWith("From "u8) && MboxLine.Begins(rest, isAll: true, isFirst: true) == true;
    }

    /// <summary>Reads once more behind the bytes not done with, and some before them.</summary>
    private void Fill()
    {
        var from = Math.Max(0, _at - BytesBefore);
        // At most what was consumed is moved: a long look-ahead at each line would move everything for a few bytes.
        if (_end == _bytes.Length && from < _bytes.Length / 2)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        else if (_end == _bytes.Length)
        {
            _bytes.AsSpan(from).CopyTo(_bytes);
            _offset += from;
            (_at, _end) = (_at - from, _end - from);
        }
        var read = _text.Read(_bytes.AsSpan(_end));
        _end += read;
        _hasEnded = read == 0;
    }
}
