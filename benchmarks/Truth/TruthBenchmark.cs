using System.Globalization;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>
/// Measures what the ranking is worth: on companies in which it is known who was planted, and on two public sets in
/// which people said whom they deal with. Prints Markdown and writes nothing else.
/// </summary>
internal static class TruthBenchmark
{
    private const string QuickFlag = "--quick";

    public static void Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var effort = args.Contains(QuickFlag) ? Effort.Quick : Effort.Full;
        var data = args.FirstOrDefault(arg => arg != QuickFlag) ?? Path.Combine("..", "shared", "data");
        DoseTable.Print(effort);
        PartTimeTable.Print(effort);
        IntervalTable.Print(effort);
        RecallTable.Print(effort);
        ReportedTable.Print(effort, Path.Combine(data, "observed-and-reported"));
        SurpriseTable.Print(effort);
    }
}
