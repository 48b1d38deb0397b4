using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap measure</c>: one measure of a plain edge list, for graph people.</summary>
internal static class MeasureCommand
{
    public static CliCommand Create()
    {
        var options = new MeasureOptions();
        return new CliCommand("measure", "Prints node,score of a plain edge list.", options.All)
        {
            Examples =
            [
                "measure email-Enron.txt.gz --measure betweenness --timing --csv scores.csv",
                "measure mentions.txt --measure pagerank --directed --weighted --top 20",
                "measure contacts.csv --measure betweenness --weights strength",
                "measure large.txt.gz --engine sampled --epsilon 0.001 --delta 0.1 --top 50",
            ],
        }.Does((parsed, cancellation) =>
        {
            Run(new(options, parsed), cancellation);
            return Task.CompletedTask;
        });
    }

    private static void Run(MeasureRequest request, CancellationToken cancellation)
    {
        request.ThrowIfSenseless();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var network = MeasuredNetwork.Read(request, cancellation);
        foreach (var note in network.Notes)
            Console.Error.WriteLine(note);
        var loaded = clock.GetTimestamp();
        var scores = Compute(network, request, cancellation);
        var computed = clock.GetTimestamp();

        if (request.Timing)
        {
            Console.Error.WriteLine($"load {clock.GetElapsedTime(started, loaded).TotalSeconds:0.000} s");
            Console.Error.WriteLine($"compute {clock.GetElapsedTime(loaded, computed).TotalSeconds:0.000} s");
        }
        NodeScores.Write(network.Ids, scores, request.Top, request.Csv);
    }

    private static double[] Compute(
        MeasuredNetwork network, MeasureRequest request, CancellationToken cancellation)
    {
        var graph = network.Graph;
        switch (request.Measure)
        {
            case MeasureName.Betweenness:
                var betweenness = Betweenness(graph, network.Lengths, request, cancellation);
                // Exact scores are what anyone expects; a sample, or one that gave way, is reported.
                if (betweenness.Sampled is not null || request.Engine == Engine.Sampled || request.AsksForASample)
                    Console.Error.WriteLine(Describe(betweenness));
                return betweenness.Scores;
            case MeasureName.Reach:
                var reached = Reach.CountWithin(graph, request.Steps, request.Threads, cancellation: cancellation);
                return Array.ConvertAll(reached, count => (double)count);
            case MeasureName.Harmonic:
                return HarmonicCloseness.Exact(graph, request.Threads, cancellation: cancellation).Scores;
            case MeasureName.PageRank:
                return PageRank.Compute(graph, cancellation: cancellation).Scores;
            default:
                return (request.IsWeighted ? Degree.StrengthOf(graph) : Degree.Of(graph)).Scores;
        }
    }

    private static Centrality Betweenness(
        InteractionGraph graph, TieLengths? lengths, MeasureRequest request, CancellationToken cancellation)
    {
        var sampled = new SampledOptions
        {
            Epsilon = request.Epsilon,
            Delta = request.Delta,
            TopK = request.Top ?? 0,
            Exact = new() { Threads = request.Threads, Precision = request.Precision },
        };
        return request.Engine switch
        {
            Engine.Exact => Graph.Betweenness.Exact(graph, sampled.Exact, lengths, cancellation: cancellation),
            Engine.Sampled => Graph.Betweenness.Sampled(graph, sampled, lengths, cancellation: cancellation),
            _ => Graph.Betweenness.Compute(graph, sampled, lengths, cancellation: cancellation),
        };
    }

    private static string Describe(Centrality betweenness) => betweenness.Definition + (betweenness.Sampled is { } error
        ? $". With probability {1 - error.Delta:0.###} no score is further off than "
            + $"{error.Epsilon:0.###e+0} of all pairs; {error.CertainTop.Count} of the highest are certain."
        : ".");
}
