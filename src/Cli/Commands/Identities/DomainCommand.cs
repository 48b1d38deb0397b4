using System.CommandLine;
using System.Text.RegularExpressions;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities domain</c>: a domain of the company.</summary>
internal static partial class DomainCommand
{
    public static CliCommand Create()
    {
        var domain = new Argument<string>("DOMAIN") { Description = "What stands after the @; its sub-domains too." };
        return new CliCommand(
            "domain", "Declares a domain to be the company's own: a subsidiary's, or the name before a change.",
            [domain])
        {
            Examples = ["identities domain example.com", "identities domain subsidiary.example --from 2026-01-01"],
        }.Decides(
            (parsed, identities, decision, cancellation) => identities.DeclareDomainAsync(
                Checked(parsed.GetRequiredValue(domain)), decision, cancellation),
            _ => "declared.", withDays: true);
    }

    private static string Checked(string text) =>
        Domain().IsMatch(text)
            ? text.ToLowerInvariant()
            : throw new UsageException("A domain has two names or more with dots between them: example.com");

    [GeneratedRegex(@"^[\p{L}\p{Nd}-]{1,63}(\.[\p{L}\p{Nd}-]{1,63}){1,10}$")]
    private static partial Regex Domain();
}
