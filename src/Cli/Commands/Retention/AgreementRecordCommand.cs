using System.CommandLine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap agreement record</c>: every field is needed; without one there is no record.</summary>
internal static class AgreementRecordCommand
{
    private const int DaysMax = 3660;

    public static CliCommand Create()
    {
        var kind = new Option<string>("--kind") { Description = "What it is.", HelpName = "union|inspectorate" };
        kind.AcceptOnlyFromAmong("union", "inspectorate");
        var number = new Option<string>("--number") { Description = "Its number or reference.", HelpName = "text" };
        var date = SharedOptions.Day("--date", "When it was concluded.");
        var scope = new Option<string>("--scope")
        {
            Description = "Channels that it covers, separated by commas, or all. Of some units only: keep a store of "
                + "their own, because events are kept by account.",
            HelpName = "all|" + string.Join(',', Enum.GetNames<Channel>().Take(2)).ToLowerInvariant(),
        };
        var maxDays = new Option<int>("--max-days") { Description = "Days it allows.", HelpName = "n" };
        var expires = SharedOptions.Day("--expires", "The first day on which it holds no more.");
        var by = new Option<string>("--entered-by") { Description = "Who writes it down.", HelpName = "text" };
        var store = SharedOptions.Store();
        var command = new CliCommand("record", "Records an agreement. From then on raw events may be kept for longer.")
        {
            Examples =
            [
                "agreement record --kind union --number 12/2026 --date 2026-03-01 --scope all --max-days 90 "
                    + "--expires 2028-03-01 --entered-by \"HR legal\"",
            ],
        };
        foreach (var option in new Option[] { kind, number, date, scope, maxDays, expires, by })
        {
            option.Required = true;
            command.Add(option);
        }
        command.Add(store);
        command.SetAction(async (parsed, cancellation) =>
        {
            var agreement = new Agreement
            {
                Kind = parsed.GetRequiredValue(kind) == "union"
                    ? AgreementKind.UnionAgreement
                    : AgreementKind.InspectorateAuthorisation,
                Number = RequireText("--number", parsed.GetRequiredValue(number)),
                Date = parsed.GetRequiredValue(date)!.Value,
                Channels = ChannelsOf(parsed.GetRequiredValue(scope)),
                MaxDays = parsed.GetValue(maxDays) is >= 1 and <= DaysMax and var days
                    ? days
                    : throw new UsageException($"--max-days {parsed.GetValue(maxDays)} is outside 1 … {DaysMax}."),
                Expires = parsed.GetRequiredValue(expires)!.Value,
                EnteredBy = RequireText("--entered-by", parsed.GetRequiredValue(by)),
                EnteredAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            };
            if (agreement.Expires <= agreement.Date)
                throw new UsageException("--expires is not after --date.");
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            await RetentionActs.RecordAsync(opened, parsed.GetRequiredValue(store), agreement, cancellation);
            Progress.Say("Recorded. See: influencermap agreement list; influencermap retention");
            return CommandLine.Done;
        });
        return command;
    }

    private static string RequireText(string option, string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new UsageException($"{option} is empty.") : text.Trim();

    private static Channel[] ChannelsOf(string scope) => scope.Equals("all", StringComparison.OrdinalIgnoreCase)
        ? []
        : Array.ConvertAll(scope.Split(',', StringSplitOptions.TrimEntries), word =>
            Enum.TryParse<Channel>(word, ignoreCase: true, out var channel) && Enum.IsDefined(channel)
                ? channel
                : throw new UsageException(
                    $"--scope: there is no channel '{word}'. Take all, or some of "
                    + $"{string.Join(", ", Enum.GetNames<Channel>()).ToLowerInvariant()}."));
}
