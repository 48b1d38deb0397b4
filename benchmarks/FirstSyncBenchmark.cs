using System.Diagnostics;
using System.Globalization;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// The program collects mailboxes for the first time, in a process of its own, from a tenant in this one: messages a
/// second up to rows in the store, and the memory that it holds at each quarter of the way.
/// </summary>
internal static class FirstSyncBenchmark
{
    private const int Quarters = 4;

    public static async Task RunAsync(string[] args)
    {
        var mailboxes = Number(args, "--mailboxes", 500);
        var messages = Number(args, "--messages", 500);
        var folder = Directory.CreateTempSubdirectory("influencermap-");
        try
        {
            using var server = new MailboxServer(mailboxes, messages);
            using var program = Start(folder.FullName, server);
            var said = EchoAsync(program.StandardError);
            var watch = Stopwatch.StartNew();
            var held = await WatchAsync(program, server, (long)mailboxes * messages);
            await program.WaitForExitAsync();
            await said;
            if (program.ExitCode != 0 || server.MessagesGiven != (long)mailboxes * messages)
                throw new InvalidOperationException(
                    $"Collecting ended with {program.ExitCode} after {server.MessagesGiven:N0} messages.");
            Tell(mailboxes, messages, watch.Elapsed, held, server.InFlightMax, folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string folder, MailboxServer server)
    {
        // The pace that spares a real tenant is lifted: the program itself is measured.
        File.WriteAllText(Path.Combine(folder, "collect.json"), $$"""
            {
              "graph": "{{server.Root}}", "credential": { "kind": "accessToken" }, "requestsPerSecond": 10000,
              "sources": { "directory": {}, "sent-items": {} }
            }
            """);
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "influencermap.dll"), "collect", "--store", "company.db",
                "--since", "2026-01-01", "--until", "2026-04-02"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        start.Environment["INFLUENCERMAP_ACCESS_TOKEN"] = "made";
        start.Environment["INFLUENCERMAP_KEY"] = "a customer key of thirty-two byte";
        return Process.Start(start)!;
    }

    private static async Task EchoAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
            Console.WriteLine(line);
    }

    /// <summary>Memory of the program, in MB, when each quarter of the messages has been given.</summary>
    private static async Task<(long Now, long Peak)[]> WatchAsync(Process program, MailboxServer server, long all)
    {
        var held = new List<(long, long)>();
        while (held.Count < Quarters && !program.HasExited)
        {
            await Task.Delay(20);
            if (server.MessagesGiven < all * (held.Count + 1) / Quarters)
                continue;
            program.Refresh();
            if (!program.HasExited)
                held.Add((program.WorkingSet64 >> 20, program.PeakWorkingSet64 >> 20));
        }
        return [.. held];
    }

    private static void Tell(
        int mailboxes, int messages, TimeSpan elapsed, (long Now, long Peak)[] held, int inFlightMax,
        DirectoryInfo folder)
    {
        var all = (long)mailboxes * messages;
        var bytes = folder.EnumerateFiles("company.db*").Sum(file => file.Length);
        Console.WriteLine(
            $"{mailboxes:N0} mailboxes x {messages:N0} messages = {all:N0} in {elapsed.TotalSeconds:N0} s, "
            + $"{all / elapsed.TotalSeconds:N0} a second; at most {inFlightMax} requests at once; "
            + $"store {bytes >> 20:N0} MB");
        Console.WriteLine("| messages given | memory, MB | most so far, MB |\n|---|---|---|");
        foreach (var (quarter, (now, peak)) in held.Index())
            Console.WriteLine($"| {all * (quarter + 1) / Quarters:N0} | {now:N0} | {peak:N0} |");
    }

    private static int Number(string[] args, string name, int usual) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : usual;
}
