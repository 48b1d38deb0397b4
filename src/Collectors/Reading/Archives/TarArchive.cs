using System.Formats.Tar;

namespace InfluencerMap.Collectors;

/// <summary>
/// A tar archive, packed by gzip or not. Where its files lie is read once, when it is opened; nothing is unpacked
/// to disk, and of files only their beginnings are kept.
/// </summary>
/// <remarks>
/// A file of a plain archive is opened in its place. A packed archive can only be unpacked from its beginning: a file
/// behind the last one read goes on from there, one before it unpacks anew. So <see cref="SourceFiles.Files"/> come in
/// the archive's order, and whoever reads them in that order unpacks the archive once.
/// </remarks>
/// <param name="name">What messages call it.</param>
/// <param name="isPacked">Whether it is only read forwards.</param>
/// <param name="open">Opens it at its beginning.</param>
/// <param name="cancellation">Checked once per block that is read.</param>
internal sealed class TarArchive(
    string name, bool isPacked, Func<Stream> open, CancellationToken cancellation) : IDisposable
{
    public const int BlockBytes = 512;

    /// <summary>Beginnings kept while files are found, so that looking at what they are unpacks nothing.</summary>
    private const long HeadBytesMax = 64L << 20;

    private const int SumAt = 148;
    private const int SumBytes = 8;

    /// <summary>A file may be read again while it is read: each reading goes on with a stream of its own.</summary>
    private const int IdleMax = 3;

    private readonly List<(Stream Bytes, long At)> _idle = [];

    /// <summary>Whether a block is the header of a tar archive: it states the sum of its own bytes.</summary>
    public static bool Begins(ReadOnlySpan<byte> block)
    {
        if (block.Length < BlockBytes)
            return false;
        var (stated, sum, hasDigits) = (0L, 0L, false);
        foreach (var digit in block.Slice(SumAt, SumBytes))
            if (digit is >= (byte)'0' and <= (byte)'7')
                (stated, hasDigits) = (stated * 8 + digit - '0', true);
        for (var i = 0; i < BlockBytes; i++)
            sum += i is >= SumAt and < SumAt + SumBytes ? ' ' : block[i];
        return hasDigits && sum == stated;
    }

    /// <summary>Its files that hold something; of two with one name the later, as unpacking would leave it.</summary>
    public List<SourceFile> Files()
    {
        var files = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        using var bytes = isPacked ? new TarSection(open(), 0, long.MaxValue, null) : open();
        var (number, keptBytes) = (0, 0L);
        try
        {
            using var tar = new TarReader(new TarBlocks(bytes), leaveOpen: true);
            while (tar.GetNextEntry() is { } entry)
            {
                cancellation.ThrowIfCancellationRequested();
                ArchiveEntries.RequireFewer(++number, name);
                if (EntryNames.Normal(entry.Name) is not { } normal)
                    throw ArchiveEntries.ClimbsOut(name, number);
                if (entry is not { DataStream: { } data, Length: > 0 } || !IsFile(entry.EntryType)
                    || EntryNames.IsNothing(normal))
                    continue;
                var (at, length) = (isPacked ? bytes.Position : entry.DataOffset, entry.Length);
                var head = keptBytes < HeadBytesMax ? HeadOf(data, length) : null;
                keptBytes += head?.Length ?? 0;
                files[normal] = SourceFile.InTar(normal, length, head, () => OpenAt(normal, at, length));
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException
            or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            throw Damaged(e);
        }
        return [.. files.Values];
    }

    public void Dispose()
    {
        foreach (var (bytes, _) in _idle)
            bytes.Dispose();
        _idle.Clear();
    }

    private static bool IsFile(TarEntryType type) =>
        type is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;

    private static byte[] HeadOf(Stream data, long length)
    {
        var head = new byte[Math.Min(length, SourceFile.HeadBytes)];
        return head[..data.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private UnpackedStream OpenAt(string file, long at, long length)
    {
        var (bytes, reached) = NearestBefore(at);
        try
        {
            if (isPacked)
                Skip(bytes, at - reached);
            else
                bytes.Position = at;
            var section = new TarSection(bytes, at, length, isPacked ? GoOnFrom : null);
            return new(section, file, null, new(), cancellation);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The stream kept that has the least to pass over; one from the beginning where all are beyond.</summary>
    private (Stream Bytes, long At) NearestBefore(long at)
    {
        var before = _idle.Where(idle => idle.At <= at).ToArray();
        if (before.Length == 0)
            return (open(), 0);
        var nearest = before.MaxBy(idle => idle.At);
        _idle.Remove(nearest);
        return nearest;
    }

    /// <summary>Keeps a stream whose file is done with: the next file goes on from there.</summary>
    private void GoOnFrom(Stream bytes, long at)
    {
        _idle.Add((bytes, at));
        if (_idle.Count <= IdleMax)
            return;
        var last = _idle.MaxBy(idle => idle.At);
        _idle.Remove(last);
        last.Bytes.Dispose();
    }

    private void Skip(Stream bytes, long count)
    {
        var passed = new byte[1 << 16];
        while (count > 0)
        {
            var read = bytes.Read(passed.AsSpan(0, (int)Math.Min(passed.Length, count)));
            if (read == 0)
                throw Damaged(null);
            count -= read;
        }
    }

    private InputException Damaged(Exception? cause) =>
        new($"{name}: the tar archive is damaged or incomplete.", cause);
}
