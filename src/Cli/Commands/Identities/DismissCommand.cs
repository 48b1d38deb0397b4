using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities dismiss</c>: a pair that the review need not show again.</summary>
internal static class DismissCommand
{
    public static CliCommand Create()
    {
        var handle = new Argument<string>("HANDLE") { Description = "The first of the pair: a handle, or a person." };
        var person = new Argument<string>("PERSON") { Description = "The other of the pair: an id, key or address." };
        return new CliCommand(
            "dismiss", "Takes a pair off the review and leaves things as they are: two people of one name, an address "
                + "that is not the person's, or a rule that is right.",
            [handle, person])
        {
            Examples = ["identities dismiss E1007 E7", "identities dismiss a.example@old.example E7"],
        }.Decides(
            (parsed, identities, decision, cancellation) => identities.DismissAsync(
                Decisions.Normal(parsed.GetRequiredValue(handle)),
                Decisions.Normal(parsed.GetRequiredValue(person)), decision, cancellation),
            _ => "dismissed; no ranking changes by it.");
    }
}
