namespace InfluencerMap.Collectors;

/// <summary>A part of a stream that is read forwards: one file of an archive.</summary>
/// <param name="source">Stands at the part's beginning.</param>
/// <param name="at">Where that is in the whole stream.</param>
/// <param name="length">How long the part is.</param>
/// <param name="giveBack">Takes the stream, and where it stands, at the end; null disposes of it.</param>
internal sealed class TarSection(Stream source, long at, long length, Action<Stream, long>? giveBack) : Stream
{
    private readonly long _end = length > long.MaxValue - at ? long.MaxValue : at + length;
    private long _at = at;
    private bool _isDone;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>In the whole stream.</summary>
    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer[..(int)Math.Min(buffer.Length, _end - _at)]);
        _at += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDone)
        {
            _isDone = true;
            if (giveBack is null)
                source.Dispose();
            else
                giveBack(source, _at);
        }
        base.Dispose(disposing);
    }
}
