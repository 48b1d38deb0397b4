using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap agreement list</c>: every agreement, those that hold no more too.</summary>
internal static class AgreementListCommand
{
    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var command = new CliCommand("list", "Lists the agreements, and which of them hold today.")
        {
            Examples = ["agreement list"],
        };
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var table = new Table().Border(TableBorder.Rounded);
            TableOutput.AddColumns(
                table, "id", "kind", "number", "of", "channels", "days", "until", "entered by", "state");
            foreach (var agreement in await opened.Retention.AgreementsAsync(cancellation))
                table.AddRow(
                    $"{agreement.Id}", $"{agreement.Kind}", Markup.Escape(agreement.Number),
                    $"{agreement.Date:yyyy-MM-dd}",
                    agreement.Channels.Count == 0 ? "all" : string.Join(", ", agreement.Channels),
                    $"{agreement.MaxDays}", $"{agreement.Expires:yyyy-MM-dd}", Markup.Escape(agreement.EnteredBy),
                    agreement.WithdrawnAt is not null ? "withdrawn"
                        : today < agreement.Date ? "not yet" : today < agreement.Expires ? "holds" : "expired");
            TableOutput.On(Console.Out).Write(table);
            return CommandLine.Done;
        });
        return command;
    }
}
