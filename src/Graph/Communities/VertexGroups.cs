namespace InfluencerMap.Graph.Kernels;

/// <summary>The vertices of each group, side by side, ascending within a group.</summary>
internal sealed class VertexGroups
{
    private readonly int[] _offsets, _members;

    public VertexGroups(int[] groupOf, int groupCount)
    {
        var rows = new CountingSort(groupCount);
        foreach (var group in groupOf)
            rows.Count(group);
        _offsets = rows.Offsets();
        _members = new int[groupOf.Length];
        for (var vertex = 0; vertex < groupOf.Length; vertex++)
            _members[rows.Place(groupOf[vertex])] = vertex;
    }

    public Span<int> Of(int group) => _members.AsSpan(_offsets[group].._offsets[group + 1]);

    /// <summary>Numbers groups from 0 in the order in which the vertices name them; returns their number.</summary>
    public static int Renumber(int[] groupOf)
    {
        var numbers = new int[groupOf.Length];
        var count = 0;
        foreach (ref var group in groupOf.AsSpan())
        {
            if (numbers[group] == 0)
                numbers[group] = ++count;
            group = numbers[group] - 1;
        }
        return count;
    }

    /// <summary>Puts them in an order that only the random numbers decide (Fisher and Yates 1938).</summary>
    public static void Shuffle(Span<int> vertices, ref Hash random)
    {
        for (var last = vertices.Length - 1; last > 0; last--)
        {
            var other = (int)Math.BigMul(random.Next(), (ulong)last + 1, out _);
            (vertices[last], vertices[other]) = (vertices[other], vertices[last]);
        }
    }
}

/// <summary>Weights added up by group, of few groups out of many: only those that were met are cleared.</summary>
internal sealed class WeightSums(int groupCount)
{
    private readonly double[] _sums = new double[groupCount];
    private readonly bool[] _isMet = new bool[groupCount];
    private readonly int[] _met = new int[groupCount];
    private int _metCount;

    /// <summary>The groups met, in that order.</summary>
    public ReadOnlySpan<int> Met => _met.AsSpan(0, _metCount);

    public double this[int group] => _sums[group];

    public void Add(int group, double weight)
    {
        if (!_isMet[group])
            (_isMet[group], _met[_metCount++]) = (true, group);
        _sums[group] += weight;
    }

    public void Clear()
    {
        foreach (var group in Met)
            (_isMet[group], _sums[group]) = (false, 0);
        _metCount = 0;
    }
}
