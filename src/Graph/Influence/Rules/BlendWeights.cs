namespace InfluencerMap.Graph.Influence;

/// <summary>How much each measure's standing adds to the score; the three sum to 1.</summary>
/// <remarks>
/// Betweenness leads because the question is who carries word between people who do not talk. Reach in two steps is the
/// horizon that field studies support best. PageRank is the one of the three that reads strengths, and steadies the
/// blend. Starting points, to be fitted where nominations exist; docs/measures.md gives the sources.
/// </remarks>
/// <param name="Betweenness">Weight of the standing by betweenness.</param>
/// <param name="Reach">Weight of the standing by reach in two steps.</param>
/// <param name="PageRank">Weight of the standing by PageRank.</param>
public sealed record BlendWeights(double Betweenness = 0.5, double Reach = 0.3, double PageRank = 0.2)
{
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the three do not sum to 1.</exception>
    internal void Validate()
    {
        var sum = Betweenness + Reach + PageRank;
        if (Betweenness < 0 || Reach < 0 || PageRank < 0 || !(Math.Abs(sum - 1) <= 1e-9))
            Throw.OptionOutside("Blend", sum, "three weights from 0 that sum to 1");
    }
}
