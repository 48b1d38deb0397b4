using System.Globalization;
using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Benchmarks.Peers;
using InfluencerMap.Collectors;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// Reads mbox and CSV files up to finished interactions, without a store, on one thread; beside Python's mailbox on the
/// same mbox. Processor seconds, the least of three readings of ours and one of Python's.
/// </summary>
internal static class ParseBenchmark
{
    private const int Repeats = 3;

    public static void Run(string[] args)
    {
        var bytes = 1_000_000L * (args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 200);
        var folder = Directory.CreateTempSubdirectory("parse-");
        try
        {
            var mbox = Path.Combine(folder.FullName, "made.mbox");
            var recipients = MadeFiles.WriteMbox(mbox, bytes);
            Tell("mbox, ours", mbox, Least(mbox, "mbox"));
            if (Python.TryRun("mailbox_peer.py", mbox) is { } lines)
                Tell($"mbox, Python's mailbox: {lines[1]} of {recipients} recipients", mbox,
                    double.Parse(lines[0], CultureInfo.InvariantCulture));
            var csv = Path.Combine(folder.FullName, "made.csv");
            MadeFiles.WriteCsv(csv, bytes);
            Tell("csv, ours", csv, Least(csv, "csv"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Tell(string what, string path, double seconds)
    {
        var megabytes = new FileInfo(path).Length / 1e6;
        Console.WriteLine($"{what}: {megabytes:F0} MB in {seconds:F2} s, {megabytes / seconds:F0} MB/s");
    }

    private static double Least(string path, string format)
    {
        var least = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            using var files = SourceFiles.Open(path);
            var count = InteractionFormats.Named(format).Read(files, new() { Accounts = new([]) }).LongCount();
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            if (count == 0)
                throw new InvalidOperationException("Nothing was read.");
        }
        return least;
    }
}
