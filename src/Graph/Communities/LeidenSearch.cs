namespace InfluencerMap.Graph.Kernels;

/// <summary>Rounds and levels of the Leiden algorithm over one graph. Safe for several seeds at once.</summary>
internal sealed class LeidenSearch
{
    /// <summary>
    /// How much less than the best a choice may gain and still be likely, in mean weights: the authors' 0.01.
    /// </summary>
    private const double Randomness = 0.01;

    /// <summary>Far above any weight, so that nothing holds together; its products stay finite.</summary>
    private const double ResolutionMax = 1e150;

    private const ulong AgreedPlace = 1;

    private readonly InteractionGraph _graph;
    private readonly LeidenOptions _options;
    private readonly LevelGraph _ground;
    private readonly int _exponent;
    private readonly double _resolution;
    private readonly double _spread;

    public LeidenSearch(InteractionGraph graph, LeidenOptions options)
    {
        (_graph, _options) = (graph, options);
        _ground = LevelGraph.Of(graph, options.UseStrengths, IsModularity, out _exponent);
        _resolution = Math.Min(
            !IsModularity ? Math.ScaleB(options.Resolution, _exponent)
                : HasTies ? options.Resolution / (2 * _ground.Between) : 0,
            ResolutionMax);
        _spread = Math.Max(Randomness * 2 * _ground.Between / Math.Max(_ground.Targets.Length, 1), double.Epsilon);
    }

    private bool IsModularity => _options.Quality == CommunityQuality.Modularity;

    private bool HasTies => _ground.Between > 0;

    public Communities From(ulong seed, CancellationToken cancellation) =>
        From([.. Enumerable.Range(0, _ground.VertexCount)], [], seed, cancellation);

    /// <summary>
    /// Nodes that several searches all keep together stay together while their groups are looked for anew, from as
    /// many seeds; the best of them is where one more search begins.
    /// </summary>
    /// <remarks>Core groups of an ensemble: Ovelgönne and Geyer-Schulz 2012.</remarks>
    public Communities FromAgreed(Communities[] found, ulong seed, int threads, CancellationToken cancellation)
    {
        var agreedOf = Agreed(found, out var count);
        var merged = _ground.Merged(agreedOf, count);
        var searches = new (int[] GroupOf, List<double> Levels)[found.Length];
        Parallel.For(0, searches.Length, Workers.Of(threads, cancellation), place =>
        {
            var levels = new List<double>();
            int[] alone = [.. Enumerable.Range(0, count)];
            var random = Hash.Of(seed, (ulong)place, AgreedPlace);
            searches[place] = (Rounds(merged, alone, random, levels, cancellation).GroupOf, levels);
        });
        var (groupOf, bestLevels) = searches[0];
        foreach (var search in searches)
            if (search.Levels[^1] > bestLevels[^1])
                (groupOf, bestLevels) = search;
        return From(Array.ConvertAll(agreedOf, agreed => groupOf[agreed]), bestLevels, seed, cancellation);
    }

    /// <summary>By node, a number that nodes share whom every search keeps together and ties connect.</summary>
    private int[] Agreed(Communities[] found, out int count)
    {
        var agreedOf = new int[_ground.VertexCount];
        foreach (var one in found)
        {
            var numbers = new Dictionary<(int, int), int>();
            for (var vertex = 0; vertex < agreedOf.Length; vertex++)
            {
                var both = (agreedOf[vertex], one.OfNode[vertex]);
                if (!numbers.TryGetValue(both, out agreedOf[vertex]))
                    numbers[both] = agreedOf[vertex] = numbers.Count;
            }
        }
        agreedOf = Pieces(_ground, agreedOf);
        count = VertexGroups.Renumber(agreedOf);
        return agreedOf;
    }

    private Communities From(int[] groupOf, List<double> levels, ulong seed, CancellationToken cancellation)
    {
        (groupOf, var isSettled) = Rounds(_ground, groupOf, seed, levels, cancellation);
        var (ofNode, sizes) = Communities.Numbered(groupOf);
        return new()
        {
            OfNode = ofNode,
            Sizes = sizes,
            Quality = QualityOf(ofNode),
            Levels = levels,
            IsSettled = isSettled,
            Seed = seed,
            Definition = Define(),
        };
    }

    private (int[] GroupOf, bool IsSettled) Rounds(
        LevelGraph graph, int[] groupOf, ulong seed, List<double> levels, CancellationToken cancellation)
    {
        var isSettled = !HasTies;
        for (var round = 0; round < _options.IterationsMax && !isSettled; round++)
        {
            int[] before = [.. groupOf];
            var random = new Hash(seed, (ulong)round);
            groupOf = Improve(graph, groupOf, ref random, levels, cancellation);
            isSettled = before.AsSpan().SequenceEqual(groupOf);
        }
        return (groupOf, isSettled);
    }

    /// <summary>By node, its group, numbered from 0 without gaps.</summary>
    public double? QualityOf(int[] groupOf)
    {
        if (IsModularity && !HasTies)
            return null;
        return QualityOf(_ground, groupOf);
    }

    /// <summary>One round: levels until no two vertices of the last one are in one group.</summary>
    private int[] Improve(
        LevelGraph graph, int[] groupOf, ref Hash random, List<double> levels, CancellationToken cancellation)
    {
        int[] vertexOf = [.. Enumerable.Range(0, graph.VertexCount)];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            new LocalMoving(graph, _resolution, groupOf).Run(ref random, cancellation);
            var groupCount = VertexGroups.Renumber(groupOf);
            levels.Add(QualityOf(graph, groupOf));
            if (groupCount == graph.VertexCount)
                break;
            var partOf = new Refinement(graph, _resolution, _spread, groupOf, groupCount).Run(ref random, cancellation);
            var partCount = VertexGroups.Renumber(partOf);
            if (partCount == graph.VertexCount)
            {
                // Nothing holds together well; what is left of the groups is what is connected.
                partOf = Pieces(graph, groupOf);
                partCount = VertexGroups.Renumber(partOf);
                groupOf = partOf;
            }
            groupOf = GroupsOfParts(groupOf, partOf, partCount);
            graph = graph.Merged(partOf, partCount);
            foreach (ref var vertex in vertexOf.AsSpan())
                vertex = partOf[vertex];
        }
        int[] groups = [.. vertexOf.Select(vertex => groupOf[vertex])];
        VertexGroups.Renumber(groups);
        return groups;
    }

    private static int[] GroupsOfParts(int[] groupOf, int[] partOf, int partCount)
    {
        var groups = new int[partCount];
        for (var vertex = 0; vertex < partOf.Length; vertex++)
            groups[partOf[vertex]] = groupOf[vertex];
        VertexGroups.Renumber(groups);
        return groups;
    }

    private static int[] Pieces(LevelGraph graph, int[] groupOf)
    {
        var pieces = new UnionFind(graph.VertexCount);
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
            for (var arc = graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
                if (groupOf[graph.Targets[arc]] == groupOf[vertex])
                    pieces.Join(vertex, graph.Targets[arc]);
        return [.. Enumerable.Range(0, graph.VertexCount).Select(pieces.RootOf)];
    }

    private double QualityOf(LevelGraph graph, int[] groupOf)
    {
        var sizes = new double[groupOf.Length];
        var inside = 0.0;
        for (var vertex = 0; vertex < groupOf.Length; vertex++)
        {
            sizes[groupOf[vertex]] += graph.Sizes[vertex];
            for (var arc = graph.Offsets[vertex]; arc < graph.Offsets[vertex + 1]; arc++)
                if (groupOf[graph.Targets[arc]] == groupOf[vertex])
                    inside += graph.Weights[arc];
        }
        inside = graph.Inside + inside / 2;
        var whole = IsModularity ? 2 * _ground.Between : 1;
        var squares = 0.0;
        foreach (var size in sizes)
            squares += size / whole * (size / whole);
        return IsModularity
            ? inside / _ground.Between - _options.Resolution * squares
            : Math.ScaleB(inside, -_exponent) - _options.Resolution * (squares - _graph.NodeCount) / 2;
    }

    private string Define() =>
        $"Leiden communities by {(IsModularity ? "modularity" : "the constant Potts model")}, resolution "
        + $"{_options.Resolution}, {(_options.UseStrengths ? "by strength" : "all ties equal")}"
        + $"{(_graph.IsDirected ? ", both directions added" : "")}";
}
