using System.Diagnostics;
using InfluencerMap.Graph;
using PublicApiGenerator;

namespace InfluencerMap.Tests;

/// <summary>What outsiders build on changes only on purpose.</summary>
public sealed class ApprovalTests
{
    private const string GraphSurface = "tests/Repository.Tests/approved/Graph.api.txt";
    private const string ApproveSwitch = "INFLUENCERMAP_APPROVE";

    /// <summary>Attributes of the assembly tell its version and how it was built; callers use neither.</summary>
    private static readonly ApiGeneratorOptions OfTypes =
        new() { IncludeAssemblyAttributes = false, TreatRecordsAsClasses = false };

    /// <summary>To accept a change: INFLUENCERMAP_APPROVE=1 dotnet test --project tests/Repository.Tests</summary>
    [Fact]
    public void Graph_library_shows_the_approved_surface()
    {
        var path = Sources.FullPath(GraphSurface);
        var built = typeof(InteractionGraph).Assembly.GeneratePublicApi(OfTypes).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(ApproveSwitch) == "1")
            File.WriteAllText(path, built);

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (built == approved)
            return;
        var (builtLines, approvedLines) = (built.Split('\n'), approved.Split('\n'));
        Assert.Fail(
            $"The public surface of src/Graph is not the one in {GraphSurface}.\n"
            + $"Added:   {string.Join("\n         ", builtLines.Except(approvedLines))}\n"
            + $"Removed: {string.Join("\n         ", approvedLines.Except(builtLines))}\n"
            + $"Run the test with {ApproveSwitch}=1 to write the file anew, and review the difference.");
    }

    /// <summary>The build writes the file: a difference from what git holds is a change nobody has looked at.</summary>
    [Fact]
    public void OpenApi_document_in_git_is_the_build_s()
    {
        const string path = "src/Api/openapi.json";
        Assert.SkipUnless(Path.Exists(Sources.FullPath(".git")), "This copy is not a git checkout.");
        // The checkout may belong to another user than the one who tests.
        var start = new ProcessStartInfo("git",
            ["-c", $"safe.directory={SharedData.RepositoryRoot}", "diff", "--exit-code", "--", path])
        {
            WorkingDirectory = SharedData.RepositoryRoot,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var difference = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, $"{path} has changed with the build; review it and `git add` it.\n{difference}");
    }
}
