using System.Buffers.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// What a mail's header says of where its body ends: its <c>Content-Length</c> (mboxcl), which counts where the next
/// mail begins there, and the boundary of its parts, after whose last nothing of it comes.
/// </summary>
/// <remarks>Copies of mails keep fields of a body that has changed: what is mostly wrong is no longer asked.</remarks>
internal sealed class MailBody
{
    /// <summary>Held to look where a body ends; a line in a longer one is taken for what it looks like.</summary>
    public const int BytesMax = 1 << 22;

    /// <summary>RFC 2046 allows 70.</summary>
    private const int BoundaryLengthMax = 200;

    private const int WrongMax = 16;

    /// <summary>Bytes looked through in vain: as often as that those of the file, and some more.</summary>
    private const int VainTimesMax = 16;

    private readonly byte[] _boundary = new byte[BoundaryLengthMax];
    private int _boundaryLength;
    private long _end;
    private long _partsSeenUntil;
    private int _right;
    private int _wrong;
    private long _vain;
    private long _vainMax;

    /// <summary>What stands between the parts; empty where there are none.</summary>
    public ReadOnlySpan<byte> Boundary => _boundary.AsSpan(0, IsTrusted ? _boundaryLength : 0);

    private bool IsTrusted => _wrong < WrongMax || (_wrong < _right && _vain < _vainMax);

    /// <param name="start">Where the body begins in the file.</param>
    /// <param name="fields">Of its mail.</param>
    /// <param name="header">The bytes of these.</param>
    public void Begin(long start, MailHeader fields, ReadOnlySpan<byte> header)
    {
        (_end, _partsSeenUntil, _boundaryLength) = (0, 0, 0);
        _vainMax = VainTimesMax * (BytesMax + start);
        if (fields.Has(MailField.ContentLength) && Utf8Parser.TryParse(
            fields.First(MailField.ContentLength, header).TrimStart(" \t"u8), out int length, out _))
            _end = start + length;
        if (fields.Has(MailField.ContentType))
            TakeBoundary(fields.First(MailField.ContentType, header).TrimStart(" \t\r\n"u8));
    }

    /// <summary>How many bytes of the body come from there on; 0 where it does not say, or that is not asked.</summary>
    public int BytesAfter(long place) =>
        _end - place is > 0 and <= BytesMax and var length && IsTrusted ? (int)length : 0;

    /// <summary>Whether a place is known to be between two parts.</summary>
    public bool IsBetweenParts(long place) => place < _partsSeenUntil;

    /// <summary>A part ends there.</summary>
    public void SeeParts(long until) => _partsSeenUntil = until;

    /// <summary>Whether what the header says was right, and how many bytes were read for it.</summary>
    public void Count(bool isRight, int bytes)
    {
        _right += isRight ? 1 : 0;
        _wrong += isRight ? 0 : 1;
        _vain += isRight ? 0 : bytes;
    }

    private void TakeBoundary(ReadOnlySpan<byte> contentType)
    {
        if (!MailRules.Begins(contentType, "multipart/"u8))
            return;
        for (var rest = contentType; rest.IndexOf((byte)';') is >= 0 and var mark;)
        {
            rest = rest[(mark + 1)..].TrimStart(" \t\r\n"u8);
            if (!MailRules.Begins(rest, "boundary"u8))
                continue;
            var value = rest["boundary"u8.Length..].TrimStart(" \t"u8);
            if (value.IsEmpty || value[0] != '=')
                return;
            value = value[1..].TrimStart(" \t"u8);
            var isQuoted = !value.IsEmpty && value[0] == '"';
            value = isQuoted ? value[1..] : value;
            var end = isQuoted ? value.IndexOf((byte)'"') : value.IndexOfAny("; \t\r\n"u8);
            value = end < 0 ? value : value[..end];
            if (value.Length is > 0 and <= BoundaryLengthMax)
                value.CopyTo(_boundary);
            _boundaryLength = value.Length <= BoundaryLengthMax ? value.Length : 0;
            return;
        }
    }
}
