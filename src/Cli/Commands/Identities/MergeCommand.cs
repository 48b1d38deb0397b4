using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities merge</c>: two that are one.</summary>
internal static class MergeCommand
{
    public static CliCommand Create()
    {
        var handle = new Argument<string>("HANDLE")
        {
            Description = "An address or handle that was seen; or the id or key of a person, with all their addresses.",
        };
        var person = new Argument<string>("PERSON") { Description = "Whose it is: an id, key or address." };
        return new CliCommand(
            "merge", "Takes an address, or another person, for the person's; for all time or for days.",
            [handle, person])
        {
            Examples =
            [
                "identities merge a.example@old.example E7",
                "identities merge desk3@example.com E9 --from 2026-04-15",
                "identities merge E1007 E7",
            ],
        }.Decides(
            (parsed, identities, decision, cancellation) => identities.MergeAsync(
                Decisions.Normal(parsed.GetRequiredValue(handle)),
                Decisions.Normal(parsed.GetRequiredValue(person)), decision, cancellation),
            _ => "merged.", withDays: true);
    }
}
