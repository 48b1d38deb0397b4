using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>How likely each tie passes word on, laid out for drawing whom word comes from.</summary>
/// <remarks>
/// p = 1 − exp(−beta · strength), beta such that one person informs <see cref="CohortReach.ToldMean"/> others on
/// average. A person's incoming ties stand in buckets of probabilities within a factor of two, so that one skips from
/// success to success of the bucket's upper bound and accepts with the rest: one draw per success and not one per tie
/// (SUBSIM; Guo, Wang, Wei, Chen 2020).
/// </remarks>
internal sealed class Transmission
{
    private const int BucketCount = 40;
    private const int Halvings = 200;
    private const float ChanceMin = 1e-30f;

    private readonly int[] _sources;
    private readonly float[] _chances;
    private readonly int[] _bucketOffsets;
    private readonly int[] _bucketEnds;
    private readonly float[] _bucketChances;
    private readonly double[] _bucketLogs;
    private readonly int[] _arcOffsets;

    public Transmission(InteractionGraph graph, double toldMean)
    {
        Beta = FitBeta(graph, toldMean);
        NodeCount = graph.NodeCount;
        (_sources, _chances) = (new int[graph.ArcCount], new float[graph.ArcCount]);
        _arcOffsets = graph.InOffsets.ToArray();
        _bucketOffsets = new int[NodeCount + 1];
        var (ends, chances) = (new List<int>(), new List<float>());
        for (var node = 0; node < NodeCount; node++)
        {
            Lay(graph, new(node), ends, chances);
            _bucketOffsets[node + 1] = ends.Count;
        }
        (_bucketEnds, _bucketChances) = ([.. ends], [.. chances]);
        _bucketLogs = Array.ConvertAll(_bucketChances, LogOfFailure);
    }

    public int NodeCount { get; }

    /// <summary>Per unit of strength.</summary>
    public double Beta { get; }

    /// <summary>
    /// Draws once for every tie into the node whether word passes, and gives the people it comes from.
    /// </summary>
    /// <returns>How many were written to <paramref name="sources"/>.</returns>
    public int Draw(Node node, ref Hash hash, Span<Node> sources)
    {
        var count = 0;
        var arc = _arcOffsets[node];
        for (var bucket = _bucketOffsets[node]; bucket < _bucketOffsets[node + 1]; bucket++)
        {
            var (end, most, log) = (_bucketEnds[bucket], _bucketChances[bucket], _bucketLogs[bucket]);
            while (arc < end)
            {
                if (log < 0)
                {
                    var skip = Math.Log(hash.NextShare()) / log;
                    if (skip >= end - arc)
                        break;
                    arc += (int)skip;
                }
                if (_chances[arc] >= most || hash.NextShare() * most <= _chances[arc])
                    sources[count++] = new(_sources[arc]);
                arc++;
            }
            arc = end;
        }
        return count;
    }

    /// <summary>The sum over all ties grows with beta, so halving finds it.</summary>
    private static double FitBeta(InteractionGraph graph, double toldMean)
    {
        // Where people have fewer ties than there are others to inform, nearly all of them pass the word on.
        var wanted = Math.Min(toldMean * graph.NodeCount, 0.999 * graph.ArcCount);
        var (low, high) = (0.0, 1.0);
        while (Informed(graph, high) < wanted)
            high *= 2;
        for (var halving = 0; halving < Halvings && high - low > 1e-12 * high; halving++)
        {
            var middle = (low + high) / 2;
            if (Informed(graph, middle) < wanted)
                low = middle;
            else
                high = middle;
        }
        return high;
    }

    private static double Informed(InteractionGraph graph, double beta)
    {
        var sum = 0.0;
        foreach (var strength in graph.InStrengths)
            sum += Chance(beta, strength);
        return sum;
    }

    private static double Chance(double beta, double strength) => 1 - Math.Exp(-beta * strength);

    /// <summary>Below one in a million the logarithm of 1 − p is −p, and 1 − p may be 1.</summary>
    private static double LogOfFailure(float chance) => chance switch
    {
        >= 1 => 0,
        < 1e-6f => -chance,
        _ => Math.Log(1 - (double)chance),
    };

    private void Lay(InteractionGraph graph, Node node, List<int> ends, List<float> chances)
    {
        var (start, end) = (graph.InOffsets[node], graph.InOffsets[node + 1]);
        for (var arc = start; arc < end; arc++)
        {
            _sources[arc] = graph.InSources[arc];
            _chances[arc] = Math.Max(ChanceMin, (float)Chance(Beta, graph.InStrengths[arc]));
        }
        _chances.AsSpan(start, end - start).Sort(
            _sources.AsSpan(start, end - start), (one, other) => other.CompareTo(one));
        for (var arc = start; arc < end; arc++)
        {
            var bucket = BucketOf(_chances[arc]);
            if (arc > start && bucket == BucketOf(_chances[arc - 1]))
                ends[^1] = arc + 1;
            else
            {
                ends.Add(arc + 1);
                chances.Add(_chances[arc]);
            }
        }
    }

    private static int BucketOf(float chance) => Math.Min(BucketCount, -Math.ILogB(chance));
}
