namespace InfluencerMap.Graph;

/// <summary>Makes an <see cref="InteractionGraph"/> from ties in any order.</summary>
public static class GraphBuilder
{
    /// <summary>
    /// Builds the graph by counting sort: self-ties are dropped, parallel ties merged into one, both are counted
    /// in the result.
    /// </summary>
    /// <param name="nodeCount">Number of nodes; ties name nodes from 0 to this, exclusive.</param>
    /// <param name="ties">Ties in any order. In an undirected graph a–b and b–a are parallel.</param>
    /// <param name="directed">False lets every tie count both ways.</param>
    /// <param name="parallel">What becomes of parallel ties: strengths are added in the order given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A node lies outside the graph, or the node count is negative.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A strength is not positive and finite, or those of parallel ties add up to more than a double holds.
    /// </exception>
    /// <remarks>Cost: O(nodes + ties) time; one transient copy of the arcs.</remarks>
    public static InteractionGraph Build(
        int nodeCount, ReadOnlySpan<Tie> ties, bool directed, ParallelTies parallel = ParallelTies.AddStrengths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        var selfTieCount = Validate(nodeCount, ties);
        var outRows = Scatter(nodeCount, ties, bothWays: !directed);
        if (!directed)
        {
            var rows = MergeParallel(Transpose(outRows), parallel, out var mergedArcs);
            return new(false, rows, rows, selfTieCount, mergedArcs / 2);
        }
        // Transposing twice sorts every row: the second pass visits rows in ascending order.
        var inRows = MergeParallel(Transpose(outRows), parallel, out var merged);
        return new(true, Transpose(inRows), inRows, selfTieCount, merged);
    }

    private static int Validate(int nodeCount, ReadOnlySpan<Tie> ties)
    {
        var selfTieCount = 0;
        for (var i = 0; i < ties.Length; i++)
        {
            var tie = ties[i];
            if ((uint)tie.Source >= (uint)nodeCount || (uint)tie.Target >= (uint)nodeCount)
                throw new ArgumentOutOfRangeException(
                    nameof(ties),
                    $"Tie {i} ({tie.Source} → {tie.Target}) names a node outside 0 … {nodeCount - 1}.");
            if (!(tie.Strength > 0 && double.IsFinite(tie.Strength)))
                throw new ArgumentException(
                    $"Tie {i} has strength {tie.Strength}; a strength is positive and finite.", nameof(ties));
            if (tie.Source == tie.Target)
                selfTieCount++;
        }
        return selfTieCount;
    }

    private static CompressedRows Scatter(int nodeCount, ReadOnlySpan<Tie> ties, bool bothWays)
    {
        var rows = new CountingSort(nodeCount);
        foreach (var tie in ties)
        {
            if (tie.Source == tie.Target)
                continue;
            rows.Count(tie.Source);
            if (bothWays)
                rows.Count(tie.Target);
        }
        var offsets = rows.Offsets();
        var neighbours = new int[offsets[nodeCount]];
        var strengths = new double[neighbours.Length];
        foreach (var tie in ties)
        {
            if (tie.Source == tie.Target)
                continue;
            var place = rows.Place(tie.Source);
            (neighbours[place], strengths[place]) = (tie.Target, tie.Strength);
            if (!bothWays)
                continue;
            place = rows.Place(tie.Target);
            (neighbours[place], strengths[place]) = (tie.Source, tie.Strength);
        }
        return new(offsets, neighbours, strengths);
    }

    private static CompressedRows Transpose(CompressedRows rows)
    {
        var nodeCount = rows.Offsets.Length - 1;
        var turned = new CountingSort(nodeCount);
        foreach (var neighbour in rows.Neighbours)
            turned.Count(neighbour);
        var offsets = turned.Offsets();
        var neighbours = new int[rows.Neighbours.Length];
        var strengths = new double[neighbours.Length];
        for (var row = 0; row < nodeCount; row++)
        {
            for (var arc = rows.Offsets[row]; arc < rows.Offsets[row + 1]; arc++)
            {
                var place = turned.Place(rows.Neighbours[arc]);
                (neighbours[place], strengths[place]) = (row, rows.Strengths[arc]);
            }
        }
        return new(offsets, neighbours, strengths);
    }

    /// <summary>Merges equal neighbours, which stand side by side in a sorted row.</summary>
    private static CompressedRows MergeParallel(CompressedRows rows, ParallelTies parallel, out int mergedCount)
    {
        var nodeCount = rows.Offsets.Length - 1;
        var offsets = new int[nodeCount + 1];
        var kept = 0;
        for (var row = 0; row < nodeCount; row++)
        {
            var rowStart = kept;
            for (var arc = rows.Offsets[row]; arc < rows.Offsets[row + 1]; arc++)
            {
                if (kept > rowStart && rows.Neighbours[kept - 1] == rows.Neighbours[arc])
                {
                    ref var merged = ref rows.Strengths[kept - 1];
                    merged = parallel == ParallelTies.AddStrengths
                        ? merged + rows.Strengths[arc]
                        : Math.Min(merged, rows.Strengths[arc]);
                    if (!double.IsFinite(merged))
                        Throw.StrengthsAddUpTooHigh(rows.Neighbours[arc], row);
                    continue;
                }
                rows.Neighbours[kept] = rows.Neighbours[arc];
                rows.Strengths[kept++] = rows.Strengths[arc];
            }
            offsets[row + 1] = kept;
        }
        mergedCount = rows.Neighbours.Length - kept;
        return mergedCount == 0
            ? rows
            : new(offsets, rows.Neighbours[..kept], rows.Strengths[..kept]);
    }
}

/// <summary>How <see cref="GraphBuilder"/> makes one tie of several between the same two nodes.</summary>
public enum ParallelTies
{
    /// <summary>The strengths add up.</summary>
    AddStrengths,

    /// <summary>The least number stays: for lists that hold lengths, of which the shortest counts.</summary>
    KeepLeast,
}
