namespace InfluencerMap.Collectors;

/// <summary>
/// A tar archive for a reader that takes the length of names and attributes on trust, and would make room for
/// gigabytes.
/// </summary>
internal sealed class TarBlocks(Stream source) : Stream
{
    private const int TypeAt = 156, SizeAt = 124, SizeBytes = 12, AttributesMax = 1 << 20;

    public override bool CanRead => true;

    public override bool CanSeek => source.CanSeek;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position
    {
        get => source.Position;
        set => source.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">A block states names or attributes longer than 1 MiB.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        // Headers are read one by one.
        if (buffer.Length == TarArchive.BlockBytes && read == buffer.Length && StatesTooMuch(buffer))
            throw new InvalidDataException();
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => source.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Long names and links (L, K), and attributes of one entry or of all (x, g).</summary>
    private static bool StatesTooMuch(ReadOnlySpan<byte> block)
    {
        if (block[TypeAt] is not ((byte)'L' or (byte)'K' or (byte)'x' or (byte)'g'))
            return false;
        var size = 0L;
        foreach (var digit in block.Slice(SizeAt, SizeBytes))
            size = digit is >= (byte)'0' and <= (byte)'7' ? size * 8 + digit - '0' : size;
        // The highest bit says that the size is no text.
        return size > AttributesMax || block[SizeAt] >= 0x80;
    }
}
