using System.Globalization;
using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Benchmarks.Peers;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>
/// The graph core beside igraph in one run: one thread against one thread, processor time, loading excluded on both
/// sides, the least of several repetitions of ours and one of igraph's. Scores are compared too.
/// </summary>
internal sealed class CoreComparison(string folder, bool quick)
{
    private const int SourceCount = 2_048;

    private readonly List<CoreRow> _rows = [];
    private readonly bool _hasPeer = !quick && Igraph.Version() is not null;

    public static void Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("influencermap-core-");
        try
        {
            var comparison = new CoreComparison(folder.FullName, args.Contains("--quick"));
            var data = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? Path.Combine("..", "shared", "data");
            if (args.Contains("--threads"))
                comparison.MeasureThreads();
            else if (args.Contains("--further"))
                comparison.MeasureFurther(data);
            else
            {
                comparison.MeasureAll(data);
                CoreReport.Write(comparison._rows);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void MeasureFurther(string data)
    {
        if (NamedGraph.Read(folder, "email-Eu-core", Path.Combine(data, "email-eu-core", "email-Eu-core.txt"))
            is { } institute)
            Further(institute, ties: true);
        Further(NamedGraph.Seeded(folder, 10_000, 125_000), ties: false);
    }

    private void MeasureAll(string data)
    {
        if (NamedGraph.Read(folder, "email-Enron", Path.Combine(data, "snap-email-enron", "email-Enron.txt.gz"))
            is { } enron)
            Exact(enron, "≥ 20 × igraph", ratioMin: 20);
        if (NamedGraph.Read(folder, "email-Eu-core", Path.Combine(data, "email-eu-core", "email-Eu-core.txt"))
            is { } institute)
        {
            Exact(institute, "≥ 12 × igraph", ratioMin: 12);
            Further(institute, ties: true);
        }
        var ten = NamedGraph.Seeded(folder, 10_000, 125_000);
        Exact(ten, "≥ 18 × igraph, ≤ 0.4 ns", ratioMin: 18, nsMax: 0.4);
        Harmonic(ten, "≥ 80 × igraph", ratioMin: 80);
        Weighted(ten, "≥ 10 × igraph", ratioMin: 10);
        Further(ten, ties: false);
        var hundred = NamedGraph.Seeded(folder, 100_000, 1_700_000);
        FirstSources(hundred, "≤ 0.7 ns", 0.7);
        Harmonic(hundred, "≤ 15 s", secondsMax: 15);
        BuildGraph(hundred, "≤ 0.5 s", 0.5);
        TwoThreads(ten, hundred);
        Memory(hundred);
    }

    private void Further(NamedGraph named, bool ties) => new FurtherMeasures(named, Peer, Add).Measure(ties);

    private void MeasureThreads() =>
        TwoThreads(NamedGraph.Seeded(folder, 10_000, 125_000), NamedGraph.Seeded(folder, 100_000, 1_700_000));

    private void Exact(NamedGraph named, string target, double ratioMin, double nsMax = double.MaxValue)
    {
        var graph = named.Build();
        var options = new BetweennessOptions { Threads = 1 };
        double[] scores = [];
        var seconds = Least.ProcessorSeconds(
            graph.NodeCount < 5_000 ? 30 : 5, () => scores = Betweenness.Exact(graph, options).Scores);
        var audit = Betweenness.Exact(graph, options with { Precision = Precision.Double, Threads = 0 }).Scores;
        Add(new(named.Name, "exact betweenness", target, seconds)
        {
            ArcSources = (double)graph.NodeCount * graph.ArcCount,
            Peer = Peer(named, "betweenness", 2, scores),
            FloatError = Largest(audit, scores),
            RatioMin = ratioMin,
            NsMax = nsMax,
        });
    }

    private void Weighted(NamedGraph named, string target, double ratioMin)
    {
        var graph = named.Build();
        var lengths = TieLengths.FromValues(graph);
        var options = new BetweennessOptions { Threads = 1 };
        double[] scores = [];
        var seconds = Least.ProcessorSeconds(3, () => scores = Betweenness.Exact(graph, options, lengths).Scores);
        var audit = Betweenness.Exact(
            graph, options with { Precision = Precision.Double, Threads = 0 }, lengths).Scores;
        Add(new(named.Name, "exact betweenness, lengths 1–8", target, seconds)
        {
            ArcSources = (double)graph.NodeCount * graph.ArcCount,
            Peer = Peer(named, "betweenness-weighted", 2, scores),
            FloatError = Largest(audit, scores),
            RatioMin = ratioMin,
        });
    }

    private void Harmonic(
        NamedGraph named, string target, double ratioMin = 0, double secondsMax = double.MaxValue)
    {
        var graph = named.Build();
        double[] scores = [];
        var seconds = Least.ProcessorSeconds(
            named.NodeCount > 50_000 ? 2 : 10, () => scores = Reach.Compute(graph, 3, threads: 1).Harmonic);
        Add(new(named.Name, "harmonic, reach in 1..3 steps", target, seconds)
        {
            ArcSources = (double)graph.NodeCount * graph.ArcCount,
            Peer = named.NodeCount > 50_000 ? null : Peer(named, "harmonic", 1, scores),
            RatioMin = ratioMin,
            SecondsMax = secondsMax,
        });
    }

    private void FirstSources(NamedGraph named, string target, double nsMax)
    {
        var graph = named.Build();
        var seconds = Least.ProcessorSeconds(3, () => RunFirstSources(graph, threads: 1));
        Add(new(named.Name, $"exact betweenness, first {SourceCount:N0} sources", target, seconds)
        {
            ArcSources = (double)SourceCount * graph.ArcCount,
            NsMax = nsMax,
        });
    }

    public static void RunFirstSources(InteractionGraph graph, int threads)
    {
        using var engine = new LaneBrandes(graph, null, new());
        engine.ToScores(SourceBlocks.Sum(
            Math.Min(SourceCount, engine.Lanes.NodeCount), engine.Lanes.NodeCount, threads, () => engine.NewWorker(),
            null, CancellationToken.None));
    }

    private void BuildGraph(NamedGraph named, string target, double secondsMax) =>
        Add(new(named.Name, "graph build", target, Least.ProcessorSeconds(5, () => named.Build()))
        {
            SecondsMax = secondsMax,
        });

    private void TwoThreads(NamedGraph ten, NamedGraph hundred)
    {
        var small = ten.Build();
        AddSpeedup(ten.Name, "exact betweenness", threads => Betweenness.Exact(
            small, new() { Threads = threads }));
        AddSpeedup(ten.Name, "harmonic, reach in 1..3 steps", threads => Reach.Compute(small, 3, threads));
        var large = hundred.Build();
        AddSpeedup(
            hundred.Name, "harmonic, reach in 1..3 steps", threads => Reach.Compute(large, 3, threads), repeats: 2);
        AddSpeedup(hundred.Name, $"first {SourceCount:N0} sources", threads => RunFirstSources(
            large, threads));
    }

    private void AddSpeedup(string name, string measure, Action<int> run, int repeats = 3)
    {
        var one = Least.WallSeconds(repeats, () => run(1));
        var two = Least.WallSeconds(repeats, () => run(2));
        Add(new(name, measure + ", two threads", "≥ 1.8 × one thread", two) { Speedup = one / two });
    }

    private void Memory(NamedGraph named)
    {
        var peakMb = MemoryProbe.Run(named);
        Add(new(named.Name, "peak memory of the process, one worker", "≤ 400 MB", 0) { PeakMb = peakMb });
    }

    private PeerResult? Peer(NamedGraph named, string measure, double scale, double[] scores)
    {
        if (!_hasPeer)
            return null;
        var (seconds, found) = Igraph.Measure(named, measure);
        return new(seconds, Largest([.. found.Select(score => score * scale)], scores));
    }

    private void Add(CoreRow row)
    {
        _rows.Add(row);
        Console.WriteLine(row.ToMarkdown());
    }

    /// <summary>Relative to the score, or to a millionth of the largest one where the score is smaller.</summary>
    private static double Largest(double[] expected, double[] actual)
    {
        var floor = expected.Max() * 1e-6;
        return expected.Zip(actual, (one, other) => Math.Abs(one - other) / Math.Max(Math.Abs(one), floor)).Max();
    }
}
