using System.Text.RegularExpressions;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>What answers HTTP has no secret with which mail could be read or a pseudonym be undone.</summary>
public sealed partial class ServedEnvironmentTests
{
    [Theory]
    [InlineData("INFLUENCERMAP_KEY")]
    [InlineData("INFLUENCERMAP_KEY_FILE")]
    [InlineData("INFLUENCERMAP_CLIENT_SECRET")]
    [InlineData("INFLUENCERMAP_CERTIFICATE_PASSWORD")]
    [InlineData("INFLUENCERMAP_ACCESS_TOKEN")]
    [InlineData("INFLUENCERMAP_WEBHOOK")]
    [InlineData("INFLUENCERMAP_AUDIT_KEY_FORMER")]
    [InlineData("AZURE_CLIENT_SECRET")]
    [InlineData("AZURE_FEDERATED_TOKEN_FILE")]
    [InlineData("IDENTITY_HEADER")]
    [InlineData("INFLUENCERMAP_SECRET_OF_A_SOURCE_TO_COME")]
    [InlineData("SOMEBODY_ELSES_TOKEN")]
    public void Variable_that_is_no_setting_of_the_api_stays_behind(string name) =>
        Assert.DoesNotContain(name, Of((name, "secret")).Keys);

    [Fact]
    public void Every_variable_that_command_line_and_collectors_read_stays_behind_but_the_audits_key()
    {
        var read = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "src"), "*.cs",
                SearchOption.AllDirectories)
            .SelectMany(path => Variable().Matches(File.ReadAllText(path))).Select(match => match.Value)
            .Where(name => name != "INFLUENCERMAP_AUDIT_KEY_FILE").Distinct().ToArray();
        Assert.Contains("INFLUENCERMAP_CLIENT_SECRET", read);

        Assert.Equal(
            ["INFLUENCERMAP_AUDIT_KEY", "InfluencerMap__Store"],
            Of([.. read.Select(name => (name, "secret"))]).Keys.Where(name => !name.EndsWith("_FILE"))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("INFLUENCERMAP_AUDIT_KEY")]
    [InlineData("InfluencerMap__Access__Authority")]
    [InlineData("INFLUENCERMAP__SMALLGROUPS__MINIMUM")]
    [InlineData("Logging__LogLevel__Default")]
    [InlineData("AllowedHosts")]
    [InlineData("DOTNET_ROOT")]
    [InlineData("PATH")]
    [InlineData("SystemRoot")]
    public void Settings_of_the_api_and_of_the_machine_are_passed_on(string name) =>
        Assert.Equal("value", Of((name, "value"))[name]);

    [Fact]
    public void Store_is_the_one_asked_for_whatever_the_variables_say()
    {
        var passed = Of(
            ("InfluencerMap__Store", "other.db"), ("INFLUENCERMAP__STORE_FILE", "/run/secrets/store"),
            ("INFLUENCERMAP_STORE", "third.db"));

        Assert.Equal([KeyValuePair.Create("InfluencerMap__Store", "company.db")], passed);
    }

    [Fact]
    public void Secret_that_lies_in_a_file_is_not_copied_out_of_it()
    {
        // The command line has read the file into its own environment by then; both at once are refused.
        var passed = Of(("INFLUENCERMAP_AUDIT_KEY", "secret"), ("INFLUENCERMAP_AUDIT_KEY_FILE", "/run/secrets/audit"));

        Assert.DoesNotContain("INFLUENCERMAP_AUDIT_KEY", passed.Keys);
        Assert.Equal("/run/secrets/audit", passed["INFLUENCERMAP_AUDIT_KEY_FILE"]);
    }

    private static Dictionary<string, string> Of(params (string Name, string Value)[] variables) =>
        ServedEnvironment.Of(variables.ToDictionary(one => one.Name, one => one.Value), "company.db");

    [GeneratedRegex(@"\b(INFLUENCERMAP|AZURE)_[A-Z_]+[A-Z]\b")]
    private static partial Regex Variable();
}
