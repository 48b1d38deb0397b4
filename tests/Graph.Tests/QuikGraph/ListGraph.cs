using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace InfluencerMap.Graph.Tests;

/// <summary>The plainest QuikGraph graph there can be, so that the suite needs no container of the package.</summary>
internal sealed class ListGraph<TVertex>(bool isDirected, TVertex[] vertices, params SEdge<TVertex>[] edges)
    : IVertexAndEdgeListGraph<TVertex, SEdge<TVertex>> where TVertex : notnull
{
    public bool IsDirected => isDirected;
    public bool AllowParallelEdges => true;
    public bool IsVerticesEmpty => vertices.Length == 0;
    public int VertexCount => vertices.Length;
    public IEnumerable<TVertex> Vertices => vertices;
    public bool IsEdgesEmpty => edges.Length == 0;
    public int EdgeCount => edges.Length;
    public IEnumerable<SEdge<TVertex>> Edges => edges;

    public bool ContainsVertex(TVertex vertex) => vertices.Contains(vertex);
    public bool ContainsEdge(SEdge<TVertex> edge) => edges.Contains(edge);
    public bool ContainsEdge(TVertex source, TVertex target) => TryGetEdge(source, target, out _);
    public bool IsOutEdgesEmpty(TVertex vertex) => OutDegree(vertex) == 0;
    public int OutDegree(TVertex vertex) => OutEdges(vertex).Count();
    public IEnumerable<SEdge<TVertex>> OutEdges(TVertex vertex) => edges.Where(edge => edge.Source.Equals(vertex));
    public SEdge<TVertex> OutEdge(TVertex vertex, int index) => OutEdges(vertex).ElementAt(index);

    public bool TryGetOutEdges(TVertex vertex, [NotNullWhen(true)] out IEnumerable<SEdge<TVertex>>? found)
    {
        found = ContainsVertex(vertex) ? OutEdges(vertex) : null;
        return found is not null;
    }

    public bool TryGetEdge(TVertex source, TVertex target, out SEdge<TVertex> edge)
    {
        edge = OutEdges(source).FirstOrDefault(candidate => candidate.Target.Equals(target));
        return ContainsVertex(source) && OutEdges(source).Any(candidate => candidate.Target.Equals(target));
    }

    public bool TryGetEdges(
        TVertex source, TVertex target, [NotNullWhen(true)] out IEnumerable<SEdge<TVertex>>? found)
    {
        var known = ContainsVertex(source) && ContainsVertex(target);
        found = known ? OutEdges(source).Where(edge => edge.Target.Equals(target)) : null;
        return known;
    }
}
