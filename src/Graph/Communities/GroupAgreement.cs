namespace InfluencerMap.Graph;

/// <summary>How far two groupings of the same people agree: communities with departments, say.</summary>
public sealed record GroupAgreement
{
    /// <summary>
    /// Normalised mutual information: what one grouping tells of the other, divided by the mean of what each tells of
    /// itself. 0 … 1; not corrected for chance, so that many small groups always seem to agree.
    /// </summary>
    public required double? Normalised { get; init; }

    /// <summary>
    /// Adjusted mutual information: the same less what groups of these sizes would share by chance. 1 where both are
    /// the same, 0 on average for groupings that have nothing to do with each other; may be below 0.
    /// </summary>
    public required double? Adjusted { get; init; }

    /// <summary>
    /// Why a figure is null: nobody is in a group of both, or neither grouping tells anybody apart. Else null.
    /// </summary>
    public Absence? WhyAbsent => Normalised is null || Adjusted is null ? Absence.FewPeople : null;

    /// <summary>How many people are in a group of both; only they are compared.</summary>
    public required int ComparedCount { get; init; }

    /// <summary>Compares two groupings.</summary>
    /// <param name="one">By node, the group; below 0 for who is in none.</param>
    /// <param name="other">The same of the other grouping.</param>
    /// <exception cref="ArgumentException">They are not of equally many nodes.</exception>
    /// <remarks>
    /// Vinh, Epps and Bailey 2010, mean of the two entropies as the divisor. Cost: O(n + groups of one · groups of the
    /// other + n · the larger number of groups).
    /// </remarks>
    public static GroupAgreement Of(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count != other.Count)
            throw new ArgumentException(
                $"Groupings of {one.Count} and of {other.Count} nodes cannot be compared.", nameof(other));
        var sizes = new SortedDictionary<int, int>();
        var otherSizes = new SortedDictionary<int, int>();
        var shared = new SortedDictionary<(int, int), int>();
        var count = 0;
        for (var node = 0; node < one.Count; node++)
        {
            if (one[node] < 0 || other[node] < 0)
                continue;
            count++;
            sizes[one[node]] = sizes.GetValueOrDefault(one[node]) + 1;
            otherSizes[other[node]] = otherSizes.GetValueOrDefault(other[node]) + 1;
            shared[(one[node], other[node])] = shared.GetValueOrDefault((one[node], other[node])) + 1;
        }
        var information = 0.0;
        foreach (var ((group, otherGroup), size) in shared)
            information += Term(size, sizes[group], otherSizes[otherGroup], count);
        var mean = (Entropy(sizes.Values, count) + Entropy(otherSizes.Values, count)) / 2;
        var bothWhole = sizes.Count < 2 && otherSizes.Count < 2;
        var nothingByChance = bothWhole || (sizes.Count == count && otherSizes.Count == count);
        var expected = nothingByChance ? mean : Expected(sizes.Values, otherSizes.Values, count);
        return new()
        {
            Normalised = bothWhole ? null : Math.Clamp(information / mean, 0, 1),
            Adjusted = nothingByChance ? null : Math.Min((information - expected) / (mean - expected), 1),
            ComparedCount = count,
        };
    }

    private static double Entropy(IEnumerable<int> sizes, int count)
    {
        var sum = 0.0;
        foreach (var size in sizes)
            sum -= (double)size / count * Math.Log((double)size / count);
        return sum;
    }

    /// <summary>What people who are in one group and in the other add to the mutual information.</summary>
    private static double Term(int shared, int size, int otherSize, int count) =>
        (double)shared / count * Math.Log((double)count * shared / ((double)size * otherSize));

    /// <summary>Mean mutual information of all ways to deal people into groups of these sizes.</summary>
    private static double Expected(ICollection<int> sizes, ICollection<int> otherSizes, int count)
    {
        var logFactorials = new double[count + 1];
        for (var number = 2; number <= count; number++)
            logFactorials[number] = logFactorials[number - 1] + Math.Log(number);
        var sum = 0.0;
        // Groups of equal size have equal terms: each pair of sizes is counted once.
        foreach (var (size, groupCount) in sizes.Order().CountBy(size => size))
            foreach (var (otherSize, otherGroupCount) in otherSizes.Order().CountBy(size => size))
                sum += (double)groupCount * otherGroupCount * ExpectedTerm(size, otherSize, count, logFactorials);
        return sum;
    }

    /// <summary>The number shared by two groups has a hypergeometric distribution.</summary>
    private static double ExpectedTerm(int size, int otherSize, int count, double[] logFactorials)
    {
        var same = logFactorials[size] + logFactorials[otherSize] + logFactorials[count - size]
            + logFactorials[count - otherSize] - logFactorials[count];
        var sum = 0.0;
        for (var shared = Math.Max(1, size + otherSize - count); shared <= Math.Min(size, otherSize); shared++)
        {
            var log = same - logFactorials[shared] - logFactorials[size - shared] - logFactorials[otherSize - shared]
                - logFactorials[count - size - otherSize + shared];
            sum += Term(shared, size, otherSize, count) * Math.Exp(log);
        }
        return sum;
    }
}
