using System.ComponentModel;
using System.Diagnostics;

namespace InfluencerMap.Benchmarks.Peers;

/// <summary>A peer in Python, in a process of its own.</summary>
internal static class Python
{
    /// <summary>The lines that a script of this folder prints; null where there is no Python.</summary>
    public static string[]? TryRun(string script, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "python3", ["-I", Path.Combine(AppContext.BaseDirectory, "Peers", script), .. arguments])
            { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException($"{script} ended with {process.ExitCode}.");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
