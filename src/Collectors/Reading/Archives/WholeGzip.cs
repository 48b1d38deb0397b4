using System.Buffers.Binary;
using System.IO.Compression;

namespace InfluencerMap.Collectors;

/// <summary>
/// Unpacks a gzip file of one member or several (RFC 1952, 2.2), and throws <see cref="InvalidDataException"/> at the
/// end where the last one is not whole: the base class takes a file that was cut off for one that ends there.
/// </summary>
/// <remarks>
/// A member states its length in its last four bytes. Where that is not what was unpacked, there are several members,
/// or the file was cut off: the beginning of the last one is searched for, and it is unpacked once more by itself.
/// </remarks>
internal sealed class WholeGzip(FileStream file) : GZipStream(file, CompressionMode.Decompress)
{
    /// <summary>The three bytes that begin a member may occur in one, too: about once in 16 MiB.</summary>
    private const int BeginningsTriedMax = 64;

    private readonly uint _lengthStated = LengthStated(file);
    private uint _length;
    private bool _isKnownWhole;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    // The base class sends its other ways of reading here when it is derived from.
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        _length = unchecked(_length + (uint)read);
        if (read > 0 || count == 0 || _length == _lengthStated || _isKnownWhole)
            return read;
        _isKnownWhole = EndsWithWholeMember();
        return _isKnownWhole ? 0 : throw new InvalidDataException();
    }

    /// <summary>The length of what was packed, modulo 2³²: the last 4 bytes (RFC 1952, 2.3.1).</summary>
    private static uint LengthStated(FileStream file)
    {
        if (file.Length < 4)
            throw new InvalidDataException();
        Span<byte> length = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(length);
        file.Seek(0, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }

    /// <summary>Tries the beginnings from the last one backwards.</summary>
    private bool EndsWithWholeMember()
    {
        using var again = new FileStream(file.Name, new FileStreamOptions { BufferSize = 0 });
        var tried = 0;
        foreach (var at in BeginningsBackwards(again))
        {
            if (at == 0 || tried++ == BeginningsTriedMax)
                return false;
            again.Position = at;
            if (UnpackedLength(again) == _lengthStated)
                return true;
        }
        return false;
    }

    private static IEnumerable<long> BeginningsBackwards(FileStream file)
    {
        var block = new byte[1 << 16];
        // Blocks overlap by what a beginning could have in each of two.
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - block.Length);
            file.Position = start;
            var length = file.ReadAtLeast(block.AsSpan(0, (int)(end - start)), (int)(end - start), false);
            for (var rest = length; block.AsSpan(0, rest).LastIndexOf(Magic) is >= 0 and var found; rest = found + 2)
                yield return start + found;
            end = start == 0 ? 0 : start + Magic.Length - 1;
        }
    }

    /// <summary>Modulo 2³²; null where the bytes are not a member.</summary>
    private static uint? UnpackedLength(FileStream file)
    {
        try
        {
            using var member = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var passed = new byte[1 << 16];
            var length = 0u;
            while (member.Read(passed) is > 0 and var read)
                length = unchecked(length + (uint)read);
            return length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
