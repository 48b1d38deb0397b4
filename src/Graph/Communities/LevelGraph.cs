namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// The graph of one level of the Leiden algorithm: its vertices are nodes, or sets of nodes found to belong together.
/// Undirected; ties inside a vertex are kept as one sum.
/// </summary>
internal sealed class LevelGraph
{
    private LevelGraph(int[] offsets, int[] targets, double[] weights, double[] sizes, double inside)
    {
        (Offsets, Targets, Weights, Sizes, Inside) = (offsets, targets, weights, sizes, inside);
        WeightSums = new double[sizes.Length];
        for (var vertex = 0; vertex < WeightSums.Length; vertex++)
            WeightSums[vertex] = Degree.RowSum(offsets, weights, vertex);
        foreach (var sum in WeightSums)
            Between += sum / 2;
    }

    public int[] Offsets { get; }

    public int[] Targets { get; }

    /// <summary>Parallel to <see cref="Targets"/>.</summary>
    public double[] Weights { get; }

    /// <summary>By vertex, the sum of the weights of its arcs.</summary>
    public double[] WeightSums { get; }

    /// <summary>By vertex, what its size counts as: the number of its nodes, or the sum of their weights.</summary>
    public double[] Sizes { get; }

    /// <summary>Weight of the ties inside vertices.</summary>
    public double Inside { get; }

    /// <summary>Weight of the ties between vertices.</summary>
    public double Between { get; }

    public int VertexCount => Sizes.Length;

    /// <summary>
    /// Level 0: a vertex for each node. Weights are the strengths times one power of two, so that no sum overflows.
    /// </summary>
    /// <param name="graph">Directed: the strengths of both directions of a pair add up.</param>
    /// <param name="useStrengths">False reads every arc as 1.</param>
    /// <param name="byWeight">Whether a vertex is as large as its weights; else it counts one.</param>
    /// <param name="exponent">Of the power of two.</param>
    public static LevelGraph Of(InteractionGraph graph, bool useStrengths, bool byWeight, out int exponent)
    {
        var strongest = 0.0;
        foreach (var strength in graph.OutStrengths)
            strongest = Math.Max(strongest, strength);
        var scale = exponent = useStrengths && strongest > 0 ? -Math.ILogB(strongest) : 0;
        var (offsets, targets, weights) = graph.IsDirected ? BothWays(graph, WeightOf) : OneWay(graph, WeightOf);
        var sizes = new double[graph.NodeCount];
        for (var vertex = 0; vertex < sizes.Length; vertex++)
            sizes[vertex] = byWeight ? Degree.RowSum(offsets, weights, vertex) : 1;
        return new(offsets, targets, weights, sizes, 0);

        double WeightOf(double strength) => useStrengths ? Math.ScaleB(strength, scale) : 1;
    }

    /// <summary>The next level: a vertex for each group of vertices.</summary>
    /// <param name="groupOf">By vertex, its group, from 0.</param>
    /// <param name="groupCount">Number of groups.</param>
    public LevelGraph Merged(int[] groupOf, int groupCount)
    {
        var members = new VertexGroups(groupOf, groupCount);
        var offsets = new int[groupCount + 1];
        var targets = new List<int>();
        var weights = new List<double>();
        var sizes = new double[groupCount];
        var inside = 0.0;
        var sums = new WeightSums(groupCount);
        for (var group = 0; group < groupCount; group++)
        {
            foreach (var vertex in members.Of(group))
            {
                sizes[group] += Sizes[vertex];
                for (var arc = Offsets[vertex]; arc < Offsets[vertex + 1]; arc++)
                    sums.Add(groupOf[Targets[arc]], Weights[arc]);
            }
            foreach (var other in sums.Met)
                if (other != group)
                {
                    targets.Add(other);
                    weights.Add(sums[other]);
                }
            // Each tie inside the group was met from both of its ends.
            inside += sums[group] / 2;
            sums.Clear();
            offsets[group + 1] = targets.Count;
        }
        return new(offsets, [.. targets], [.. weights], sizes, Inside + inside);
    }

    private static (int[] Offsets, int[] Targets, double[] Weights) OneWay(
        InteractionGraph graph, Func<double, double> weightOf)
    {
        var weights = new double[graph.ArcCount];
        for (var arc = 0; arc < weights.Length; arc++)
            weights[arc] = weightOf(graph.OutStrengths[arc]);
        return (graph.OutOffsets.ToArray(), graph.OutTargets.ToArray(), weights);
    }

    /// <summary>Each row is the ordered union of a node's outgoing and incoming ties.</summary>
    private static (int[] Offsets, int[] Targets, double[] Weights) BothWays(
        InteractionGraph graph, Func<double, double> weightOf)
    {
        var offsets = new int[graph.NodeCount + 1];
        var targets = new List<int>(graph.ArcCount);
        var weights = new List<double>(graph.ArcCount);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            int to = graph.OutOffsets[node], from = graph.InOffsets[node];
            while (to < graph.OutOffsets[node + 1] || from < graph.InOffsets[node + 1])
            {
                var target = to < graph.OutOffsets[node + 1] ? graph.OutTargets[to] : int.MaxValue;
                var source = from < graph.InOffsets[node + 1] ? graph.InSources[from] : int.MaxValue;
                var weight = target <= source ? weightOf(graph.OutStrengths[to++]) : 0;
                targets.Add(Math.Min(target, source));
                weights.Add(weight + (source <= target ? weightOf(graph.InStrengths[from++]) : 0));
            }
            offsets[node + 1] = targets.Count;
        }
        return (offsets, [.. targets], [.. weights]);
    }
}
