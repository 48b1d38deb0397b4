using System.Buffers.Text;

namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>
/// How long a mail's body is by its <c>Content-Length</c> (mboxcl): it counts where the next mail begins there. Copies
/// of mails keep the field of a body that has changed, so that it is no longer asked where it is mostly wrong.
/// </summary>
internal sealed class MailBody
{
    /// <summary>Held to look where a body ends; a line in a longer one is taken for what it looks like.</summary>
    private const int BytesMax = 1 << 22;

    private const int WrongMax = 16;

    private long _end;
    private int _right;
    private int _wrong;

    /// <param name="start">Where the body begins in the file.</param>
    /// <param name="fields">Of its mail.</param>
    /// <param name="header">The bytes of these.</param>
    public void Begin(long start, MailHeader fields, ReadOnlySpan<byte> header)
    {
        _end = 0;
        if (fields.Has(MailField.ContentLength)
            && Utf8Parser.TryParse(fields.First(MailField.ContentLength, header).TrimStart(" \t"u8), out int length, out _))
            _end = start + length;
    }

    /// <summary>How many bytes of the body come from there on; 0 where it does not say, or that is not asked.</summary>
    public int BytesAfter(long place) =>
        _end - place is > 0 and <= BytesMax and var length && (_wrong < WrongMax || _wrong < _right) ? (int)length : 0;

    /// <summary>Whether a length was right.</summary>
    public void Count(bool isRight)
    {
        if (isRight)
            _right++;
        else
            _wrong++;
    }
}
