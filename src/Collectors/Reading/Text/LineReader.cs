namespace InfluencerMap.Collectors;

/// <summary>A stream line by line, of which one is held at a time; CR LF and LF end a line.</summary>
/// <param name="source">Read once, from its beginning.</param>
/// <param name="name">For messages.</param>
internal sealed class LineReader(Stream source, string name)
{
    public const int LineBytesMax = 1 << 20;

    private byte[] _bytes = new byte[1 << 16];
    private int _at;
    private int _next;
    private int _end;
    private int _lineLength;

    /// <summary>1-based number of the current line.</summary>
    public long Number { get; private set; }

    /// <summary>The current line without its end; valid until the next.</summary>
    public ReadOnlySpan<byte> Line => _bytes.AsSpan(_at, _lineLength);

    /// <summary>Whether a line feed ends the current line; where none does it may have been cut off.</summary>
    public bool IsWhole { get; private set; }

    /// <exception cref="InputException">The line is longer than 1 MiB.</exception>
    public bool Next()
    {
        _at = _next;
        var searched = 0;
        while (true)
        {
            var found = _bytes.AsSpan(_at + searched, _end - _at - searched).IndexOf((byte)'\n');
            searched = found >= 0 ? searched + found : _end - _at;
            if (searched > LineBytesMax)
                throw new InputException($"{name}, line {Number + 1}: longer than {LineBytesMax >> 20} MiB.");
            if (found >= 0)
                return Take(searched, isWhole: true);
            if (!Fill())
                return searched > 0 && Take(searched, isWhole: false);
        }
    }

    private bool Take(int length, bool isWhole)
    {
        _next = _at + length + (isWhole ? 1 : 0);
        IsWhole = isWhole;
        if (Number++ == 0 && _bytes.AsSpan(_at, length).StartsWith("\uFEFF"u8))
        {
            _at += "\uFEFF"u8.Length;
            length -= "\uFEFF"u8.Length;
        }
        _lineLength = length > 0 && _bytes[_at + length - 1] == '\r' ? length - 1 : length;
        return true;
    }

    private bool Fill()
    {
        _bytes.AsSpan(_at, _end - _at).CopyTo(_bytes);
        (_at, _end) = (0, _end - _at);
        if (_end == _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        var read = source.Read(_bytes.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
