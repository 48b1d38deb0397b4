namespace InfluencerMap.Collectors;

/// <summary>Dense numbers for the ids of an edge list, in ascending order of id.</summary>
internal sealed class NodeNumbering
{
    private const int SpareTableEntries = 1 << 20;

    private readonly int[]? _nodeById;
    private readonly Dictionary<long, int>? _sparse;

    private NodeNumbering(long[] ids, int[]? nodeById, Dictionary<long, int>? sparse) =>
        (Ids, _nodeById, _sparse) = (ids, nodeById, sparse);

    /// <summary>The id of each node, ascending.</summary>
    public long[] Ids { get; }

    /// <summary>The node of an id that occurs.</summary>
    public int this[long id] => _nodeById is not null ? _nodeById[id] : _sparse![id];

    /// <summary>A table where it would not be much larger than the list itself, else a dictionary.</summary>
    public static NodeNumbering Of(ReadOnlySpan<ListedEdge> edges)
    {
        var idMax = -1L;
        foreach (var edge in edges)
            idMax = Math.Max(idMax, Math.Max(edge.Source, edge.Target));
        return idMax < 4L * edges.Length + SpareTableEntries ? ByTable(edges, (int)idMax) : ByDictionary(edges);
    }

    private static NodeNumbering ByTable(ReadOnlySpan<ListedEdge> edges, int idMax)
    {
        var nodeById = new int[idMax + 1];
        foreach (var edge in edges)
            nodeById[edge.Source] = nodeById[edge.Target] = 1;
        var ids = new long[nodeById.AsSpan().Count(1)];
        var node = 0;
        for (var id = 0; id <= idMax; id++)
        {
            if (nodeById[id] == 0)
                continue;
            ids[node] = id;
            nodeById[id] = node++;
        }
        return new(ids, nodeById, null);
    }

    private static NodeNumbering ByDictionary(ReadOnlySpan<ListedEdge> edges)
    {
        var seen = new HashSet<long>();
        foreach (var edge in edges)
        {
            seen.Add(edge.Source);
            seen.Add(edge.Target);
        }
        long[] ids = [.. seen.Order()];
        var nodes = new Dictionary<long, int>(ids.Length);
        foreach (var id in ids)
            nodes.Add(id, nodes.Count);
        return new(ids, null, nodes);
    }
}
