using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.Services;

namespace InfluencerMap.Graph.Tests;

/// <summary>The life that QuikGraph's users expect of an algorithm, of the published package.</summary>
public class BetweennessCentralityAlgorithmTests
{
    [Fact]
    public void Computed_algorithm_has_the_scores_of_the_extension_call()
    {
        var graph = Ring(7);
        var algorithm = new BetweennessCentralityAlgorithm<int, SEdge<int>>(graph);
        Assert.Throws<InvalidOperationException>(() => algorithm.Scores);
        algorithm.Compute();
        Assert.Equal(graph.Betweenness(), algorithm.Scores);
        Assert.Same(graph, algorithm.VisitedGraph);
    }

    [Fact]
    public void Events_tell_states_in_order()
    {
        var algorithm = new BetweennessCentralityAlgorithm<int, SEdge<int>>(Ring(7));
        var story = Listen(algorithm);
        Assert.Equal(ComputationState.NotRunning, algorithm.State);
        algorithm.Compute();
        Assert.Equal(["Started", "→ Running", "Finished", "→ Finished"], story);
        Assert.Equal(ComputationState.Finished, algorithm.State);
    }

    [Fact]
    public void Abort_from_progress_stops_before_the_end_and_leaves_no_scores()
    {
        var reports = new List<MeasureProgress>();
        BetweennessCentralityAlgorithm<int, SEdge<int>> algorithm = null!;
        algorithm = new(Ring(64 * 40), options: new() { Threads = 1 })
        {
            Progress = new Told(value =>
            {
                reports.Add(value);
                algorithm.Abort();
            }),
        };
        var story = Listen(algorithm);
        algorithm.Compute();
        Assert.Equal(["Started", "→ Running", "→ PendingAbortion", "Aborted", "→ Aborted"], story);
        Assert.InRange(reports.Count, 1, 3);
        Assert.False(algorithm.HasScores);
    }

    [Fact]
    public void Abort_in_the_last_block_leaves_no_scores_either()
    {
        BetweennessCentralityAlgorithm<int, SEdge<int>> algorithm = null!;
        algorithm = new(Ring(7)) { Progress = new Told(_ => algorithm.Abort()) };
        algorithm.Compute();
        Assert.Equal((ComputationState.Aborted, false), (algorithm.State, algorithm.HasScores));
    }

    [Fact]
    public void Abort_when_started_computes_nothing_and_the_next_run_is_whole()
    {
        var algorithm = new BetweennessCentralityAlgorithm<int, SEdge<int>>(Ring(7));
        algorithm.Compute();
        EventHandler abort = (_, _) => algorithm.Abort();
        algorithm.StateChanged += abort;
        algorithm.Compute();
        Assert.Equal((ComputationState.Aborted, false), (algorithm.State, algorithm.HasScores));
        algorithm.StateChanged -= abort;
        algorithm.Compute();
        Assert.Equal((ComputationState.Finished, true), (algorithm.State, algorithm.HasScores));
    }

    [Fact]
    public void Abort_of_an_algorithm_at_rest_does_nothing()
    {
        var algorithm = new BetweennessCentralityAlgorithm<int, SEdge<int>>(Ring(7));
        algorithm.Abort();
        Assert.Equal(ComputationState.NotRunning, algorithm.State);
        algorithm.Compute();
        algorithm.Abort();
        Assert.True(algorithm.HasScores);
    }

    [Fact]
    public void Abort_of_the_host_stops_the_work_and_leaves_no_scores()
    {
        var host = new Host(Ring(64 * 40));
        host.Compute();
        Assert.Equal(ComputationState.Aborted, host.State);
        Assert.False(host.Guest!.HasScores);
    }

    [Fact]
    public void Failure_passes_through_compute()
    {
        var algorithm = new BetweennessCentralityAlgorithm<int, SEdge<int>>(Ring(7), _ => 99);
        Assert.ThrowsAny<ArgumentException>(algorithm.Compute);
        Assert.False(algorithm.HasScores);
    }

    [Fact]
    public void Algorithm_offers_the_cancel_manager_and_no_other_service()
    {
        var algorithm = new BetweennessCentralityAlgorithm<int, SEdge<int>>(Ring(7));
        Assert.True(algorithm.TryGetService<ICancelManager>(out var manager));
        Assert.Same(algorithm.Services.CancelManager, manager);
        Assert.False(algorithm.TryGetService<string>(out _));
        Assert.Throws<InvalidOperationException>(() => algorithm.GetService<string>());
        Assert.Throws<ArgumentNullException>(() => new BetweennessCentralityAlgorithm<int, SEdge<int>>(null!));
    }

    private static ListGraph<int> Ring(int nodeCount) =>
        new(true, [.. Enumerable.Range(0, nodeCount)],
            [.. Enumerable.Range(0, nodeCount).Select(node => new SEdge<int>(node, (node + 1) % nodeCount))]);

    private static List<string> Listen<TGraph>(AlgorithmBase<TGraph> algorithm)
    {
        var story = new List<string>();
        algorithm.Started += (_, _) => story.Add("Started");
        algorithm.Finished += (_, _) => story.Add("Finished");
        algorithm.Aborted += (_, _) => story.Add("Aborted");
        algorithm.StateChanged += (_, _) => story.Add($"→ {algorithm.State}");
        return story;
    }

    private sealed class Host(ListGraph<int> graph) : AlgorithmBase<ListGraph<int>>(graph)
    {
        public BetweennessCentralityAlgorithm<int, SEdge<int>>? Guest { get; private set; }

        protected override void InternalCompute()
        {
            Guest = new(this, VisitedGraph, options: new() { Threads = 1 }) { Progress = new Told(_ => Abort()) };
            Guest.Compute();
            ThrowIfCancellationRequested();
        }
    }

    private sealed class Told(Action<MeasureProgress> listener) : IProgress<MeasureProgress>
    {
        public void Report(MeasureProgress value) => listener(value);
    }
}
