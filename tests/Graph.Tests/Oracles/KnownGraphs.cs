namespace InfluencerMap.Graph.Tests;

/// <summary>Small graphs whose scores are published or follow by hand.</summary>
internal static class KnownGraphs
{
    /// <summary>Node 0 tied to all others.</summary>
    public static InteractionGraph Star(int nodeCount) =>
        Build(nodeCount, directed: false, Enumerable.Range(1, nodeCount - 1).Select(leaf => (0, leaf)));

    /// <summary>0 – 1 – 2 – …</summary>
    public static InteractionGraph Path(int nodeCount, bool directed = false) =>
        Build(nodeCount, directed, Enumerable.Range(1, Math.Max(nodeCount - 1, 0)).Select(node => (node - 1, node)));

    /// <summary>A ring.</summary>
    public static InteractionGraph Cycle(int nodeCount, bool directed = false) =>
        Build(nodeCount, directed, Enumerable.Range(0, nodeCount).Select(node => (node, (node + 1) % nodeCount)));

    /// <summary>Rows × columns, tied to the right and below.</summary>
    public static InteractionGraph Grid(int rows, int columns)
    {
        var cells = Enumerable.Range(0, rows * columns).ToArray();
        var right = cells.Where(cell => cell % columns < columns - 1).Select(cell => (cell, cell + 1));
        var below = cells.Where(cell => cell / columns < rows - 1).Select(cell => (cell, cell + columns));
        return Build(rows * columns, directed: false, right.Concat(below));
    }

    /// <summary>
    /// A chain of diamonds: joint 3i, its two equal detours 3i + 1 and 3i + 2, the next joint 3(i + 1). Every diamond
    /// doubles the number of shortest paths from end to end.
    /// </summary>
    public static InteractionGraph Ladder(int diamondCount) =>
        Build(3 * diamondCount + 1, directed: false, Enumerable.Range(0, diamondCount).SelectMany(diamond =>
        {
            var joint = 3 * diamond;
            return new[] { (joint, joint + 1), (joint, joint + 2), (joint + 1, joint + 3), (joint + 2, joint + 3) };
        }));

    /// <summary>Krackhardt's kite of ten people (Krackhardt 1990): 3 has most ties, 7 is most between.</summary>
    public static InteractionGraph Kite() => Build(10, directed: false,
    [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5),
        (3, 4), (3, 5), (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
    ]);

    /// <summary>Zachary's karate club (Zachary 1977): 34 members, 78 ties; 0 and 33 lead the two sides.</summary>
    public static InteractionGraph KarateClub() => Build(34, directed: false,
    [
        (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13), (0, 17),
        (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30), (2, 3),
        (2, 7), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12), (3, 13), (4, 6), (4, 10),
        (5, 6), (5, 10), (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32), (14, 33),
        (15, 32), (15, 33), (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27),
        (23, 29), (23, 32), (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33), (27, 33), (28, 31),
        (28, 33), (29, 32), (29, 33), (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
    ]);

    /// <summary>
    /// 149 nodes, 151 arcs on which published samplers fail: three ways through x = 45 and one through y = 46 join at
    /// z, and a search from both ends meets beyond it.
    /// </summary>
    public static InteractionGraph CounterExample()
    {
        const int root = 40, x = 45, y = 46, z = 47, w = 48;
        var ties = new List<(int, int)>();
        for (var source = 0; source < 40; source++)
            ties.Add((source, root));
        for (var detour = root + 1; detour <= root + 4; detour++)
        {
            ties.Add((root, detour));
            ties.Add((detour, detour < root + 4 ? x : y));
        }
        ties.AddRange([(x, z), (y, z), (z, w)]);
        for (var feeder = 49; feeder < 109; feeder++)
            ties.Add((feeder, w));
        for (var target = 109; target < 149; target++)
            ties.Add((w, target));

        return Build(149, directed: true, ties);
    }

    /// <summary>A graph from pairs, every tie of strength 1.</summary>
    public static InteractionGraph Build(int nodeCount, bool directed, IEnumerable<(int Source, int Target)> pairs) =>
        GraphBuilder.Build(nodeCount, [.. pairs.Select(pair => new Tie(pair.Source, pair.Target))], directed);
}
