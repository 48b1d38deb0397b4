using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>How long events and runs are kept, as programs read it.</summary>
/// <param name="Profile">Whose rules; null where none was chosen: then raw events are kept without a limit.</param>
/// <param name="RawDays">Days that raw events are kept.</param>
/// <param name="WindowDays">The longest window, up to today.</param>
/// <param name="AggregateDays">Days that runs are kept.</param>
/// <param name="EventsToDelete">Events that the next night deletes.</param>
/// <param name="RunsToDelete">Runs that it deletes.</param>
/// <param name="RunRowsToDelete">Rows of runs that it deletes.</param>
internal sealed record RetentionLine(
    string? Profile, int? RawDays, int? WindowDays, int? AggregateDays, long EventsToDelete, long RunsToDelete,
    long RunRowsToDelete);

/// <summary><c>influencermap retention</c>: how long events and runs are kept.</summary>
internal static class RetentionCommand
{
    public static CliCommand Create()
    {
        var options = new RetentionOptions();
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        return new CliCommand(
            "retention", "Sets or shows for how long events and runs are kept; the nightly deletes the rest.",
            [.. options.All, .. output.All, store])
        {
            Examples =
            [
                "retention", "retention --format json", "retention --profile it-IT",
                "retention --profile eu --raw-days 60",
                "retention --profile it-IT --yes",
                "retention --profile it-IT --aggregate-days 180 --reason \"Opinion 4/2026\" --entered-by \"HR legal\"",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            var connection = parsed.GetRequiredValue(store);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (options.Read(parsed) is not var (setting, by))
            {
                await using var shown = await Store.OpenExistingAsync(connection, cancellation);
                await ShowAsync(shown, choice, now, cancellation);
                return;
            }
            // Made where there is none: the gate is there before the first event.
            await using var opened = await Store.OpenAsync(connection, cancellation);
            PastText.RequireYes(
                options.IsSure(parsed), await opened.Retention.PastAsync(now, cancellation),
                await opened.Retention.PastUnderAsync(setting, now, cancellation),
                $"Under profile {setting.Profile}");
            await RetentionActs.SetAsync(opened, setting, by, now, cancellation);
            await ShowAsync(opened, choice, now, cancellation);
        });
    }

    private static async Task ShowAsync(Store store, Output output, DateTime now, CancellationToken cancellation)
    {
        var gate = await store.Retention.GateAsync(now, cancellation);
        var past = await store.Retention.PastAsync(now, cancellation);
        var line = await store.Retention.SettingAsync(cancellation) is { } setting
            ? new RetentionLine(
                setting.Profile, gate.DaysMax, gate.WindowDaysMax, gate.AggregateDays, past.InteractionCount, past.Runs,
                past.OfRuns)
            : new RetentionLine(null, null, null, null, 0, 0, 0);
        output.Write([line], line, [], _ =>
        {
            if (line.Profile is null)
            {
                Console.Out.WriteLine(
                    "No profile: raw events are kept without a limit. "
                    + Suggested.InFull(RetentionProfile.HowToChoose));
                return;
            }
            Console.Out.WriteLine(
                $"Profile {line.Profile}: raw events are kept for {line.RawDays} days; the longest window is "
                + $"{line.WindowDays} days up to today. Runs are kept for {line.AggregateDays} days.");
            if (!past.IsEmpty)
                Console.Out.WriteLine($"The next night deletes {PastText.Of(past)}.");
        });
    }
}
