using System.Buffers.Binary;
using System.IO.Compression;

namespace InfluencerMap.Collectors.Files;

/// <summary>
/// Unpacks one gzip file and throws <see cref="InvalidDataException"/> at the end where its stated length was not met:
/// the base class takes a file that was cut off for one that ends there.
/// </summary>
internal sealed class WholeGzip(FileStream file) : GZipStream(file, CompressionMode.Decompress)
{
    private readonly uint _lengthStated = LengthStated(file);
    private uint _length;

    // The base class sends its other ways of reading here when it is derived from.
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        _length = unchecked(_length + (uint)read);
        return read > 0 || count == 0 || _length == _lengthStated ? read : throw new InvalidDataException();
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
}
