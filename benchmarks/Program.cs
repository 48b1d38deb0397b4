using System.Globalization;
using InfluencerMap.Benchmarks;
using InfluencerMap.Benchmarks.Core;
using InfluencerMap.Benchmarks.Truth;

switch (args)
{
    case ["import", .. var rest]:
        await ImportBenchmark.RunAsync(rest);
        return 0;
    case ["core", .. var rest]:
        CoreComparison.Run(rest);
        return 0;
    case [MemoryProbe.Verb, var path, var nodeCount]:
        MemoryProbe.Report(path, int.Parse(nodeCount, CultureInfo.InvariantCulture));
        return 0;
    case ["kernels", .. var rest]:
        KernelBenchmarks.Run(rest);
        return 0;
    case ["cohort", .. var rest]:
        CohortBenchmark.Run(rest);
        return 0;
    case ["removal", .. var rest]:
        RemovalBenchmark.Run(rest);
        return 0;
    case ["parse", .. var rest]:
        ParseBenchmark.Run(rest);
        return 0;
    case ["pages", .. var rest]:
        await PagesBenchmark.RunAsync(rest);
        return 0;
    case ["first-sync", .. var rest]:
        await FirstSyncBenchmark.RunAsync(rest);
        return 0;
    case ["nightly", .. var rest]:
        await NightlyBenchmark.RunAsync(rest);
        return 0;
    case ["truth", .. var rest]:
        TruthBenchmark.Run(rest);
        return 0;
    default:
        Console.Error.WriteLine(
            "dotnet run -c Release --project benchmarks -- "
            + "import [ROWS] | parse [MB] | pages [MESSAGES] | first-sync [--mailboxes N] [--messages N] | "
            + "core [DATA] [--quick|--further] | kernels | cohort [REACH...] "
            + "| removal [PEOPLE] | truth [DATA] [--quick] "
            + "| nightly [--people N] [--interactions N] [--store FILE]");
        return 2;
}
