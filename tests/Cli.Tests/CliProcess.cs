using System.Diagnostics;

namespace InfluencerMap.Cli.Tests;

/// <summary>Runs the built program as a user does, in a process and a folder of its own.</summary>
internal sealed class CliProcess : IDisposable
{
    // Where it is built, with every library that it needs; the tests' folder lacks those that ASP.NET Core has.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Cli", new DirectoryInfo(AppContext.BaseDirectory).Name,
        "influencermap.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("influencermap-").FullName;

    public string StorePath => Path.Combine(Folder, "company.db");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs and expects success.</summary>
    public async Task<CliResult> RunAsync(params string[] args)
    {
        var result = await TryAsync(args);
        Assert.True(
            result.ExitCode == 0,
            $"influencermap {string.Join(' ', args)} ended with {result.ExitCode}: {result.Error}");
        return result;
    }

    /// <summary>Variables that the program finds besides those of the test.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public async Task<CliResult> TryAsync(params string[] args)
    {
        using var process = Start(args);
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts without waiting for the end.</summary>
    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove("INFLUENCERMAP_KEY");
        start.Environment.Remove("INFLUENCERMAP_AUDIT_KEY");
        start.Environment.Remove("INFLUENCERMAP_STORE");
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
