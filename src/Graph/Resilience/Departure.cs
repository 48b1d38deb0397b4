using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>
/// What the shortest paths of all others owe to one person, and what becomes of them without that person.
/// </summary>
internal sealed class Departure(Units units, int nodeCount)
{
    /// <summary>Up to this size the paths of everyone are searched, above it those of a sample.</summary>
    public const int ExactPersonCountMax = 5_000;
    public const int SampleSourceCount = 256;

    private readonly Dictionary<(int From, int To), (double Carried, double Connected)> _byUnits = [];
    private readonly int[] _reaching = new int[nodeCount], _cutOff = new int[nodeCount];
    private readonly int[] _reached = new int[nodeCount], _cutOffFrom = new int[nodeCount];

    /// <summary>People whose paths were searched; all others, or a sample.</summary>
    public int SourceCount { get; private set; }

    /// <summary>
    /// Pairs of others that have a path to each other; here and below each once where ties are undirected.
    /// </summary>
    public double PairsConnected { get; private set; }

    /// <summary>Those whose shortest paths run through the person, a pair counting by the share of its paths.</summary>
    public double PairsCarried { get; private set; }

    /// <summary>Pairs that would have no path at all.</summary>
    public double PairsCutOff { get; private set; }

    /// <summary>Pairs that would have a longer path.</summary>
    public double PairsLonger { get; private set; }

    /// <summary>Steps that the paths of those get longer by, on average.</summary>
    public double ExtraStepsMean { get; private set; }

    /// <summary>
    /// Nodes that would lose more than half of those who have a path to them, or that they have a path to; ascending.
    /// </summary>
    public IEnumerable<Node> ReachedOnlyThrough => Node.Each(_cutOff.Length)
        .Where(node => 2 * _cutOff[node] > _reaching[node] || 2 * _cutOffFrom[node] > _reached[node]);

    /// <summary>
    /// Pairs of different units, by what is carried times its share of all: much, and much of what there is, is first.
    /// </summary>
    public UnitBridge[] Bridges { get; private set; } = [];

    /// <summary>Share of the shortest paths between people of different units that run through the person.</summary>
    public double UnitPathShare =>
        Bridges.Sum(b => b.PairsCarried) / Math.Max(1, Bridges.Sum(b => b.PairsConnected));

    /// <summary>People who are searched from.</summary>
    public static int SourceCountOf(int personCount) =>
        personCount <= ExactPersonCountMax ? personCount : SampleSourceCount;

    public static Departure Of(InteractionGraph graph, Units units, Node leaver, CancellationToken cancellation)
    {
        var departure = new Departure(units, graph.NodeCount);
        var (fromLeaver, fromSource, without) =
            (new ShortestPaths(graph), new ShortestPaths(graph), new ShortestPaths(graph));
        fromLeaver.Search(leaver);
        var sourceCount = SourceCountOf(graph.NodeCount);
        for (var i = 0; i < sourceCount; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Nodes are in the order of keys, which say nothing of a person: every n-th is as good as drawn.
            var source = new Node((int)((long)i * graph.NodeCount / sourceCount));
            if (source == leaver)
                continue;
            fromSource.Search(source);
            departure.SourceCount++;
            if (departure.AddPaths(source, leaver, fromSource, fromLeaver))
                departure.AddLosses(source, leaver, fromSource, without);
        }
        departure.Finish(graph);
        return departure;
    }

    /// <summary>True where some target is reached by paths through the leaver only.</summary>
    private bool AddPaths(Node source, Node leaver, ShortestPaths fromSource, ShortestPaths fromLeaver)
    {
        var carried = new double[units.All.Count];
        var connected = new int[units.All.Count];
        var steps = fromSource.Distances;
        var dependsOnLeaver = false;
        for (var target = 0; target < steps.Length; target++)
        {
            if (target == source || target == leaver || steps[target] < 0)
                continue;
            connected[units.Of(new(target))]++;
            _reaching[target]++;
            _reached[source]++;
            if (steps[leaver] < 0 || fromLeaver.Distances[target] < 0
                || steps[leaver] + fromLeaver.Distances[target] != steps[target])
                continue;
            var share = fromSource.PathCounts[leaver] * fromLeaver.PathCounts[target] / fromSource.PathCounts[target];
            carried[units.Of(new(target))] += share;
            dependsOnLeaver |= share > 1 - 1e-9;
        }
        for (var unit = 0; unit < connected.Length; unit++)
        {
            if (connected[unit] == 0)
                continue;
            var key = (units.Of(source), unit);
            var (carriedBefore, connectedBefore) = _byUnits.GetValueOrDefault(key);
            _byUnits[key] = (carriedBefore + carried[unit], connectedBefore + connected[unit]);
        }
        return dependsOnLeaver;
    }

    private void AddLosses(Node source, Node leaver, ShortestPaths before, ShortestPaths after)
    {
        after.SearchSteps(source, without: leaver);
        var steps = before.Distances;
        var stepsWithout = after.Distances;
        for (var target = 0; target < steps.Length; target++)
        {
            if (target == leaver || steps[target] == stepsWithout[target])
                continue;
            if (stepsWithout[target] < 0)
            {
                PairsCutOff++;
                _cutOff[target]++;
                _cutOffFrom[source]++;
                continue;
            }
            PairsLonger++;
            ExtraStepsMean += stepsWithout[target] - steps[target];
        }
    }

    /// <summary>From sampled sources to all, and from both orders of a pair to one where ties are undirected.</summary>
    private void Finish(InteractionGraph graph)
    {
        ExtraStepsMean = PairsLonger > 0 ? ExtraStepsMean / PairsLonger : 0;
        var scale = (graph.NodeCount - 1.0) / Math.Max(1, SourceCount) / (graph.IsDirected ? 1 : 2);
        PairsCutOff *= scale;
        PairsLonger *= scale;
        PairsConnected = scale * _byUnits.Values.Sum(pair => pair.Connected);
        PairsCarried = scale * _byUnits.Values.Sum(pair => pair.Carried);
        Bridges =
        [
            .. _byUnits
                .Where(pair => pair.Key.From != pair.Key.To)
                .GroupBy(pair => (Math.Min(pair.Key.From, pair.Key.To), Math.Max(pair.Key.From, pair.Key.To)))
                .Select(pair => (Units: pair.Key, Bridge: new UnitBridge(
                    units.All[pair.Key.Item1],
                    units.All[pair.Key.Item2],
                    scale * pair.Sum(p => p.Value.Carried),
                    scale * pair.Sum(p => p.Value.Connected))))
                .OrderByDescending(pair => Math.Round(pair.Bridge.PairsCarried * pair.Bridge.Share, 6))
                .ThenBy(pair => pair.Units)
                .Select(pair => pair.Bridge),
        ];
    }
}
