using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>
/// An undirected graph as QuikGraph's undirected algorithms want it: each tie is one edge, the same from both ends,
/// with the lower vertex as its source. Copies nothing.
/// </summary>
/// <remarks>
/// No object can be both at once: <c>IsDirected</c>, <c>Edges</c> and <c>EdgeCount</c> have one answer each.
/// </remarks>
internal sealed class UndirectedFace(InteractionGraph graph) : IUndirectedGraph<int, Tie>
{
    private readonly IBidirectionalGraph<int, Tie> _arcs = graph;

    public InteractionGraph Graph => graph;

    public bool IsDirected => false;

    public bool AllowParallelEdges => false;

    public EdgeEqualityComparer<int> EdgeEqualityComparer => EdgeExtensions.UndirectedVertexEquality;

    public bool IsVerticesEmpty => _arcs.IsVerticesEmpty;

    public int VertexCount => graph.NodeCount;

    public IEnumerable<int> Vertices => _arcs.Vertices;

    public bool IsEdgesEmpty => graph.ArcCount == 0;

    public int EdgeCount => graph.ArcCount / 2;

    public IEnumerable<Tie> Edges => _arcs.Edges.Where(arc => arc.Source < arc.Target);

    public bool ContainsVertex(int vertex) => _arcs.ContainsVertex(vertex);

    /// <summary>Whichever end is called the source.</summary>
    public bool ContainsEdge(Tie edge) => _arcs.ContainsEdge(edge);

    public bool ContainsEdge(int source, int target) => _arcs.ContainsEdge(source, target);

    public bool TryGetEdge(int source, int target, out Tie edge) =>
        _arcs.TryGetEdge(Math.Min(source, target), Math.Max(source, target), out edge);

    public bool IsAdjacentEdgesEmpty(int vertex) => _arcs.IsOutEdgesEmpty(vertex);

    public int AdjacentDegree(int vertex) => _arcs.OutDegree(vertex);

    public IEnumerable<Tie> AdjacentEdges(int vertex) => _arcs.OutEdges(vertex).Select(FromLower);

    public Tie AdjacentEdge(int vertex, int index) => FromLower(_arcs.OutEdge(vertex, index));

    /// <summary>Algorithms compare edges by equality, so both arcs of a tie must be one value.</summary>
    private static Tie FromLower(Tie arc) =>
        arc.Source < arc.Target ? arc : new(arc.Target, arc.Source, arc.Strength);
}
