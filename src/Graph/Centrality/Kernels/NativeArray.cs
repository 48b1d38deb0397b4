using System.Runtime.InteropServices;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Zeroed memory outside the collected heap, aligned to a cache line, in huge pages where the system gives them:
/// lane rows are read at random, and at 100,000 people ordinary pages cost more than the rows themselves.
/// </summary>
internal sealed unsafe partial class NativeArray<T> : IDisposable where T : unmanaged
{
    private const nuint HugePageBytes = 2 << 20;

    public NativeArray(long length)
    {
        Length = length;
        var bytes = Math.Max((nuint)length * (nuint)sizeof(T), 64);
        var isHuge = bytes >= HugePageBytes;
        Pointer = (T*)NativeMemory.AlignedAlloc(bytes, isHuge ? HugePageBytes : 64);
        if (isHuge)
            HugePages.Advise(Pointer, bytes);
        NativeMemory.Clear(Pointer, bytes);
    }

    ~NativeArray() => Free();

    public T* Pointer { get; private set; }

    public long Length { get; }

    public Span<T> Span => new(Pointer, checked((int)Length));

    public static NativeArray<T> Of(ReadOnlySpan<T> values)
    {
        var array = new NativeArray<T>(values.Length);
        values.CopyTo(array.Span);
        return array;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}

internal static unsafe partial class HugePages
{
    private const int AdviseHugePage = 14;

    /// <summary>Asks for huge pages; a system that has none goes on with ordinary ones.</summary>
    public static void Advise(void* start, nuint bytes)
    {
        if (OperatingSystem.IsLinux())
            _ = MAdvise(start, bytes, AdviseHugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(void* start, nuint bytes, int advice);
}
