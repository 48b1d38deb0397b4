using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>The table of rules in docs/measures.md is what the code does.</summary>
public sealed class RuleTableTests
{
    /// <summary>Options that shape the graph and the score rather than decide what counts.</summary>
    private static readonly string[] NoRules =
        ["preset", "directed", "countOnly", "lengths", "blend.betweenness", "blend.reach", "blend.pageRank"];

    private static Dictionary<string, string> Defaults { get; } = new(OptionsJson.List(InfluenceOptions.Default));

    [Fact]
    public void The_documented_rules_are_those_of_the_code_with_their_options_and_defaults()
    {
        var documented = File.ReadLines(Path.Combine(SharedData.RepositoryRoot, "docs", "measures.md"))
            .SkipWhile(line => line != "### Rules").Skip(1)
            .TakeWhile(line => !line.StartsWith("### ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();

        Assert.Equal(
            InfluenceRules.All.Select(rule =>
                $"{rule.Name}: {string.Join(' ', rule.Options.Select(option => $"`{option}={Defaults[option]}`"))}: "
                + rule.Stage.ToString().ToLowerInvariant()),
            documented.Select(cells => $"{cells[1].Trim('`')}: {cells[2]}: {cells[3]}"));
        Assert.All(documented, cells => Assert.NotEmpty(cells[4]));
    }

    [Fact]
    public void Every_option_belongs_to_one_rule_or_shapes_the_graph() =>
        Assert.Equal(
            Defaults.Keys.Except(NoRules).Order(),
            InfluenceRules.All.SelectMany(rule => rule.Options).Order());

    [Fact]
    public void Turning_a_rule_off_changes_its_own_options_and_no_other()
    {
        foreach (var rule in InfluenceRules.All.Where(rule => rule.Off is not null))
        {
            var without = new Dictionary<string, string>(OptionsJson.List(rule.Off!(InfluenceOptions.Default)));
            var changed = Defaults.Where(option => without.GetValueOrDefault(option.Key) != option.Value).ToArray();
            Assert.NotEmpty(changed);
            Assert.Subset(rule.Options.ToHashSet(), changed.Select(option => option.Key).ToHashSet());
            Assert.False(rule.IsOn(rule.Off(InfluenceOptions.Default)), rule.Name);
        }
    }

    [Fact]
    public void Options_that_an_older_run_does_not_name_have_their_defaults() =>
        Assert.Equal(
            InfluenceOptions.Default with
            {
                Cleaning = new() { AudienceMax = 7 }, Weighing = new() { Roles = new() { Cc = 0.25 } },
            },
            OptionsJson.Read("""{"preset":"default","audienceMax":7,"roles":{"cc":0.25}}"""));

    [Fact]
    public void Every_option_is_set_by_its_name_and_by_no_other()
    {
        foreach (var (name, value) in Defaults.Where(option => option.Key != "preset"))
        {
            var other = value switch
            {
                "true" => "false", "false" => "true", "0" => "1", "1" => "2", "20" => "21", _ => $"{value}1",
            };
            var changed = OptionsJson.With(InfluenceOptions.Default, name, other)!;
            Assert.Equal([name], OptionsJson.List(changed)
                .Where(option => Defaults[option.Key] != option.Value).Select(option => option.Key));
        }
        Assert.Null(OptionsJson.With(InfluenceOptions.Default, "audience", "1"));
        Assert.Null(OptionsJson.With(InfluenceOptions.Default, "roles.bc", "1"));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => OptionsJson.With(InfluenceOptions.Default, "audienceMax", "0"));
    }
}
