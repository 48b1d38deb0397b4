namespace QuikGraph;

public interface IEdge<out TVertex>
{
    TVertex Source { get; }
    TVertex Target { get; }
}

public interface IGraph<TVertex, TEdge> where TEdge : IEdge<TVertex>
{
    bool IsDirected { get; }
    bool AllowParallelEdges { get; }
}

public interface IImplicitVertexSet<in TVertex>
{
    bool ContainsVertex(TVertex vertex);
}

public interface IVertexSet<TVertex> : IImplicitVertexSet<TVertex>
{
    bool IsVerticesEmpty { get; }
    int VertexCount { get; }
    IEnumerable<TVertex> Vertices { get; }
}

public interface IEdgeSet<TVertex, TEdge> where TEdge : IEdge<TVertex>
{
    bool IsEdgesEmpty { get; }
    int EdgeCount { get; }
    IEnumerable<TEdge> Edges { get; }
    bool ContainsEdge(TEdge edge);
}

public interface IImplicitGraph<TVertex, TEdge> : IGraph<TVertex, TEdge>, IImplicitVertexSet<TVertex>
    where TEdge : IEdge<TVertex>
{
    bool IsOutEdgesEmpty(TVertex vertex);
    int OutDegree(TVertex vertex);
    IEnumerable<TEdge> OutEdges(TVertex vertex);
    bool TryGetOutEdges(TVertex vertex, out IEnumerable<TEdge> edges);
    TEdge OutEdge(TVertex vertex, int index);
}

public interface IIncidenceGraph<TVertex, TEdge> : IImplicitGraph<TVertex, TEdge> where TEdge : IEdge<TVertex>
{
    bool ContainsEdge(TVertex source, TVertex target);
    bool TryGetEdge(TVertex source, TVertex target, out TEdge edge);
    bool TryGetEdges(TVertex source, TVertex target, out IEnumerable<TEdge> edges);
}

public interface IVertexListGraph<TVertex, TEdge> : IIncidenceGraph<TVertex, TEdge>, IVertexSet<TVertex>
    where TEdge : IEdge<TVertex>;

public interface IEdgeListGraph<TVertex, TEdge> : IGraph<TVertex, TEdge>, IEdgeSet<TVertex, TEdge>, IVertexSet<TVertex>
    where TEdge : IEdge<TVertex>;

public interface IVertexAndEdgeListGraph<TVertex, TEdge>
    : IVertexListGraph<TVertex, TEdge>, IEdgeListGraph<TVertex, TEdge>
    where TEdge : IEdge<TVertex>;

public interface IBidirectionalIncidenceGraph<TVertex, TEdge> : IIncidenceGraph<TVertex, TEdge>
    where TEdge : IEdge<TVertex>
{
    bool IsInEdgesEmpty(TVertex vertex);
    int InDegree(TVertex vertex);
    IEnumerable<TEdge> InEdges(TVertex vertex);
    bool TryGetInEdges(TVertex vertex, out IEnumerable<TEdge> edges);
    TEdge InEdge(TVertex vertex, int index);
    int Degree(TVertex vertex);
}

public interface IBidirectionalGraph<TVertex, TEdge>
    : IVertexAndEdgeListGraph<TVertex, TEdge>, IBidirectionalIncidenceGraph<TVertex, TEdge>
    where TEdge : IEdge<TVertex>;

public struct SEdge<TVertex>(TVertex source, TVertex target) : IEdge<TVertex>
{
    public TVertex Source { get; } = source;
    public TVertex Target { get; } = target;
    public override readonly string ToString() => $"{Source} -> {Target}";
}

public abstract class QuikGraphException : Exception
{
    protected QuikGraphException(string message, Exception innerException = null) : base(message, innerException) { }
}

public class VertexNotFoundException : QuikGraphException
{
    public VertexNotFoundException() : base("The graph does not hold this vertex.") { }
    public VertexNotFoundException(string message, Exception innerException = null) : base(message, innerException) { }
}
