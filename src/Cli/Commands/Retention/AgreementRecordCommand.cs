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
        var kind = Options.Word<string>("--kind", "What it is.", "union", "inspectorate");
        var number = Options.Of<string>("--number", "text", "Its number or reference.");
        var date = SharedOptions.Day("--date", "When it was concluded.");
        var scope = Options.Of<string>(
            "--scope", "all|" + string.Join(',', Enum.GetNames<Channel>().Take(2)).ToLowerInvariant(), "Channels "
                + "that it covers, separated by commas, or all. Of some units only: keep a store of their own, because "
                + "events are kept by account.");
        var maxDays = Options.Of<int>("--max-days", "n", "Days it allows.");
        var expires = SharedOptions.Day("--expires", "The first day on which it is no longer in force.");
        var by = Options.Of<string>("--entered-by", "text", "Who writes it down.");
        var store = SharedOptions.Store();
        Option[] required = [kind, number, date, scope, maxDays, expires, by];
        foreach (var option in required)
            option.Required = true;
        return new CliCommand(
            "record", "Records an agreement. From then on raw events may be kept for longer.", [.. required, store])
        {
            Examples =
            [
                "agreement record --kind union --number 12/2026 --date 2026-03-01 --scope all --max-days 90 "
                    + "--expires 2028-03-01 --entered-by \"HR legal\"",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var agreement = new Agreement
            {
                Kind = parsed.GetRequiredValue(kind) == "union"
                    ? AgreementKind.UnionAgreement
                    : AgreementKind.InspectorateAuthorisation,
                Number = RequireText("--number", parsed.GetRequiredValue(number)),
                Date = parsed.GetRequiredValue(date)!.Value,
                Channels = ChannelsOf(parsed.GetRequiredValue(scope)),
                MaxDays = Options.Require(parsed, maxDays, 1, DaysMax),
                Expires = parsed.GetRequiredValue(expires)!.Value,
                EnteredBy = RequireText("--entered-by", parsed.GetRequiredValue(by)),
                EnteredAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            };
            if (agreement.Expires <= agreement.Date)
                throw new UsageException("--expires is not after --date.");
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            await RetentionActs.RecordAsync(opened, agreement, cancellation);
            Progress.Say("Recorded. See: influencermap agreement list; influencermap retention");
        });
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
