using System.Buffers;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Shows a text in UTF-8 without a mark, whatever it is written in.</summary>
/// <remarks>
/// A byte order mark decides; else what was asked for; else UTF-16 and UTF-32 show by their zero bytes, and a text
/// whose first byte beyond ASCII is not UTF-8 is Windows-1252, which is reported. Bytes that are not text after others
/// in UTF-8 are handed on as they are: the cells that hold them cannot be read.
/// </remarks>
internal sealed class Utf8Text : ForwardStream
{
    private const int ChunkBytes = 1 << 16;
    private const int HeadBytes = 4096;

    private readonly string _name;
    private readonly CollectReport? _report;
    private readonly byte[] _raw = new byte[ChunkBytes];
    private readonly bool _mayBeWestern;
    private byte[] _converted = [];
    private char[] _chars = [];
    private Decoder? _decoder;
    private ReadOnlyMemory<byte> _ready;
    private int _kept;
    private byte _before = (byte)'\n';
    private bool _isWestern, _isBeyondAscii, _isEnd;

    private Utf8Text(Stream source, string name, string encoding, CollectReport? report)
        : base(source)
    {
        (_name, _report) = (name, report);
        var asked = TextEncodings.Named(encoding);
        _mayBeWestern = asked is null && report is not null;
        _kept = source.ReadAtLeast(_raw.AsSpan(0, HeadBytes), HeadBytes, throwOnEndOfStream: false);
        var head = _raw.AsSpan(0, _kept);
        var marked = TextEncodings.Marked(head);
        var found = marked?.Encoding ?? asked ?? TextEncodings.Wide(head);
        var mark = marked?.Length ?? 0;
        if (found is null && TextEncodings.IsBinary(head))
            throw new InputException($"{name}: this is not text"
                + (head is [0xD0, 0xCF, 0x11, 0xE0, ..] ? " but a workbook of an old Excel; save it as CSV." : "."));
        if (mark == 0 && asked is null && found is not null)
            report?.Note($"{name}: read as {found.WebName}, by its zero bytes.");
        if (found is not (null or UTF8Encoding))
            _decoder = found.GetDecoder();
        head[mark..].CopyTo(_raw);
        _kept -= mark;
    }

    /// <param name="source">Read once, from its beginning; disposed with the text.</param>
    /// <param name="name">For messages.</param>
    /// <param name="encoding">An IANA name, or <see cref="TextEncodings.Auto"/>.</param>
    /// <param name="report">Receives findings; without one nothing but Unicode is looked for.</param>
    /// <exception cref="InputException">This is not text, or there is no such encoding.</exception>
    public static Utf8Text Of(
        Stream source, string name, string encoding = TextEncodings.Auto, CollectReport? report = null)
    {
        try
        {
            return new(source, name, encoding, report);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        while (_ready.IsEmpty)
            if (_isEnd)
                return 0;
            else
                Fill();
        var length = Math.Min(buffer.Length, _ready.Length);
        _ready.Span[..length].CopyTo(buffer);
        _ready = _ready[length..];
        return length;
    }

    private void Fill()
    {
        var read = Source.Read(_raw.AsSpan(_kept));
        _isEnd = read == 0;
        var filled = _raw.AsSpan(0, _kept + read);
        _kept = 0;
        if (_decoder is not null)
            Convert(filled);
        else if (Ascii.IsValid(filled))
            _ready = _raw.AsMemory(0, filled.Length);
        else
            TakeUtf8(filled);
    }

    /// <summary>Hands on whole characters; a part of one waits for its rest.</summary>
    private void TakeUtf8(Span<byte> filled)
    {
        var whole = filled[..(filled.Length - (_isEnd ? 0 : PartAtEnd(filled)))];
        var first = whole.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (_mayBeWestern && !_isBeyondAscii && first >= 0 && !BeginsCharacter(whole[first..]))
        {
            _isWestern = true;
            _decoder = TextEncodings.Named(TextEncodings.Western)!.GetDecoder();
            _report!.Note($"{_name}: no UTF-8, read as Windows-1252 (Western Europe); --encoding NAME says otherwise.");
            Convert(filled);
            return;
        }
        _isBeyondAscii |= first >= 0;
        if (_converted.Length == 0)
            _converted = new byte[ChunkBytes];
        whole.CopyTo(_converted);
        _ready = _converted.AsMemory(0, whole.Length);
        _kept = filled.Length - whole.Length;
        filled[whole.Length..].CopyTo(_raw);
    }

    private void Convert(ReadOnlySpan<byte> filled)
    {
        if (_isWestern && WesternText.Objection(filled, _before) is { } objection)
            throw new InputException($"{_name}: {objection}; say which: --encoding NAME, such as "
                + $"{TextEncodings.Western}, ibm850 or macintosh.");
        _before = filled.IsEmpty ? _before : filled[^1];
        if (_chars.Length == 0)
            (_chars, _converted) = (new char[ChunkBytes + 8], new byte[3 * (ChunkBytes + 8)]);
        var length = _decoder!.GetChars(filled, _chars, flush: _isEnd);
        _ready = _converted.AsMemory(0, Encoding.UTF8.GetBytes(_chars.AsSpan(0, length), _converted));
    }

    private static bool BeginsCharacter(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeFromUtf8(bytes, out _, out _) is OperationStatus.Done;

    /// <summary>Bytes at the end of which the rest of the character may follow.</summary>
    private static int PartAtEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            if (bytes[^back] >= 0xC0)
                return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) is OperationStatus.NeedMoreData ? back : 0;
        return 0;
    }
}
