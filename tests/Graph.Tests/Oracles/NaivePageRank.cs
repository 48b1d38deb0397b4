using MathNet.Numerics.LinearAlgebra;

namespace InfluencerMap.Graph.Tests;

/// <summary>PageRank as the solution of its linear equations, with a dense matrix and no iteration.</summary>
internal static class NaivePageRank
{
    public static double[] Compute(InteractionGraph graph, double damping, bool useStrengths, double[]? start = null)
    {
        var nodeCount = graph.NodeCount;
        var anew = start is null
            ? Vector<double>.Build.Dense(nodeCount, 1.0 / nodeCount)
            : Vector<double>.Build.Dense(start);
        var walk = Matrix<double>.Build.Dense(nodeCount, nodeCount);
        for (var source = 0; source < nodeCount; source++)
        {
            for (var arc = graph.OutOffsets[source]; arc < graph.OutOffsets[source + 1]; arc++)
                walk[graph.OutTargets[arc], source] = useStrengths ? graph.OutStrengths[arc] : 1;
            var sum = walk.Column(source).Sum();
            walk.SetColumn(source, sum > 0 ? walk.Column(source) / sum : anew);
        }
        return [.. (Matrix<double>.Build.DenseIdentity(nodeCount) - damping * walk).Solve((1 - damping) * anew)];
    }
}
