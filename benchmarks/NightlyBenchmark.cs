using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// A whole night on a made company, by the command in a process of its own: seconds and share of each step, rows a
/// second, processor time and peak memory.
/// </summary>
internal static partial class NightlyBenchmark
{
    public static async Task RunAsync(string[] args)
    {
        var made = new MadeStore(Number(args, "--people", 10_000), Number(args, "--interactions", 2_000_000));
        var folder = Directory.CreateTempSubdirectory("influencermap-night-");
        try
        {
            var kept = Array.IndexOf(args, "--store") is >= 0 and var at ? Path.GetFullPath(args[at + 1]) : null;
            var store = kept ?? Path.Combine(folder.FullName, "company.db");
            var people = Path.Combine(folder.FullName, "people.csv");
            made.WritePeopleTo(people);
            await RunAsync(["import", "people", people, "--store", store], _ => { });
            var making = Stopwatch.StartNew();
            await made.FillAsync(store);
            Console.WriteLine(
                $"{made.RowCount:N0} rows of {made.DayCount} days made and appended in "
                + $"{making.Elapsed.TotalSeconds:N0} s; store {new FileInfo(store).Length >> 20:N0} MB");
            string[] night =
            [
                "nightly", "--store", store, "--as-of", $"{made.AsOf:yyyy-MM-dd}", "--window-days", $"{made.DayCount}",
                .. args.SkipWhile(arg => arg != "--").Skip(1),
            ];
            Console.WriteLine($"influencermap {string.Join(' ', night)}");
            var steps = new List<(string Name, string Outcome, double Seconds)>();
            var used = await RunAsync(night, line =>
            {
                if (Step().Match(line) is { Success: true } step)
                    steps.Add((step.Groups["name"].Value, step.Groups["outcome"].Value,
                        double.Parse(step.Groups["seconds"].Value, CultureInfo.InvariantCulture)));
            });
            Tell(steps, used, made.RowCount);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Tell(
        List<(string Name, string Outcome, double Seconds)> steps, Usage used, long rowCount)
    {
        Console.WriteLine("| step | seconds | share | |\n|---|---|---|---|");
        foreach (var (name, outcome, seconds) in steps)
            Console.WriteLine($"| {name} | {seconds:F1} | {seconds / used.WallSeconds:P0} | {outcome} |");
        var rest = used.WallSeconds - steps.Sum(step => step.Seconds);
        Console.WriteLine($"| the rest | {rest:F1} | {rest / used.WallSeconds:P0} | start, between the steps, end |");
        Console.WriteLine($"| **all** | **{used.WallSeconds:F1}** | 100 % | {rowCount / used.WallSeconds:N0} rows/s; "
            + $"{used.ProcessorSeconds:F0} s of processor; peak {used.PeakBytes / 1e6:N0} MB |");
    }

    /// <summary>Includes start and end of the process; memory and processor time are looked at every 20 ms.</summary>
    private static async Task<Usage> RunAsync(string[] command, Action<string> heed)
    {
        var watch = Stopwatch.StartNew();
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "influencermap.dll"), .. command])
        {
            RedirectStandardError = true,
        })!;
        var said = Task.Run(async () =>
        {
            while (await program.StandardError.ReadLineAsync() is { } line)
                heed(line);
        });
        var used = new Usage(0, 0, 0);
        var exit = program.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(20)) != exit)
        {
            program.Refresh();
            // A process that ends this moment has given its memory back already.
            if (!program.HasExited && program.PeakWorkingSet64 is > 0 and var peak)
                used = new(0, program.TotalProcessorTime.TotalSeconds, Math.Max(used.PeakBytes, peak));
        }
        await said;
        return program.ExitCode == 0
            ? used with { WallSeconds = watch.Elapsed.TotalSeconds }
            : throw new InvalidOperationException($"influencermap {command[0]} ended with {program.ExitCode}.");
    }

    private static int Number(string[] args, string name, int usual) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : usual;

    [GeneratedRegex(@"^  (?<name>[^:]+): (?<outcome>.*) \((?<seconds>[\d.]+) s\)$")]
    private static partial Regex Step();

    private readonly record struct Usage(double WallSeconds, double ProcessorSeconds, long PeakBytes);
}
