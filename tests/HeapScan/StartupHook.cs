using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

/// <summary>
/// Loaded into the program under test by DOTNET_STARTUP_HOOKS. When the program ends it looks through all memory that
/// the process can write to for a marker, and tells how often it stands there as a string's characters and as bytes.
/// </summary>
/// <remarks>
/// With a first generation larger than all that the program allocates nothing is ever collected, so that strings long
/// forgotten are still there; the number of collections is told too. The marker is searched by its beginning and its
/// rest, so that the search does not find itself.
/// </remarks>
internal static class StartupHook
{
    private const int PieceBytes = 1 << 20;
    private const int OverlapBytes = 64;

    public static void Initialize()
    {
        var result = Environment.GetEnvironmentVariable("HEAP_SCAN_RESULT")!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(result, Scan());
    }

    private static string Scan()
    {
        long strings = 0, bytes = 0, scannedBytes = 0;
        var collections = GC.CollectionCount(0);
        var piece = new byte[PieceBytes];
        using var memory = File.OpenHandle("/proc/self/mem");
        foreach (var (begin, end) in Writable())
        {
            for (var at = begin; at < end; at += PieceBytes - OverlapBytes)
            {
                var read = Read(memory, piece.AsSpan(0, (int)Math.Min(PieceBytes, end - at)), at);
                scannedBytes += read.Length;
                strings += Count(MemoryMarshal.Cast<byte, ushort>(read), ['c', '4'], ['n', '4', 'r', 'y']);
                bytes += Count(read, [(byte)'c', (byte)'4'], [(byte)'n', (byte)'4', (byte)'r', (byte)'y']);
            }
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"strings {strings}\nbytes {bytes}\ncollections {collections}\nscannedBytes {scannedBytes}\n");
    }

    /// <summary>Memory that the process can write to: heaps, stacks and buffers, not the files of programs.</summary>
    private static IEnumerable<(long Begin, long End)> Writable() =>
        from line in File.ReadAllLines("/proc/self/maps")
        let fields = line.Split(' ')
        where fields[1].StartsWith("rw", StringComparison.Ordinal)
        let range = fields[0].Split('-')
        select (long.Parse(range[0], NumberStyles.HexNumber), long.Parse(range[1], NumberStyles.HexNumber));

    private static ReadOnlySpan<byte> Read(SafeFileHandle memory, Span<byte> piece, long at)
    {
        try
        {
            return piece[..RandomAccess.Read(memory, piece, at)];
        }
        catch (IOException)
        {
            // Given back since the list was read.
            return [];
        }
    }

    private static int Count<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> beginning, ReadOnlySpan<T> rest)
        where T : unmanaged, IBinaryInteger<T>
    {
        var count = 0;
        for (int found; (found = text.IndexOf(beginning)) >= 0; text = text[(found + 1)..])
            if (text[(found + beginning.Length)..].StartsWith(rest))
                count++;
        return count;
    }
}
