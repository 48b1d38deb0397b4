namespace InfluencerMap.Graph.Cohorts;

/// <summary>A small whole number for every element, by element and as bit planes.</summary>
/// <remarks>Whole numbers make every sum exact, so that no order of additions can show.</remarks>
internal sealed class ElementWeights(int elementCount)
{
    private const int PlanesMax = 5;

    private readonly ulong[][] _planes = new ulong[PlanesMax][];

    /// <summary>By element, 0 … 31.</summary>
    public byte[] Values { get; } = new byte[elementCount];

    /// <summary>Plane i holds the elements whose weight has bit i; as many as the greatest weight needs.</summary>
    public ReadOnlySpan<ulong[]> Planes => _planes.AsSpan(0, PlaneCount);

    private int PlaneCount { get; set; }

    /// <summary>1 where the element is covered by at most so many, else 0.</summary>
    public static ElementWeights Where(ReadOnlySpan<int> counts, int countMax)
    {
        var weights = new ElementWeights(counts.Length);
        for (var element = 0; element < counts.Length; element++)
            weights.Values[element] = counts[element] <= countMax ? (byte)1 : (byte)0;
        weights.Slice();
        return weights;
    }

    public ElementWeights Copy()
    {
        var copy = new ElementWeights(Values.Length);
        Values.CopyTo(copy.Values, 0);
        copy.Slice();
        return copy;
    }

    public void Clear(int element)
    {
        Values[element] = 0;
        foreach (var plane in Planes)
            plane[element >> 6] &= ~(1ul << element);
    }

    /// <summary>Makes the planes anew after <see cref="Values"/> changed.</summary>
    public void Slice()
    {
        PlaneCount = 0;
        for (var plane = 0; plane < PlanesMax; plane++)
        {
            var bits = _planes[plane] ??= new ulong[(Values.Length + 63) / 64];
            Array.Clear(bits);
            var any = false;
            for (var element = 0; element < Values.Length; element++)
                if ((Values[element] >> plane & 1) != 0)
                {
                    bits[element >> 6] |= 1ul << element;
                    any = true;
                }
            if (any)
                PlaneCount = plane + 1;
        }
    }
}
