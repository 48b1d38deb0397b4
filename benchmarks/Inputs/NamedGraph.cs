using System.Globalization;
using System.IO.Compression;
using InfluencerMap.Graph;

namespace InfluencerMap.Benchmarks.Inputs;

/// <summary>A graph of the comparison: its undirected ties with whole lengths 1 … 8 as strengths.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="NodeCount">Nodes, those without ties included.</param>
/// <param name="Ties">Distinct pairs; the strength is the tie's length where lengths are asked for.</param>
/// <param name="EdgeFile">The same ties for other programs: source, target and length a line.</param>
internal sealed record NamedGraph(string Name, int NodeCount, Tie[] Ties, string EdgeFile)
{
    public InteractionGraph Build() => GraphBuilder.Build(NodeCount, Ties, directed: false);

    public static NamedGraph Seeded(string folder, int peopleCount, int tieCount) => Of(
        folder, $"organisation-{peopleCount}", peopleCount, SeededOrganisation.Make(peopleCount, tieCount).Ties);

    /// <summary>A list of pairs of numbers; null where the file is not there.</summary>
    public static NamedGraph? Read(string folder, string name, string path)
    {
        if (!File.Exists(path))
            return null;
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(
            path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var pairs = new List<(int Source, int Target)>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && Numbers(line) is [var source, var target])
                pairs.Add((source, target));

        // A count of nodes and rows that a copy of a list may begin with is not a tie.
        if (pairs[0].Target == pairs.Count - 1)
            pairs.RemoveAt(0);
        var nodeCount = 1 + pairs.Max(pair => Math.Max(pair.Source, pair.Target));
        var ties = pairs.Where(pair => pair.Source != pair.Target)
            .Select(pair => (Math.Min(pair.Source, pair.Target), Math.Max(pair.Source, pair.Target)))
            .Distinct().Select(pair => new Tie(pair.Item1, pair.Item2)).ToArray();
        return Of(folder, name, nodeCount, ties);
    }

    private static NamedGraph Of(string folder, string name, int nodeCount, Tie[] ties)
    {
        var edgeFile = Path.Combine(folder, name + ".txt");
        using var writer = new StreamWriter(edgeFile);
        for (var i = 0; i < ties.Length; i++)
        {
            // Any fixed mixture of lengths will do, as long as both programs read the same one.
            var (source, target) = (ties[i].Source, ties[i].Target);
            ties[i] = new(source, target, 1 + (source * 7L + target * 7L) % TieLengths.LengthMax);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{source} {target} {ties[i].Strength}\n"));
        }
        return new(name, nodeCount, ties, edgeFile);
    }

    private static int[] Numbers(string line) =>
        [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
