using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfluencerMap.Tests;

/// <summary>What must not see what: docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("src/Graph/Graph.csproj", "")]
    [InlineData("src/Collectors/Collectors.csproj", "Graph")]
    [InlineData("src/Storage/Storage.csproj", "Graph")]
    [InlineData("src/Engine/Engine.csproj", "Graph Storage")]
    [InlineData("src/Demo/Demo.csproj", "Graph")]
    [InlineData("src/Cli/Cli.csproj", "Collectors Demo Engine")]
    [InlineData("src/Api/Api.csproj", "Engine")]
    [InlineData("benchmarks/benchmarks.csproj", "Cli Collectors Graph Storage")]
    public void Project_references_are_the_documented_arrows(string project, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReferencesOf(project).Where(p => p.IsUnder("src"))
            .Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)));

    [Fact]
    public void Command_line_starts_the_api_and_sees_nothing_of_it()
    {
        var reference = Assert.Single(
            XDocument.Parse(Sources.Text("src/Cli/Cli.csproj")).Descendants("ProjectReference"),
            one => ((string)one.Attribute("Include")!).Contains("Api", StringComparison.Ordinal));
        Assert.Equal("false", (string?)reference.Attribute("ReferenceOutputAssembly"));
        Assert.DoesNotContain("InfluencerMap.Api", Built("Cli", "influencermap.deps.json"));
        Assert.DoesNotContain("Collectors", Built("Api", "InfluencerMap.Api.deps.json"));

        static string Built(string project, string file) => File.ReadAllText(Path.Combine(
            AppContext.BaseDirectory, "..", "..", project, new DirectoryInfo(AppContext.BaseDirectory).Name, file));
    }

    [Fact]
    public void Products_reference_no_project_outside_src() =>
        Assert.All(Products.SelectMany(ReferencesOf), p => Assert.StartsWith("src/", p));

    [Fact]
    public void Every_project_belongs_to_the_solution_and_is_documented()
    {
        var solution = Sources.Text("InfluencerMap.sln").Replace('\\', '/');
        var documented = new[] { "src", "tests", "benchmarks", "eng" };
        foreach (var project in Sources.TextFiles.Where(IsProject))
        {
            Assert.Contains($"\"{project}\"", solution);
            Assert.Contains(project.Split('/')[0], documented);
        }
        Assert.Equal(["Api", "Cli", "Collectors", "Demo", "Engine", "Graph", "Storage"],
            Products.Select(p => p.Split('/')[1]));
    }

    [Fact]
    public void Measures_and_influence_never_see_identities()
    {
        var findings =
            from file in Sources.CSharpUnder("src/Graph")
            where !file.Path.IsUnder("src/Graph/Company")
            from name in file.Root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
            where name.Identifier.Text is "Account" or "AccountKind" or "DirectoryEntry"
            select $"{file.Place(name)} names {name.Identifier.Text}: scoring knows people by id and key alone.";
        Assert.Empty(findings);
    }

    [Fact]
    public void Only_the_command_line_writes_to_the_console()
    {
        var findings =
            from file in Sources.CSharpUnder("src")
            where !file.Path.IsUnder("src/Cli")
            from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            where access.Expression.ToString() is "Console" or "Console.Out" or "System.Console"
            // Reading: the API ends when its starter's end of the pipe closes.
            where access.Name.Identifier.Text != nameof(Console.OpenStandardInput)
            select $"{file.Place(access)} writes to the console.";
        Assert.Empty(findings);
    }

    private static IEnumerable<string> Products => Sources.TextFiles.Where(p => p.IsUnder("src") && IsProject(p));

    private static bool IsProject(string path) => path.HasExtension(".csproj");

    /// <summary>The projects whose types it may use, as paths from the root.</summary>
    private static IEnumerable<string> ReferencesOf(string project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SharedData.RepositoryRoot, project))!;
        return XDocument.Parse(Sources.Text(project)).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => (string)reference.Attribute("Include")!)
            .Select(include => Path.GetFullPath(Path.Combine(folder, include.Replace('\\', '/'))))
            .Select(path => Path.GetRelativePath(SharedData.RepositoryRoot, path).Replace('\\', '/'));
    }
}
