using System.Buffers.Binary;
using System.Runtime.InteropServices;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// A 64-bit number for an event, from what its source says about it: the same in every process, store and order of
/// reading, so that reading it again changes nothing.
/// </summary>
/// <remarks>
/// Words of 8 bytes go through the finaliser of MurmurHash3 (Appleby), which is one-to-one. Among 100 million events
/// the chance that any two share a number is below one in 3,000.
/// </remarks>
internal readonly struct EventId
{
    private readonly ulong _state;

    private EventId(ulong state) => _state = state;

    public long Value => (long)_state;

    /// <summary>
    /// A mail's, the same from every source that gives its Message-ID; without one, what a sender sends at one instant
    /// is one mail.
    /// </summary>
    public static long OfMail(ReadOnlySpan<byte> messageId, ReadOnlySpan<byte> from, DateTime at) =>
        OfMessageId(messageId) is not 0 and var id
            ? OfMail(id).Value
            : new EventId().Add((long)Channel.Mail).Add(from).Add(at.Ticks).Value;

    /// <param name="message">From <see cref="OfMessageId"/>.</param>
    public static EventId OfMail(long message) => new EventId().Add((long)Channel.Mail).Add(message);

    /// <summary>
    /// The number of a Message-ID; 0 where there is none. Some sources leave the angle brackets out, and some change
    /// the case of letters: neither makes another mail.
    /// </summary>
    public static long OfMessageId(ReadOnlySpan<byte> id)
    {
        id = id.Trim(" \t\r\n<>"u8);
        if (id.IsEmpty)
            return 0;
        var number = new EventId().Add(id.Length);
        Span<byte> word = stackalloc byte[8];
        for (; !id.IsEmpty; id = id[Math.Min(8, id.Length)..])
        {
            word.Clear();
            for (var i = 0; i < Math.Min(8, id.Length); i++)
                word[i] = id[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(id[i] | 0x20) : id[i];
            number = number.Add(BinaryPrimitives.ReadInt64LittleEndian(word));
        }
        return number.Value;
    }

    public EventId Add(long word)
    {
        var x = _state ^ (ulong)word;
        x = (x ^ (x >> 33)) * 0xff51afd7ed558ccd;
        x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53;
        return new((x ^ (x >> 33)) + 0x9e3779b97f4a7c15);
    }

    public EventId Add(ReadOnlySpan<byte> text)
    {
        var id = Add(text.Length);
        for (; text.Length >= 8; text = text[8..])
            id = id.Add(BinaryPrimitives.ReadInt64LittleEndian(text));
        Span<byte> last = stackalloc byte[8];
        last.Clear();
        text.CopyTo(last);
        return id.Add(BinaryPrimitives.ReadInt64LittleEndian(last));
    }

    public EventId Add(ReadOnlySpan<char> text) => Add(MemoryMarshal.AsBytes(text));
}
