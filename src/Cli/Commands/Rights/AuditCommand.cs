using System.CommandLine;
using InfluencerMap.Engine;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap audit</c>: who was shown whom, and whether that is still what was written.</summary>
internal static class AuditCommand
{
    private const int ShownMax = 100_000;

    public static CliCommand Create()
    {
        var command = new CliCommand("audit", "Shows who saw whom, when and why, or checks that no line was altered.");
        command.Add(CreateVerify());
        command.Add(CreateList());
        return command;
    }

    private static CliCommand CreateVerify()
    {
        var noted = new Option<string?>("--noted")
        {
            Description = "The head that an earlier check gave, noted elsewhere: shows that no later line was cut off.",
            HelpName = "hash",
        };
        var store = SharedOptions.Store();
        var command = new CliCommand("verify", "Goes through all lines; each carries a hash of those before it.")
        {
            Examples = ["audit verify", "audit verify --noted 3f5a…"],
        };
        command.Add(noted);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
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
            return CommandLine.Done;
        });
        return command;
    }

    private static CliCommand CreateList()
    {
        var top = new Option<int>("--top")
        {
            Description = "How many lines to show, the last first.",
            HelpName = "n",
            DefaultValueFactory = _ => 50,
        };
        var store = SharedOptions.Store();
        var command = new CliCommand("list", "Shows the last lines. Callers and people are pseudonyms.")
        {
            Examples = ["audit list", "audit list --top 500"],
        };
        command.Add(top);
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(top) is not (>= 1 and <= ShownMax))
                throw new UsageException($"--top {parsed.GetValue(top)} is outside 1 … {ShownMax}.");
            await using var audit = await AuditStore.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var table = new Table().Border(TableBorder.Rounded);
            TableOutput.AddNumberColumns(table, "line");
            TableOutput.AddColumns(table, "when", "who", "roles", "action", "purpose", "what");
            TableOutput.AddNumberColumns(table, "people");
            var lines = await audit.ListAsync(null, parsed.GetValue(top), cancellation);
            foreach (var (sequence, entry, erased, _) in lines)
                table.AddRow(
                    $"{sequence}", $"{entry.At:yyyy-MM-dd HH:mm:ss}", entry.Caller, entry.Roles, entry.Action,
                    entry.Purpose, Markup.Escape(entry.Detail), $"{entry.Keys.Count + erased}");
            TableOutput.On(Console.Out).Write(table);
            return CommandLine.Done;
        });
        return command;
    }
}
