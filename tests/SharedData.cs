namespace InfluencerMap.Tests;

/// <summary>
/// Where the repository lies, and the real data sets that may lie in <c>shared/</c> beside it.
/// They are not part of the repository: a test that needs them is skipped, and says so, where they are absent.
/// </summary>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>The full path of a file under <c>shared/</c>; skips the calling test where it is absent.</summary>
    public static string Require(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", relativePath));
        Assert.SkipUnless(Path.Exists(path), $"shared/{relativePath} is not beside the repository.");
        return path;
    }

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfluencerMap.sln")))
                return folder.FullName;
        throw new InvalidOperationException("InfluencerMap.sln was not found above the test binaries.");
    }
}
