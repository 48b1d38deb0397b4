using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>An entry of the log.</summary>
internal sealed record IdentityLine(
    [Shown("entry", Format = "0")] long Entry, [Shown("at (UTC)", 4)] string At, [Shown("who", 5)] string Who,
    string Action, string? Handle, [Shown("person", Missing = "")] string? Person, string? OtherPerson, DateOnly? From,
    DateOnly? To,
    [Shown("items", 1)] int Items, long? Undoes,
    [Shown("undone by", 3, Format = "0", Missing = "")] long? UndoneBy)
{
    [Shown("what", After = nameof(Who))]
    public string What => Undoes is { } undone ? $"undo {undone}" : Action;

    [Shown("handle or person", After = nameof(Handle))]
    public string HandleOrPerson => Handle ?? OtherPerson ?? "";

    [Shown("days", 2, After = nameof(To))]
    public string Days => (From, To) is (null, null) ? "" : $"{From:yyyy-MM-dd} … {To:yyyy-MM-dd}";
}

/// <summary><c>influencermap identities log</c>: who decided what, and what was undone.</summary>
internal static class LogCommand
{
    public static CliCommand Create() =>
        new CliCommand("log", "Lists every decision and undo, the latest first.")
        {
            Examples = ["identities log", "identities log --format json"],
        }.Reports(async (store, _, output, cancellation) =>
            output.Write(
                Array.ConvertAll(await store.Identities.LogAsync(cancellation), LineOf),
                none: "No decision is on record."));

    private static IdentityLine LineOf(IdentityLogEntry entry) => new(
        entry.Entry, $"{entry.At:yyyy-MM-ddTHH:mm:ssZ}", entry.Who, entry.Action.ToString().ToLowerInvariant(),
        entry.Handle, entry.Person, entry.OtherPerson, entry.From, entry.To, entry.Items, entry.Undoes, entry.UndoneBy);
}
