using System.Xml.Linq;

namespace InfluencerMap.Tests;

/// <summary>What CHANGELOG.md calls a version is what the build calls it.</summary>
public sealed class ChangelogTests
{
    private static string[] Versions =>
    [
        .. Sources.Text("CHANGELOG.md").Split('\n')
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line["## ".Length..]),
    ];

    [Fact]
    public void Newest_version_of_the_changes_is_the_one_that_is_built() => Assert.Equal(
        XDocument.Parse(Sources.Text("Directory.Build.props")).Descendants("Version").Single().Value, Versions[0]);

    [Fact]
    public void Versions_of_the_changes_are_numbers_that_fall_from_top_to_bottom()
    {
        var numbers = Array.ConvertAll(Versions, Version.Parse);
        Assert.All(Versions, version => Assert.Matches(@"^\d+\.\d+\.\d+$", version));
        Assert.Equal(numbers.Distinct().OrderDescending(), numbers);
    }

    [Fact]
    public void No_project_has_a_version_of_its_own() => Assert.All(
        Sources.TextFiles.Where(path => path.HasExtension(".csproj")),
        path => Assert.DoesNotContain("<Version", Sources.Text(path)));
}
