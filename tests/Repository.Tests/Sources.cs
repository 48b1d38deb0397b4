using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InfluencerMap.Tests;

/// <summary>The repository's own files, without what builds and runs leave behind.</summary>
internal static class Sources
{
    private static readonly string[] FoldersLeftOut =
        [".git", ".vs", ".idea", "artifacts", "node_modules", "demo", "BenchmarkDotNet.Artifacts", "bin", "obj"];

    private static readonly string[] TextExtensions =
    [
        ".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".sql", ".txt", ".http", ".config", ".sh",
        ".svg", ".yml", ".yaml", ".html", ".css", ".js", ".csv", "",
    ];

    /// <summary>Paths from the root with forward slashes, in ordinal order.</summary>
    public static string[] TextFiles { get; } =
        [.. Walk(new(SharedData.RepositoryRoot)).Select(Relative).Order(StringComparer.Ordinal)];

    public static CSharpFile[] CSharpFiles { get; } =
        [.. TextFiles.Where(p => p.HasExtension(".cs")).AsParallel().AsOrdered().Select(Parse)];

    public static IEnumerable<CSharpFile> CSharpUnder(params string[] folders) =>
        CSharpFiles.Where(file => folders.Any(file.Path.IsUnder));

    public static bool IsUnder(this string path, string folder) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal);

    public static bool HasExtension(this string path, string extension) =>
        path.EndsWith(extension, StringComparison.Ordinal);

    public static string FullPath(string path) => Path.Combine(SharedData.RepositoryRoot, path);

    public static string Text(string path) => File.ReadAllText(FullPath(path));

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(f => TextExtensions.Contains(f.Extension)).Select(f => f.FullName)
            .Concat(folder.EnumerateDirectories().Where(d => !FoldersLeftOut.Contains(d.Name)).SelectMany(Walk));

    private static string Relative(string path) =>
        Path.GetRelativePath(SharedData.RepositoryRoot, path).Replace(Path.DirectorySeparatorChar, '/');

    private static CSharpFile Parse(string path)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        return new(path, CSharpSyntaxTree.ParseText(Text(path), options).GetRoot());
    }
}

/// <param name="Path">From the repository's root.</param>
/// <param name="Root">Its syntax.</param>
internal sealed record CSharpFile(string Path, SyntaxNode Root)
{
    /// <summary>"path:line" of a node, for messages.</summary>
    public string Place(SyntaxNode node) => Place(node.GetLocation());

    public string Place(Location location) => $"{Path}:{location.GetLineSpan().StartLinePosition.Line + 1}";
}
