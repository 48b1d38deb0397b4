namespace InfluencerMap.Collectors;

/// <summary>How much packed data may become.</summary>
internal sealed record UnpackLimits
{
    public static UnpackLimits Default { get; } = new();

    /// <summary>Unpacked bytes that are never too many.</summary>
    public long FreeBytes { get; init; } = 256L << 20;

    /// <summary>Beyond those, times the packed length: exports of text come to 5 … 50, a bomb to 1,000.</summary>
    public int RatioMax { get; init; } = 250;

    /// <summary>In any case: 1 TiB.</summary>
    public long BytesMax { get; init; } = 1L << 40;
}

/// <summary>What the files of one archive may still unpack to, all together.</summary>
internal sealed class UnpackBudget(string name, long packedBytes, UnpackLimits limits)
{
    private readonly long _bytesMax =
        Math.Min(limits.BytesMax, Math.Max(limits.FreeBytes, packedBytes * limits.RatioMax));
    private long _bytes;

    public void Take(long bytes)
    {
        _bytes += bytes;
        if (_bytes > _bytesMax)
            throw new InputException($"{name}: unpacks to more than {_bytesMax >> 20:N0} MiB, over "
                + $"{limits.RatioMax} times its size; unpack it first if it is not a bomb.");
    }
}

/// <summary>How far a file has been unpacked: reading its beginning again costs nothing.</summary>
internal sealed class Furthest
{
    public long Bytes { get; set; }
}

/// <summary>The bytes of a file as they are unpacked; whatever is wrong with them ends in one clear line.</summary>
/// <remarks>
/// Damage may unpack to other bytes without any complaint. Where the checksum of the whole is stated it is compared at
/// the end, so that the reading fails before anything is stored.
/// </remarks>
internal sealed class UnpackedStream(
    Stream source, string name, UnpackBudget? budget, Furthest furthest, CancellationToken cancellation,
    uint? checksumStated = null) : ForwardStream(source)
{
    private long _bytes;
    private Checksum _checksum = new();

    public static InputException Damaged(string name, Exception cause) => new(
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? $"{name}: the gzip file is damaged or incomplete; unpack it first."
            : $"{name}: the packed data are damaged or incomplete; unpack them first.", cause);

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var read = Source.Read(buffer);
            if (checksumStated is not null)
                _checksum.Add(buffer[..read]);
            if (read == 0 && buffer.Length > 0 && checksumStated is { } stated && stated != _checksum.Value)
                throw new InvalidDataException();
            _bytes += read;
            if (_bytes > furthest.Bytes)
            {
                budget?.Take(_bytes - furthest.Bytes);
                furthest.Bytes = _bytes;
            }
            return read;
        }
        catch (InvalidDataException e)
        {
            throw Damaged(name, e);
        }
        catch (IOException e)
        {
            throw new InputException($"{name}: reading failed.", e);
        }
    }
}
