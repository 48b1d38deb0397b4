using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>Paths between those who stay, counted with and without those who leave.</summary>
internal sealed record LostPaths(
    double Connected, double CutOff, double Longer, double ExtraStepsMean, int SourceCount)
{
    public static LostPaths Count(
        InteractionGraph before, InteractionGraph after, bool[] isGone, CancellationToken cancellation)
    {
        Node[] staying = [.. Node.Each(isGone.Length).Where(node => !isGone[node])];
        var sourceCount = Departure.SourceCountOf(staying.Length);
        var (paths, pathsLeft) = (new ShortestPaths(before), new ShortestPaths(after));
        var (connected, cutOff, longer, extraSteps) = (0L, 0L, 0L, 0L);
        for (var i = 0; i < sourceCount; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var source = staying[(long)i * staying.Length / sourceCount];
            paths.Search(source);
            pathsLeft.Search(source);
            foreach (var target in staying)
            {
                var (steps, stepsLeft) = (paths.Distances[target], pathsLeft.Distances[target]);
                if (target == source || steps < 0)
                    continue;
                connected++;
                cutOff += stepsLeft < 0 ? 1 : 0;
                longer += stepsLeft > steps ? 1 : 0;
                extraSteps += stepsLeft > steps ? stepsLeft - steps : 0;
            }
        }
        var scale = (double)staying.Length / Math.Max(1, sourceCount) / (before.IsDirected ? 1 : 2);
        return new(
            scale * connected, scale * cutOff, scale * longer, longer > 0 ? (double)extraSteps / longer : 0,
            sourceCount);
    }
}
