namespace InfluencerMap.Graph;

/// <summary>A grouping of all nodes: each is in one community, and every community is connected.</summary>
public sealed record Communities
{
    /// <summary>
    /// By node, its community: 0 is the largest, and of equal ones that with the smallest node comes first.
    /// </summary>
    public required IReadOnlyList<int> OfNode { get; init; }

    /// <summary>By community, how many nodes it has; descending.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Number of communities; a node without ties is one of its own.</summary>
    public int Count => Sizes.Count;

    /// <summary>What was looked for, at the resolution asked for; null where it cannot be told.</summary>
    public required double? Quality { get; init; }

    /// <summary>Why <see cref="Quality"/> is null: modularity of a graph without ties. Else null.</summary>
    public Absence? WhyNoQuality => Quality is null ? Absence.NoTies : null;

    /// <summary>The quality after each level of each round: it never falls.</summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>
    /// Whether the last round found nothing to gain; false where it ended with
    /// <see cref="LeidenOptions.IterationsMax"/>.
    /// </summary>
    public required bool IsSettled { get; init; }

    /// <summary>The seed that these came from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What was computed and how, in words.</summary>
    public required string Definition { get; init; }

    /// <summary>Numbers groups by size, then by smallest node.</summary>
    internal static (int[] OfNode, int[] Sizes) Numbered(int[] groupOf)
    {
        int[] ofNode = [.. groupOf];
        var count = Kernels.VertexGroups.Renumber(ofNode);
        var sizes = new int[count];
        foreach (var group in ofNode)
            sizes[group]++;
        // Groups were numbered by their smallest node, which so decides between those of equal size.
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(group => sizes[group])];
        var places = new int[count];
        for (var place = 0; place < count; place++)
            places[order[place]] = place;
        return (Array.ConvertAll(ofNode, group => places[group]), Array.ConvertAll(order, group => sizes[group]));
    }
}
