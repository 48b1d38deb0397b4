namespace InfluencerMap.Cli;

/// <summary><c>influencermap measure</c>: one measure of a plain edge list, for graph people.</summary>
internal static class MeasureCommand
{
    public static CliCommand Create()
    {
        var options = new MeasureOptions();
        return new CliCommand(
            "measure",
            "Prints node,score of a plain edge list; source,target,score for edge-betweenness, node,community for "
                + "leiden.",
            options.All)
        {
            Examples =
            [
                "measure email-Enron.txt.gz --measure betweenness --timing --csv scores.csv",
                "measure mentions.txt --measure pagerank --directed --weighted --top 20",
                "measure contacts.csv --measure betweenness --weights strength",
                "measure contacts.csv --measure gatekeeper --groups departments.csv",
                "measure contacts.csv --measure edge-betweenness --cutoff 3 --top 20",
                "measure contacts.csv --measure pagerank --start board.csv",
                "measure contacts.csv --measure leiden --weighted --resolution 2",
                "measure contacts.csv --measure leiden --quality cpm --resolution 0.05 --seed 7 --csv groups.csv",
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
        var scores = new Scoring(network, request, cancellation).Compute();
        var computed = clock.GetTimestamp();
        if (scores.Note is { } told)
            Console.Error.WriteLine(told);

        if (request.Timing)
        {
            Console.Error.WriteLine($"load {clock.GetElapsedTime(started, loaded).TotalSeconds:0.000} s");
            Console.Error.WriteLine($"compute {clock.GetElapsedTime(loaded, computed).TotalSeconds:0.000} s");
        }
        ScoreRows.Write(network, scores, request.Top, request.Csv);
    }
}
