namespace InfluencerMap.Cli.Reports;

/// <summary>Scores as <c>node,score</c>, numbers only, so that a hundred thousand lines take no time.</summary>
internal static class NodeScores
{
    /// <param name="ids">The id of each node, ascending.</param>
    /// <param name="scores">Beside the ids; written so that reading gives the same number.</param>
    /// <param name="top">Only this many, highest first, equal ones by id; null for all, by id.</param>
    /// <param name="file">Where to; null for standard output.</param>
    public static void Write(long[] ids, double[] scores, int? top, string? file)
    {
        using var output = new StreamWriter(file is null ? Console.OpenStandardOutput() : File.Create(file));
        output.NewLine = "\n";
        output.WriteLine("node,score");
        var nodes = Enumerable.Range(0, ids.Length);
        if (top is { } count)
            nodes = nodes.OrderByDescending(node => scores[node]).ThenBy(node => node).Take(count);
        foreach (var node in nodes)
            output.WriteLine($"{ids[node]},{scores[node]:R}");
    }
}
