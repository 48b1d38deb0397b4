namespace InfluencerMap.Cli;

/// <summary>A pair that may be one: readable, for operators only.</summary>
/// <param name="Handle">The account's handle, or the id of the other person.</param>
/// <param name="Person">The id of the person, as the source writes it.</param>
/// <param name="Reason">Why it may be.</param>
/// <param name="Interactions">Stored interactions in which the account is source or target.</param>
/// <param name="Joined">Whether a cautious rule has joined them.</param>
internal sealed record PairLine(
    [Shown("handle or person")] string Handle, [Shown("perhaps")] string Person, [Shown("why", 2)] string Reason,
    [Shown("interactions", 3)] long Interactions, bool Joined)
{
    [Shown("to do", 1, After = nameof(Joined))]
    public string ToDo => Joined
        ? "joined by a rule; identities split if wrong, dismiss if right"
        : "identities merge if so, dismiss if not";
}

/// <summary><c>influencermap identities review</c>: pairs for somebody to decide.</summary>
internal static class ReviewCommand
{
    public static CliCommand Create() =>
        new CliCommand(
            "review", "Lists accounts and people that may be one, and those that a rule joined. Decides nothing.")
        {
            Examples = ["identities review", "identities review --format csv > review.csv"],
        }.Reports(async (store, _, output, cancellation) => output.Write(
            Array.ConvertAll(
                await store.Identities.ReviewAsync(cancellation),
                pair => new PairLine(pair.Handle, pair.Person, pair.Reason, pair.Interactions, pair.Joined)),
            none: "Nothing waits for a decision."));
}
