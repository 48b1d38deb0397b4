using InfluencerMap.Graph;
using QuikGraph;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>Brandes as one writes it over QuikGraph's interfaces: what its users would otherwise have.</summary>
internal static class InterfaceBrandes
{
    public static void AddSource(IVertexListGraph<int, Tie> graph, int source, Dictionary<int, double> scores)
    {
        var distance = new Dictionary<int, int> { [source] = 0 };
        var paths = new Dictionary<int, double> { [source] = 1 };
        var queue = new Queue<int>([source]);
        var order = new Stack<int>();
        while (queue.TryDequeue(out var node))
        {
            order.Push(node);
            foreach (var tie in graph.OutEdges(node))
            {
                if (distance.TryAdd(tie.Target, distance[node] + 1))
                    queue.Enqueue(tie.Target);
                if (distance[tie.Target] == distance[node] + 1)
                    paths[tie.Target] = paths.GetValueOrDefault(tie.Target) + paths[node];
            }
        }
        var dependency = new Dictionary<int, double>();
        foreach (var node in order)
        {
            foreach (var tie in graph.OutEdges(node))
                if (distance[tie.Target] == distance[node] + 1)
                    dependency[node] = dependency.GetValueOrDefault(node)
                        + paths[node] / paths[tie.Target] * (1 + dependency.GetValueOrDefault(tie.Target));
            if (node != source)
                scores[node] = scores.GetValueOrDefault(node) + dependency.GetValueOrDefault(node);
        }
    }
}
