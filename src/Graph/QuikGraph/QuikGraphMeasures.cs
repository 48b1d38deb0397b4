using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>
/// The measures of this library on any QuikGraph graph, directed or undirected as its <c>IsDirected</c> says.
/// Each call copies the graph once into arrays; vertices need the equality that a dictionary needs.
/// </summary>
public static class QuikGraphMeasures
{
    extension<TVertex, TEdge>(IEdgeListGraph<TVertex, TEdge> graph)
        where TVertex : notnull
        where TEdge : IEdge<TVertex>
    {
        /// <summary>Copies the graph, to be measured several times or by a measure that has no call here.</summary>
        /// <param name="vertices">The caller's vertices in node order.</param>
        /// <param name="strengths">
        /// Strength of an edge, positive and finite, parallel edges adding theirs; 1 an edge where none is given.
        /// </param>
        /// <returns>The copy without self-edges; an <see cref="InteractionGraph"/> is returned as it is.</returns>
        /// <exception cref="ArgumentException">A strength is not positive and finite.</exception>
        public InteractionGraph ToInteractionGraph(out TVertex[] vertices, Func<TEdge, double>? strengths = null)
        {
            var frozen = FrozenGraph<TVertex>.WithStrengths(graph, strengths);
            vertices = frozen.Vertices;
            return frozen.Graph;
        }
    }
}
