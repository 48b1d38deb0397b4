namespace InfluencerMap.Collectors;

/// <summary>Message-IDs in header fields, with their angle brackets, also where the file has none.</summary>
internal static class MessageIds
{
    /// <summary>The first id of a field, in the buffer; empty where there is none, or a longer one.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> value, Span<byte> buffer)
    {
        var open = value.IndexOf((byte)'<');
        var close = open < 0 ? -1 : value[open..].IndexOf((byte)'>');
        return close < 0 ? Bracketed(FirstWord(value), buffer) : Bracketed(value[(open + 1)..(open + close)], buffer);
    }

    /// <summary>The hash of the mail answered: In-Reply-To, else the last of References; 0 for neither.</summary>
    public static long Answered(MailHeader fields, ReadOnlySpan<byte> header, Span<byte> buffer)
    {
        var id = First(fields.First(MailField.InReplyTo, header), buffer);
        if (id.IsEmpty)
        {
            var references = fields.First(MailField.References, header);
            id = First(references[Math.Max(0, references.LastIndexOf((byte)'<'))..], buffer);
        }
        return EventId.OfMessageId(id);
    }

    private static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> value)
    {
        value = value.TrimStart(" \t\r\n"u8);
        var end = value.IndexOfAny(" \t\r\n"u8);
        return end < 0 ? value : value[..end];
    }

    private static Span<byte> Bracketed(ReadOnlySpan<byte> id, Span<byte> buffer)
    {
        if (id.IsEmpty || id.Length + 2 > buffer.Length)
            return [];
        id.CopyTo(buffer[1..]);
        (buffer[0], buffer[id.Length + 1]) = ((byte)'<', (byte)'>');
        return buffer[..(id.Length + 2)];
    }
}
