using System.Buffers.Binary;
using System.Runtime.InteropServices;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors;

/// <summary>
/// A 64-bit number for an event, from what its source says about it: the same in every process, store and order of
/// reading, so that reading it again changes nothing.
/// </summary>
/// <remarks>
/// Words of 8 bytes go through the finaliser of MurmurHash3 (Appleby), which is one-to-one. Among 100 million events
/// the chance that any two share a number is below one in 3,000.
/// </remarks>
internal struct EventId
{
    private ulong _state;

    public readonly long Value => (long)_state;

    /// <summary>
    /// A mail's, the same from every source that tells its Message-ID, angle brackets included; without one, what a
    /// sender sends at one instant is one mail.
    /// </summary>
    public static long OfMail(ReadOnlySpan<byte> messageId, ReadOnlySpan<byte> from, DateTime at)
    {
        var id = new EventId().Add((long)Channel.Mail);
        return messageId.IsEmpty
            ? id.Add(from).Add(at.Ticks).Value
            : id.Add(new EventId().Add(messageId).Value).Value;
    }

    public EventId Add(long word)
    {
        var x = _state ^ (ulong)word;
        x = (x ^ (x >> 33)) * 0xff51afd7ed558ccd;
        x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53;
        _state = (x ^ (x >> 33)) + 0x9e3779b97f4a7c15;
        return this;
    }

    public EventId Add(ReadOnlySpan<byte> text)
    {
        Add(text.Length);
        for (; text.Length >= 8; text = text[8..])
            Add(BinaryPrimitives.ReadInt64LittleEndian(text));
        Span<byte> last = stackalloc byte[8];
        last.Clear();
        text.CopyTo(last);
        return Add(BinaryPrimitives.ReadInt64LittleEndian(last));
    }

    public EventId Add(ReadOnlySpan<char> text) => Add(MemoryMarshal.AsBytes(text));
}
