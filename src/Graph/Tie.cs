using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>A directed, weighted tie between two nodes of one graph.</summary>
/// <param name="Source">Node that the interactions came from, 0-based.</param>
/// <param name="Target">Node that they went to, 0-based.</param>
/// <param name="Strength">
/// How strong the tie is: positive, finite, larger is closer. A strength is never a distance;
/// shortest paths take <see cref="TieLengths"/>.
/// </param>
public readonly record struct Tie(int Source, int Target, double Strength = 1) : IEdge<int>;
