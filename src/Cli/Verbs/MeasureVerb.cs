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
        var measure = new Option<MeasureName>("--measure")
        {
            Description = "What to compute. Betweenness is raw, over ordered pairs.",
            HelpName = "betweenness|reach|harmonic|pagerank|degree",
            Required = true,
        };
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
        var threads = new Option<int>("--threads") { Description = "Workers; 0 for one a core.", HelpName = "n" };
        var precision = new Option<Precision>("--precision")
        {
            Description = "For betweenness: relative error of at most 1e-5, or 1e-12.",
            HelpName = "float|double",
        };
        var top = new Option<int?>("--top") { Description = "Only the k highest, highest first.", HelpName = "k" };
        var csv = new Option<string?>("--csv") { Description = "Writes to a file instead.", HelpName = "file" };
        var timing = new Option<bool>("--timing") { Description = "Says on standard error what took how long." };

        var verb = new Verb("measure", "Prints node,score of a plain edge list.")
        {
            Examples =
            [
                "measure email-Enron.txt.gz --measure betweenness --timing --csv scores.csv",
                "measure mentions.txt --measure pagerank --directed --weighted --top 20",
            ],
        };
        verb.Add(path);
        foreach (var option in new Option[]
            { measure, directed, weighted, steps, threads, precision, top, csv, timing })
            verb.Add(option);
        verb.SetAction((parsed, cancellation) =>
        {
            var request = new MeasureRequest(
                parsed.GetRequiredValue(path).FullName,
                parsed.GetValue(measure),
                parsed.GetValue(directed),
                parsed.GetValue(weighted),
                parsed.GetValue(steps),
                parsed.GetValue(threads),
                parsed.GetValue(precision),
                parsed.GetValue(top),
                parsed.GetValue(csv),
                parsed.GetValue(timing));
            Run(request, cancellation);
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
                var options = new BetweennessOptions { Threads = request.Threads, Precision = request.Precision };
                var lengths = request.Weighted ? TieLengths.FromValues(graph) : null;
                return Betweenness.Exact(graph, options, lengths, cancellation: cancellation).Scores;
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

    private enum MeasureName { Betweenness, Reach, Harmonic, PageRank, Degree }

    private sealed record MeasureRequest(
        string Path, MeasureName Measure, bool Directed, bool Weighted, int Steps, int Threads,
        Precision Precision, int? Top, string? Csv, bool Timing)
    {
        public EdgeWeights Weights =>
            !Weighted ? EdgeWeights.None
            : Measure == MeasureName.Betweenness ? EdgeWeights.Lengths
            : EdgeWeights.Strengths;

        public void ThrowIfSenseless()
        {
            if (Weighted && Measure is MeasureName.Reach or MeasureName.Harmonic)
                throw new UsageException("Reach and harmonic count steps; leave out --weighted.");
            if (Threads < 0)
                throw new UsageException($"--threads {Threads} is negative; 0 is one a core.");
            if (Steps < 1)
                throw new UsageException($"--steps {Steps} is less than 1.");
            if (Top < 1)
                throw new UsageException($"--top {Top} is less than 1.");
        }
    }
}
