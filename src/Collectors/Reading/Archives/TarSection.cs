namespace InfluencerMap.Collectors;

/// <summary>A part of a stream that is read forwards: one file of an archive.</summary>
/// <param name="source">Stands at the part's beginning.</param>
/// <param name="at">Where that is in the whole stream.</param>
/// <param name="length">How long the part is.</param>
/// <param name="giveBack">Takes the stream, and where it stands, at the end; null disposes of it.</param>
internal sealed class TarSection(Stream source, long at, long length, Action<Stream, long>? giveBack)
    : ForwardStream(source)
{
    private readonly long _end = length > long.MaxValue - at ? long.MaxValue : at + length;
    private long _at = at;
    private bool _isDone;

    /// <summary>In the whole stream.</summary>
    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = Source.Read(buffer[..(int)Math.Min(buffer.Length, _end - _at)]);
        _at += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (giveBack is null)
            base.Dispose(disposing);
        else if (disposing && !_isDone)
            giveBack(Source, _at);
        _isDone = true;
    }
}
