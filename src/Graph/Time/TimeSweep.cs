using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Kernels;

/// <summary>One worker's sweep back in time towards 512 people at once, one bit each.</summary>
/// <remarks>
/// A person's row holds whom something can get to that the person has at that time. Each second adds to the rows of
/// its sources what the targets had after it.
/// </remarks>
internal sealed unsafe class TimeSweep(TimedPasses passes) : IDisposable
{
    /// <summary>People that may be reached per block.</summary>
    public const int BlockSize = 512;

    private readonly NativeArray<Vector512<ulong>> _rows = new(passes.IsSeen.Length);
    private readonly NativeArray<Vector512<ulong>> _fresh = new(passes.SourceCountMax);

    /// <summary>Adds to each person's sum whom of the block the person reaches, window by window.</summary>
    public void AddBlock(int first, int end, Span<double> sums)
    {
        for (var window = 0; window < passes.WindowCount; window++)
        {
            _rows.Span.Clear();
            for (var target = first; target < end; target++)
                ((ulong*)(_rows.Pointer + target))[(target - first) / 64] |= 1ul << (target - first) % 64;
            Sweep(passes.WindowOffsets[window], passes.WindowOffsets[window + 1]);
            for (var person = 0; person < sums.Length; person++)
                sums[person] += CountOthers(person, isInBlock: person >= first && person < end);
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _fresh.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sweep(int firstSecond, int endSecond)
    {
        var rows = _rows.Pointer;
        var fresh = _fresh.Pointer;
        var secondOffsets = CollectionsMarshal.AsSpan(passes.SecondOffsets);
        var sourceOffsets = CollectionsMarshal.AsSpan(passes.SourceOffsets);
        var sources = Node.Indices(CollectionsMarshal.AsSpan(passes.Sources));
        var targets = Node.Indices(passes.Targets);
        for (var second = firstSecond; second < endSecond; second++)
        {
            var (start, end) = (secondOffsets[second], secondOffsets[second + 1]);
            var isTangled = passes.IsTangled[second];
            for (var place = start; place < end; place++)
            {
                var row = rows[sources[place]];
                foreach (var target in targets[sourceOffsets[place]..sourceOffsets[place + 1]])
                    row |= rows[target];
                // Nobody passes on within the second: rows that others still read stay as they are until its end.
                if (isTangled)
                    fresh[place - start] = row;
                else
                    rows[sources[place]] = row;
            }
            if (isTangled)
                for (var place = start; place < end; place++)
                    rows[sources[place]] = fresh[place - start];
        }
    }

    private int CountOthers(int index, bool isInBlock)
    {
        var words = (ulong*)(_rows.Pointer + index);
        var count = 0;
        for (var word = 0; word < Vector512<ulong>.Count; word++)
            count += BitOperations.PopCount(words[word]);
        return isInBlock ? count - 1 : count;
    }
}
