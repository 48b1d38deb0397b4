using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities undo</c>: takes an entry of the log back.</summary>
internal static class UndoCommand
{
    public static CliCommand Create()
    {
        var entry = new Argument<long>("ENTRY") { Description = "Its number in the log." };
        var options = new DecisionOptions();
        return new CliCommand(
            "undo", "Undoes an entry of the log: the next nightly computes as if it had never been made.",
            [entry, .. options.All(false)])
        {
            Examples = ["identities undo 3"],
        }.Does((parsed, cancellation) => options.DecideAsync(
            parsed,
            (identities, decision) => identities.UndoAsync(parsed.GetRequiredValue(entry), decision, cancellation),
            _ => $"undid entry {parsed.GetRequiredValue(entry)}.",
            cancellation));
    }
}
