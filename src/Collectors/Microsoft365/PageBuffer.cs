using System.Buffers;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// The bytes of one answer, in rented memory that is wiped when given back: what a reader skips ends here.
/// </summary>
internal sealed class PageBuffer : IDisposable
{
    /// <summary>The largest page seen in practice holds 50 chat messages of 28 KB.</summary>
    private const int LengthMax = 64 << 20;

    private byte[] _rented = ArrayPool<byte>.Shared.Rent(64 << 10);
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _rented.AsMemory(0, _length);

    /// <summary>Reads to the end; reports every piece that arrives.</summary>
    public async Task FillAsync(Stream stream, Action arrived, CancellationToken cancellation)
    {
        int read;
        while ((read = await stream.ReadAsync(_rented.AsMemory(_length), cancellation)) > 0)
        {
            arrived();
            _length += read;
            if (_length == _rented.Length)
                Grow();
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_rented, clearArray: true);

    private void Grow()
    {
        if (_length >= LengthMax)
            throw new JsonException();
        var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
        _rented = larger;
    }
}
