using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>The bytes of a file of mail: its lines end in LF, its characters are in UTF-8, whatever it has.</summary>
internal sealed class MailText(Stream source)
{
    /// <summary>A first line, unless it is a very long one.</summary>
    private const int LookedAt = 1 << 12;

    private Stream _source = source;
    private bool _hasBegun;
    private bool _isCarriageReturn;

    /// <returns>The number of bytes read; 0 at the end.</returns>
    public int Read(Span<byte> bytes)
    {
        // Some sources give a few bytes at a time, and what was read may be scanned again after each.
        var read = _source.ReadAtLeast(bytes, Math.Min(bytes.Length, LookedAt), throwOnEndOfStream: false);
        if (!_hasBegun)
        {
            _hasBegun = true;
            if (WideEncoding(bytes[..read]) is { } encoding)
            {
                _source = Encoding.CreateTranscodingStream(
                    new AfterFirst(bytes[..read].ToArray(), _source), encoding, Encoding.UTF8);
                read = _source.ReadAtLeast(bytes, Math.Min(bytes.Length, LookedAt), throwOnEndOfStream: false);
            }
            _isCarriageReturn = EndsLinesInCarriageReturn(bytes[..read]);
        }
        if (_isCarriageReturn)
            bytes[..read].Replace((byte)'\r', (byte)'\n');
        return read;
    }

    private static Encoding? WideEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Whether the first line ends so, which no header can do otherwise.</summary>
    private static bool EndsLinesInCarriageReturn(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.TrimStart("\r\n"u8).IndexOfAny((byte)'\r', (byte)'\n');
        bytes = bytes.TrimStart("\r\n"u8);
        return first >= 0 && first + 1 < bytes.Length && bytes[first] == '\r'
            && bytes[first + 1] is not ((byte)'\r' or (byte)'\n');
    }

    /// <summary>Bytes that were read already, and then the stream they were read from.</summary>
    private sealed class AfterFirst(byte[] first, Stream rest) : ForwardStream(rest)
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at == first.Length)
                return Source.Read(buffer);
            var count = Math.Min(buffer.Length, first.Length - _at);
            first.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
