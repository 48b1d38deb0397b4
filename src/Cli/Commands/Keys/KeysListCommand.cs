using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys list</c>: which keys there are; none of them can be read.</summary>
internal static class KeysListCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var command = new CliCommand(
            "list", "Lists the keys: id, role, from when to when.") { Examples = ["keys list"] };
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var table = new Table().Border(TableBorder.Rounded);
            TableOutput.AddColumns(table, "id", "role", "made", "ends", "state");
            foreach (var key in await opened.ApiKeys.ListAsync(cancellation))
                table.AddRow(
                    key.Id, string.Join(' ', key.Roles), $"{key.CreatedAt:yyyy-MM-dd}", $"{key.ExpiresAt:yyyy-MM-dd}",
                    key.RevokedAt is not null ? "revoked" : key.OpensAt(now) ? "valid" : "expired");
            TableOutput.On(Console.Out).Write(table);
            return CommandLine.Done;
        });
        return command;
    }
}
