using System.CommandLine;
using InfluencerMap.Cli.Reports;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap measure</c>: one measure of a plain edge list, for graph people.</summary>
internal static class MeasureVerb
{
    public static Verb Create()
    {
        var path = new Argument<FileInfo>("edgelist")
        {
            Description = "Rows of 'source target [weight]': whole numbers, # and % comments, gzipped or not.",
        };
        var measure = SharedOptions.OneOf(
            "--measure", "What to compute; betweenness is raw, over ordered pairs.", MeasureName.Betweenness);
        var directed = new Option<bool>("--directed") { Description = "Edges lead from source to target only." };
        var weighted = new Option<bool>("--weighted")
        {
            Description = "Reads the third column: for betweenness as lengths, whole numbers 1 to 8, of parallel edges "
                + "the shortest; for pagerank and degree as strengths, which add up.",
        };
        var steps = new Option<int>("--steps")
        {
            Description = "For reach: in at most how many steps.",
            HelpName = "n",
            DefaultValueFactory = _ => 2,
        };
        var threads = SharedOptions.Threads();
        var precision = SharedOptions.OneOf(
            "--precision", "For betweenness: relative error of at most 1e-5, or 1e-12.", Precision.Float);
        var engine = SharedOptions.OneOf(
            "--engine", "For betweenness: from all sources, from a sample, or as the size suggests.", Engine.Auto);
        var epsilon = new Option<double?>("--epsilon")
        {
            Description = "For a sample: largest error of any score, as a share of all ordered pairs; "
                + "a tenth of the tenth highest score when left out.",
            HelpName = "share",
        };
        var delta = new Option<double>("--delta")
        {
            Description = "For a sample: probability that any score is further off.",
            HelpName = "share",
            DefaultValueFactory = _ => new SampledOptions().Delta,
        };
        var top = new Option<int?>("--top")
        {
            Description = "Only the k highest, highest first; a sample stops as soon as these are certain.",
            HelpName = "k",
        };
        var csv = new Option<string?>("--csv") { Description = "Writes to a file instead.", HelpName = "file" };
        var timing = new Option<bool>("--timing") { Description = "Says on standard error what took how long." };

        var verb = new Verb("measure", "Prints node,score of a plain edge list.")
        {
            Examples =
            [
                "measure email-Enron.txt.gz --measure betweenness --timing --csv scores.csv",
                "measure mentions.txt --measure pagerank --directed --weighted --top 20",
                "measure large.txt.gz --engine sampled --epsilon 0.001 --delta 0.1 --top 50",
            ],
        };
        verb.Add(path);
        foreach (var option in new Option[]
            { measure, directed, weighted, steps, threads, precision, engine, epsilon, delta, top, csv, timing })
            verb.Add(option);
        verb.SetAction((parsed, cancellation) =>
        {
            Run(new()
            {
                Path = parsed.GetRequiredValue(path).FullName,
                Measure = parsed.GetValue(measure),
                Directed = parsed.GetValue(directed),
                Weighted = parsed.GetValue(weighted),
                Steps = parsed.GetValue(steps),
                Threads = SharedOptions.RequireThreads(parsed.GetValue(threads)),
                Precision = parsed.GetValue(precision),
                Engine = parsed.GetValue(engine),
                Epsilon = parsed.GetValue(epsilon),
                Delta = parsed.GetValue(delta),
                Top = parsed.GetValue(top),
                Csv = parsed.GetValue(csv),
                Timing = parsed.GetValue(timing),
            }, cancellation);
            return Task.FromResult(CommandLine.Done);
        });
        return verb;
    }

    private static void Run(MeasureRequest request, CancellationToken cancellation)
    {
        request.ThrowIfSenseless();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var list = EdgeList.Read(request.Path, request.Weights, cancellation);
        var graph = Build(list, request);
        var loaded = clock.GetTimestamp();
        var scores = Compute(graph, request, cancellation);
        var computed = clock.GetTimestamp();

        if (list.SizeLine is { } sizeLine)
            Console.Error.WriteLine($"Line {sizeLine} states the size of the list and was not read as an edge.");
        if (request.Timing)
        {
            Console.Error.WriteLine($"load {clock.GetElapsedTime(started, loaded).TotalSeconds:0.000} s");
            Console.Error.WriteLine($"compute {clock.GetElapsedTime(loaded, computed).TotalSeconds:0.000} s");
        }
        NodeScores.Write(list.Ids, scores, request.Top, request.Csv);
    }

    private static InteractionGraph Build(EdgeList list, MeasureRequest request) =>
        GraphBuilder.Build(
            list.Ids.Length, list.Ties, request.Directed,
            request.Weights == EdgeWeights.Lengths ? ParallelTies.KeepLeast : ParallelTies.AddStrengths);

    private static double[] Compute(InteractionGraph graph, MeasureRequest request, CancellationToken cancellation)
    {
        switch (request.Measure)
        {
            case MeasureName.Betweenness:
                var betweenness = Betweenness(graph, request, cancellation);
                // Exact scores are what anyone expects; a sample, or one that gave way, is told.
                if (betweenness.Sampled is not null || request.Engine == Engine.Sampled)
                    Console.Error.WriteLine(Describe(betweenness));
                return betweenness.Scores;
            case MeasureName.Reach:
                var reach = Reach.Compute(graph, request.Steps, request.Threads, cancellation: cancellation);
                return Array.ConvertAll(reach.Within(request.Steps), count => (double)count);
            case MeasureName.Harmonic:
                return HarmonicCloseness.Exact(graph, request.Threads, cancellation: cancellation).Scores;
            case MeasureName.PageRank:
                return PageRank.Compute(graph, cancellation: cancellation).Scores;
            default:
                return (request.Weighted ? Degree.StrengthOf(graph) : Degree.Of(graph)).Scores;
        }
    }

    private static Centrality Betweenness(
        InteractionGraph graph, MeasureRequest request, CancellationToken cancellation)
    {
        var lengths = request.Weighted ? TieLengths.FromValues(graph) : null;
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
        ? $". With probability {1 - error.Delta:0.###} no score is further off than {error.Epsilon:0.###e+0} of all pairs; "
            + $"{error.CertainTop.Count} of the highest are certain."
        : ".");
}
