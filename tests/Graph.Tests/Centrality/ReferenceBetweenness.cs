using System.Globalization;
using System.IO.Compression;
using InfluencerMap.Tests;

namespace InfluencerMap.Graph.Tests;

/// <summary>
/// Betweenness of real networks against values that igraph 0.10.2 computed, of which networkx confirmed some.
/// They count an undirected pair once and have ten digits.
/// </summary>
public class ReferenceBetweenness
{
    [Theory]
    [InlineData("krackhardt-advice_directed", "Advice", 18, 21)]
    [InlineData("krackhardt-advice_undirected", "Advice", 15, 9)]
    [InlineData("krackhardt-friendship_directed", "Friendship", 17, 11)]
    [InlineData("krackhardt-friendship_undirected", "Friendship", 17, 11)]
    public void High_tech_managers_score_as_published(string reference, string relation, int first, int second)
    {
        var file = SharedData.Require($"data/krackhardt-hightech/Krack-High-Tec-edgelist-{relation}.txt");
        var rows = File.ReadLines(file).Select(Numbers).Where(row => row is [_, _, 1]);
        AssertReference(reference, rows.Select(row => (row[0], row[1])), first, second);
    }

    [Theory]
    [InlineData("manufacturing-email_directed", 45, 89)]
    [InlineData("manufacturing-email_undirected", 130, 89)]
    [InlineData("manufacturing-email-154active_directed", 45, 89)]
    [InlineData("manufacturing-email-154active_undirected", 130, 89)]
    public void Manufacturer_scores_as_computed_elsewhere(string reference, int first, int second)
    {
        var mails = File.ReadLines(SharedData.Require("data/manufacturing-email/communication.csv")).Skip(1)
            .Select(line => line.Split(';')).Select(row => (Sender: int.Parse(row[0]), Recipient: int.Parse(row[1])));
        var people = File.ReadLines(SharedData.Require("data/manufacturing-email/reportsto.csv")).Skip(1)
            .Select(line => int.Parse(line.Split(',')[0])).ToHashSet();
        if (reference.Contains("154active"))
            mails = mails.Where(mail => people.Contains(mail.Sender) && people.Contains(mail.Recipient));
        AssertReference(reference, mails, first, second);
    }

    [Fact]
    public void European_institute_scores_as_computed_elsewhere()
    {
        var mails = File.ReadLines(SharedData.Require("data/email-eu-core/email-Eu-core.txt")).Select(Numbers);
        AssertReference("email-eu-core_directed", mails.Select(row => (row[0], row[1])), 160, 86);
    }

    [Fact]
    public void Enron_scores_as_computed_elsewhere()
    {
        // The first line after the comments holds counts, not a tie.
        var ties = ReadLines(SharedData.Require("data/snap-email-enron/email-Enron.txt.gz"))
            .Where(line => line[0] != '#').Skip(1).Select(Numbers);
        AssertReference("snap-email-enron_undirected", ties.Select(row => (row[0], row[1])), 5038, 140);
    }

    private static void AssertReference(
        string reference, IEnumerable<(int Source, int Target)> arcs, int first, int second)
    {
        var expected = ReadReference(reference);
        var nodeOf = expected.Select((row, node) => (row.Id, node)).ToDictionary(row => row.Id, row => row.node);
        var directed = reference.EndsWith("_directed", StringComparison.Ordinal);
        var graph = KnownGraphs.Build(
            expected.Length, directed, arcs.Select(arc => (nodeOf[arc.Source], nodeOf[arc.Target])));

        var scores = Measured.Betweenness(graph);
        Measured.AssertClose([.. expected.Select(row => directed ? row.Score : 2 * row.Score)], scores);
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(node => scores[node]).ToArray();
        Assert.Equal((first, second), (expected[order[0]].Id, expected[order[1]].Id));
    }

    private static (int Id, double Score)[] ReadReference(string name)
    {
        var folder = SharedData.Require("data/reference-betweenness");
        var file = Path.Combine(folder, $"{name}_unweighted.csv");
        return [.. ReadLines(File.Exists(file) ? file : file + ".gz").Skip(1).Select(line => line.Split(','))
            .Select(row => (int.Parse(row[0]), double.Parse(row[1], CultureInfo.InvariantCulture)))];
    }

    private static IEnumerable<string> ReadLines(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static int[] Numbers(string line) =>
        [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
