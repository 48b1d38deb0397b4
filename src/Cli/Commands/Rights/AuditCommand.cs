using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>An action in the list of the audit. Callers and people are pseudonyms.</summary>
/// <param name="Entry">Its number, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Caller">Who, as a keyed hash; operator at the command line.</param>
/// <param name="Roles">The roles that the caller brought, separated by blanks.</param>
/// <param name="Action">What was done, in a word.</param>
/// <param name="Purpose">What for, where the action needs a purpose.</param>
/// <param name="Detail">What exactly, without anybody in it.</param>
/// <param name="People">How many people are concerned.</param>
internal sealed record AuditListLine(
    [Shown("line", Format = "0")] long Entry, [Shown("when", Format = "yyyy-MM-dd HH:mm:ss")] DateTime At,
    [Shown("who")] string Caller, [Shown("roles")] string Roles, [Shown("action")] string Action,
    [Shown("purpose")] string Purpose, [Shown("what")] string Detail, [Shown("people", Format = "0")] int People);

/// <summary><c>influencermap audit</c>: who was shown whom, and whether that is still what was written.</summary>
internal static class AuditCommand
{
    private const int ShownMax = 100_000;

    public static CliCommand Create() =>
        new("audit", "Shows who saw whom, when and why, or checks that no line was altered.",
            [CreateVerify(), CreateList()]);

    private static CliCommand CreateVerify()
    {
        var noted = Options.Of<string?>(
            "--noted", "hash",
            "The head that an earlier check gave, noted elsewhere: shows that no later line was cut off.");
        var store = SharedOptions.Store();
        return new CliCommand(
            "verify", "Goes through all lines; each carries a hash of those before it.", [noted, store])
        {
            Examples = ["audit verify", "audit verify --noted 3f5a…"],
        }.Does(async (parsed, cancellation) =>
        {
            await using var audit = await AuditStore.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var check = await audit.VerifyAsync(parsed.GetValue(noted), cancellation);
            if (check.BrokenAt is { } broken)
                throw new FailedException(
                    $"Line {broken} is not as it was written: altered, left out or put in. "
                    + $"The {check.Rows:N0} lines before it hold.");
            if (!check.HoldsNoted)
                throw new FailedException(
                    "No line has the noted hash: lines were cut off at the end. "
                    + $"The {check.Rows:N0} that are there hold.");
            Progress.Say($"All {check.Rows:N0} lines hold. Note the head elsewhere:");
            Console.Out.WriteLine(check.Head);
        });
    }

    private static CliCommand CreateList()
    {
        var top = Options.Of("--top", "n", "How many lines to show, the last first.", 50);
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        return new CliCommand(
            "list", "Shows the last lines. Callers and people are pseudonyms.", [top, .. output.All, store])
        {
            Examples = ["audit list", "audit list --top 500 --format csv > audit.csv"],
        }.Does(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var shown = Options.Require(parsed, top, 1, ShownMax);
            await using var audit = await AuditStore.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            choice.Write(
                Array.ConvertAll(await audit.ListAsync(null, shown, cancellation), LineOf),
                "Nothing stands in the audit yet.");
        });
    }

    private static AuditListLine LineOf(AuditLine line) => new(
        line.Sequence, line.Entry.At, line.Entry.Caller, line.Entry.Roles, line.Entry.Action, line.Entry.Purpose,
        line.Entry.Detail, line.Entry.Keys.Count + line.ErasedCount);
}
