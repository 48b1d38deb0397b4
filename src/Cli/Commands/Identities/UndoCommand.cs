using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities undo</c>: takes an entry of the log back.</summary>
internal static class UndoCommand
{
    public static CliCommand Create()
    {
        var entry = new Argument<long>("ENTRY") { Description = "Its number in the log." };
        return new CliCommand(
            "undo", "Undoes an entry of the log: the next nightly computes as if it had never been made.", [entry])
        {
            Examples = ["identities undo 3"],
        }.Decides(
            (parsed, identities, decision, cancellation) =>
                identities.UndoAsync(parsed.GetRequiredValue(entry), decision, cancellation),
            parsed => $"undid entry {parsed.GetRequiredValue(entry)}.");
    }
}
