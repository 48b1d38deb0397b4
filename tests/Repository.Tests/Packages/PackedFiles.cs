using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace InfluencerMap.Tests.Packages;

/// <summary>The packages as <c>dotnet pack</c> makes them of what is built, and the tool installed.</summary>
/// <remarks>Nothing is downloaded: the only source is the folder with the two packages.</remarks>
public sealed class PackedFiles : IAsyncLifetime
{
    private const string SourceOfPackagesAlone = """
        <configuration>
          <packageSources>
            <clear />
            <add key="packed" value="packages" />
          </packageSources>
        </configuration>
        """;

    /// <summary>What the test's own build told its processes would lead the SDK astray that is started here.</summary>
    private static readonly string[] BuildVariables = ["MSBUILD", "DOTNET_CLI_", "TESTINGPLATFORM_"];

    private static readonly string Configuration =
        new DirectoryInfo(AppContext.BaseDirectory).Name.Contains("release", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    public string Folder { get; } = Directory.CreateTempSubdirectory("influencermap-").FullName;

    public string PackagesFolder => Path.Combine(Folder, "packages");

    public string ToolFolder => Path.Combine(Folder, "tool");

    /// <summary>The installed tool.</summary>
    public string Tool => Path.Combine(ToolFolder, OperatingSystem.IsWindows() ? "influencermap.exe" : "influencermap");

    public static string Version { get; } =
        XDocument.Parse(Sources.Text("Directory.Build.props")).Descendants("Version").Single().Value;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["src/Graph", "src/Cli"])
            await DotnetAsync(
                SharedData.RepositoryRoot, "pack", project, "--no-build", "--configuration", Configuration,
                "--output", PackagesFolder, "-nodeReuse:false");
        await File.WriteAllTextAsync(Path.Combine(Folder, "nuget.config"), SourceOfPackagesAlone);
        await DotnetAsync(
            Folder, "tool", "install", "--tool-path", ToolFolder, "influencermap", "--source", "packages");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public ZipArchive Open(string name) => ZipFile.OpenRead(Path.Combine(PackagesFolder, $"{name}.{Version}.nupkg"));

    /// <summary>Runs the SDK, and expects that it succeeds.</summary>
    /// <returns>What it wrote on standard output.</returns>
    public Task<string> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync(Start("dotnet", folder, arguments));

    /// <summary>Starts a program without what this test run has in its variables.</summary>
    public Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => BuildVariables.Any(prefix =>
                     name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A secret of a source, which no process that answers HTTP may have.
        start.Environment["INFLUENCERMAP_CLIENT_SECRET"] = "secret-of-a-source";
        start.Environment["PATH"] = ToolFolder + Path.PathSeparator + start.Environment["PATH"];
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static async Task<string> RunAsync(Process process)
    {
        using var owned = process;
        var output = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(CancellationToken.None),
            process.StandardError.ReadToEndAsync(CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(
            process.ExitCode == 0,
            $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with "
            + $"{process.ExitCode}:\n{string.Join('\n', output)}");
        return output[0];
    }
}

/// <summary>Packs once for all tests that need it.</summary>
[CollectionDefinition(Name)]
public sealed class PackedTests : ICollectionFixture<PackedFiles>
{
    public const string Name = "packed";
}
