using InfluencerMap.Api;

namespace InfluencerMap.Tests;

/// <summary>A slip on the command line would else start the API without what was asked for.</summary>
public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--behind-tls-prox")]
    [InlineData("--stor", "company.db")]
    [InlineData("--url=http://127.0.0.1:5081")]
    [InlineData("--urls", "http://127.0.0.1:5081", "--store", "company.db", "--verbose")]
    [InlineData("--InfluencerMaps:Access:Authority", "https://issuer.example")]
    public void Word_that_is_not_known_is_named(params string[] args)
    {
        var refused = Assert.Throws<NotStartedException>(() => Arguments.Require(args));

        var slip = args.First(word => word.StartsWith("--", StringComparison.Ordinal)
            && word is not ("--urls" or "--store"));
        Assert.Contains($"Nothing here is called '{slip.Split('=')[0]}'.", refused.Message);
        Assert.Contains("influencermap serve --help", refused.Message);
    }

    [Theory]
    [InlineData("company.db")]
    [InlineData("--development-no-auth", "company.db")]
    [InlineData("Data Source=company.db")]
    public void Word_that_is_no_option_is_refused_and_not_repeated(params string[] args) =>
        Assert.DoesNotContain(
            "company", Assert.Throws<NotStartedException>(() => Arguments.Require(args)).Message);

    [Fact]
    public void Option_without_its_value_is_refused() =>
        Assert.Equal(
            "--store wants a value.",
            Assert.Throws<NotStartedException>(() => Arguments.Require(["--behind-tls-proxy", "--store"])).Message);

    [Fact]
    public void Settings_and_switches_in_any_order_and_both_spellings_are_taken() =>
        Arguments.Require(
        [
            "--development-no-auth", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning",
            "--until-input-ends", "--InfluencerMap:Access:Audience", "us", "--store=company.db", "--log-format", "json",
            "--Kestrel:Endpoints:Open:Url", "https://0.0.0.0:5443", "--allowedhosts=*",
        ]);
}
