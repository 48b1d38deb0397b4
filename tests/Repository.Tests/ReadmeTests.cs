namespace InfluencerMap.Tests;

/// <summary>What the README tells a newcomer to type is what is built and run.</summary>
public sealed class ReadmeTests
{
    private const string DemoCommand = "dotnet run -c Release --project src/Cli -- demo";
    private const string TestCommand = "dotnet test";

    [Theory]
    [InlineData(DemoCommand)]
    [InlineData(TestCommand)]
    [InlineData("dotnet pack src/Cli")]
    [InlineData("dotnet tool install --global influencermap --source artifacts/package/release")]
    public void Readme_shows_the_command_on_a_line_of_its_own(string command) =>
        Assert.Contains(command, CommandLines("README.md"));

    [Fact]
    public void Ci_runs_the_test_command_of_the_readme() =>
        Assert.Contains(CommandLines(".ci/run"), line => line.StartsWith(TestCommand + " <", StringComparison.Ordinal));

    [Fact]
    public void Readme_links_lead_somewhere()
    {
        var targets = from part in Sources.Text("README.md").Split("](").Skip(1)
                      let target = part[..part.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]
                      where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                      select target;
        Assert.All(targets, target => Assert.True(Path.Exists(Sources.FullPath(target)), target));
    }

    private static IEnumerable<string> CommandLines(string path) =>
        Sources.Text(path).Split('\n').Select(line => line.Split('#')[0].Trim());
}
