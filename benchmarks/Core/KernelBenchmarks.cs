using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Kernels;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>
/// One block of 64 sources of a made company of 2,000 people and 25,000 ties. An operation is one arc handled for one
/// source, both ways, so that the mean is nanoseconds per arc-source; allocation is per arc-source too.
/// </summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private const int PeopleCount = 2_000;
    private const int TieCount = 25_000;
    private const int ArcSources = 2 * TieCount * SourceBlocks.Size;

    private readonly List<LaneBrandes> _engines = [];
    private readonly double[] _sums = new double[PeopleCount];
    private InteractionGraph _graph = null!;
    private BlockKernel _scalar = null!, _lanes256 = null!, _lanes512 = null!, _audit512 = null!, _lengths512 = null!;

    /// <summary>
    /// In this process: the runner cannot build a project whose assembly has another name than its file.
    /// </summary>
    public static void Run(string[] args) => BenchmarkRunner.Run<KernelBenchmarks>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)), args);

    [GlobalSetup]
    public void Setup()
    {
        _graph = GraphBuilder.Build(
            PeopleCount, SeededOrganisation.Make(PeopleCount, TieCount).Ties, directed: false);
        var setup = new LaneSetup();
        _scalar = new ScalarBrandes(_graph, null, new()).AddBlock;
        _lanes256 = Worker(null, setup with { Width = LaneWidth.Vector256 });
        _lanes512 = Worker(null, setup);
        _audit512 = Worker(null, setup with { Precision = Precision.Double });
        _lengths512 = Worker(TieLengths.FromStrengths(_graph), setup);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var engine in _engines)
            engine.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = ArcSources)]
    public void Scalar() => _scalar(0, SourceBlocks.Size, _sums);

    [Benchmark(OperationsPerInvoke = ArcSources)]
    public void OverQuikGraphInterfaces()
    {
        var scores = new Dictionary<int, double>();
        for (var source = 0; source < SourceBlocks.Size; source++)
            InterfaceBrandes.AddSource(_graph, source, scores);
    }

    [Benchmark(OperationsPerInvoke = ArcSources)]
    public void Lanes256() => _lanes256(0, SourceBlocks.Size, _sums);

    [Benchmark(OperationsPerInvoke = ArcSources)]
    public void Lanes512() => _lanes512(0, SourceBlocks.Size, _sums);

    [Benchmark(OperationsPerInvoke = ArcSources)]
    public void Lanes512InDouble() => _audit512(0, SourceBlocks.Size, _sums);

    [Benchmark(OperationsPerInvoke = ArcSources)]
    public void Lanes512WithLengths() => _lengths512(0, SourceBlocks.Size, _sums);

    private BlockKernel Worker(TieLengths? lengths, LaneSetup setup)
    {
        var engine = new LaneBrandes(_graph, lengths, setup);
        _engines.Add(engine);
        return engine.NewWorker();
    }
}
