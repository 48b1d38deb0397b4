namespace InfluencerMap.Collectors;

/// <summary>
/// A tar archive for a reader that takes the length of names and attributes on trust, and would make room for
/// gigabytes.
/// </summary>
internal sealed class TarBlocks(Stream source) : ForwardStream(source)
{
    private const int TypeAt = 156, SizeAt = 124, SizeBytes = 12, AttributesMax = 1 << 20;

    public override bool CanSeek => Source.CanSeek;

    public override long Length => Source.Length;

    public override long Position
    {
        get => Source.Position;
        set => Source.Position = value;
    }

    /// <exception cref="InvalidDataException">A block states names or attributes longer than 1 MiB.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = Source.Read(buffer);
        // Headers are read one by one.
        if (buffer.Length == TarArchive.BlockBytes && read == buffer.Length && StatesTooMuch(buffer))
            throw new InvalidDataException();
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Source.Seek(offset, origin);

    /// <summary>Long names and links (L, K), and attributes of one entry or of all (x, g).</summary>
    private static bool StatesTooMuch(ReadOnlySpan<byte> block)
    {
        if (block[TypeAt] is not ((byte)'L' or (byte)'K' or (byte)'x' or (byte)'g'))
            return false;
        var size = 0L;
        foreach (var digit in block.Slice(SizeAt, SizeBytes))
            size = digit is >= (byte)'0' and <= (byte)'7' ? size * 8 + digit - '0' : size;
        // The highest bit says that the size is not text.
        return size > AttributesMax || block[SizeAt] >= 0x80;
    }
}
