using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities split</c>: an address that is not its owner's.</summary>
internal static class SplitCommand
{
    public static CliCommand Create()
    {
        var handle = new Argument<string>("HANDLE") { Description = "An address or handle that somebody owns." };
        return new CliCommand(
            "split", "Takes an address from its owner, whoever said so: it is nobody's until it is merged.", [handle])
        {
            Examples =
                ["identities split ada+lab@example.com", "identities split desk3@example.com --from 2026-04-01"],
        }.Decides(
            (parsed, identities, decision, cancellation) => identities.SplitAsync(
                Decisions.Normal(parsed.GetRequiredValue(handle)), decision, cancellation),
            _ => "split.", withDays: true);
    }
}
