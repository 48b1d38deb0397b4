using System.Text.RegularExpressions;
using InfluencerMap.Tests;

namespace InfluencerMap.Graph.Tests;

public partial class SnippetTests
{
    [Fact]
    public void Documented_snippets_are_lines_of_compiled_tests()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs/quikgraph.md"));
        var folder = Path.Combine(SharedData.RepositoryRoot, "tests/Graph.Tests/QuikGraph");
        string[] sources = [.. Directory.GetFiles(folder, "Snippets*.cs").Select(File.ReadAllText).Select(Unindented)];
        string[] snippets = [.. CSharpBlock().Matches(page).Select(match => Unindented(match.Groups["code"].Value))];
        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(sources, source => source.Contains(snippet)));
    }

    private static string Unindented(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
