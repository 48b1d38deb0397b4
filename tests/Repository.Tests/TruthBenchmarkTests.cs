using System.Diagnostics;

namespace InfluencerMap.Tests;

/// <summary>docs/results-truth.md can be made again: its benchmark runs, and its parts are those of the page.</summary>
public sealed class TruthBenchmarkTests
{
    /// <summary>Parts of the page that no program prints.</summary>
    private static readonly string[] Prose = ["## Where it is no better than counting contacts", "## The demo"];

    [Fact]
    public async Task Benchmark_of_what_the_ranking_is_worth_runs_and_has_the_parts_of_its_page()
    {
        var program = Path.Combine(
            AppContext.BaseDirectory, "..", "..", "benchmarks", new DirectoryInfo(AppContext.BaseDirectory).Name,
            "InfluencerMap.benchmarks.dll");
        Assert.SkipUnless(File.Exists(program), "The benchmarks are not built; dotnet test at the root builds them.");
        var start = new ProcessStartInfo("dotnet", [program, "truth", "no-data", "--quick"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);

        Assert.True(process.ExitCode == 0, await error);
        Assert.Contains("Skipped: `bkoffb.csv`", output, StringComparison.Ordinal);
        Assert.Equal(Parts(Sources.Text("docs/results-truth.md")), Parts(output));
    }

    private static string[] Parts(string markdown) =>
    [
        .. markdown.Split('\n').Where(line => line.StartsWith("## ")).Select(line => line.TrimEnd())
            .Except(Prose),
    ];
}
