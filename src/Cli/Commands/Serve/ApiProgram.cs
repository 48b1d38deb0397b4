using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary>The API as a process of its own: what answers HTTP cannot read mail, and has no source's secret.</summary>
internal static class ApiProgram
{
    private const string Library = "InfluencerMap.Api.dll";

    /// <summary>Runs it to its end, which comes with the cancellation at the latest.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="FailedException">It is not next to this program, or cannot be started.</exception>
    public static async Task<int> RunAsync(
        IEnumerable<string> arguments, string store, CancellationToken cancellation)
    {
        var library = Find(AppContext.BaseDirectory);
        var start = new ProcessStartInfo(Dotnet(), [library, .. arguments, "--until-input-ends"])
        {
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in ServedEnvironment.Of(Variables(), store))
            start.Environment[name] = value;
        // Settings are variables: a file of settings in whatever folder this is started from is not meant.
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(library);
        using var api = Start(start);
        // Ctrl+C reaches both programs, SIGTERM this one alone; the end of its input ends the API either way.
        await using var ending = cancellation.Register(api.StandardInput.Close);
        await api.WaitForExitAsync(CancellationToken.None);
        return api.ExitCode;
    }

    /// <summary>
    /// Next to this program when both were published or installed, otherwise in the build's own folders.
    /// </summary>
    internal static string Find(string programFolder)
    {
        var folder = new DirectoryInfo(programFolder);
        var beside = Path.Combine(folder.FullName, "api", Library);
        if (File.Exists(beside))
            return beside;
        var built = Path.Combine(folder.FullName, "..", "..", "Api", folder.Name, Library);
        return File.Exists(built)
            ? Path.GetFullPath(built)
            : throw new FailedException(
                $"The API is not next to this program: there is no '{beside}'. Install or publish it again, whole.");
    }

    /// <summary>The host of the runtime that runs this program, which need not be on the path.</summary>
    private static string Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return File.Exists(Path.Combine(root, name)) ? Path.Combine(root, name) : name;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new FailedException($"The API cannot be started with '{start.FileName}': {e.Message}");
        }
    }

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().ToDictionary(one => (string)one.Key, one => (string)one.Value!);
}
