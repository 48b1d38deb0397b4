namespace InfluencerMap.Tests;

/// <summary>Some bytes, then one line of a length that no disk here holds.</summary>
internal sealed class LongLine(byte[] first, long length) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at < first.Length)
        {
            first.CopyTo(buffer);
            return (int)(_at = first.Length);
        }
        var count = (int)Math.Min(buffer.Length, first.Length + length - _at);
        buffer[..count].Fill((byte)'x');
        _at += count;
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
