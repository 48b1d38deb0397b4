namespace InfluencerMap.Collectors;

/// <summary>
/// Shows a text of columns set apart by runs of blanks and tabs as columns set apart by one tab, without the runs at
/// the ends of lines. Lines keep their numbers.
/// </summary>
internal sealed class BlankRuns(Stream source) : ForwardStream(source)
{
    private readonly byte[] _chunk = new byte[1 << 16];
    private ReadOnlyMemory<byte> _ready;
    private bool _atLineStart = true;
    private bool _runPending;

    public override int Read(Span<byte> buffer)
    {
        while (_ready.IsEmpty)
        {
            // A tab may be due before the first byte read: index 0 is kept free for it.
            var count = Source.Read(_chunk.AsSpan(1));
            if (count == 0)
                return 0;
            Collapse(count);
        }
        var length = Math.Min(buffer.Length, _ready.Length);
        _ready.Span[..length].CopyTo(buffer);
        _ready = _ready[length..];
        return length;
    }

    /// <summary>Rewrites the bytes read, which begin at index 1, in place from index 0.</summary>
    private void Collapse(int count)
    {
        var kept = 0;
        foreach (var b in _chunk.AsSpan(1, count))
        {
            if (b is (byte)' ' or (byte)'\t')
            {
                _runPending = !_atLineStart;
                continue;
            }
            _atLineStart = b is (byte)'\n' or (byte)'\r';
            if (_runPending && !_atLineStart)
                _chunk[kept++] = (byte)'\t';
            _runPending = false;
            _chunk[kept++] = b;
        }
        _ready = _chunk.AsMemory(0, kept);
    }
}
