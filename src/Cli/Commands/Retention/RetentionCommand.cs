using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap retention</c>: how long events and runs are kept.</summary>
internal static class RetentionCommand
{
    public static CliCommand Create()
    {
        var options = new RetentionOptions();
        var store = SharedOptions.Store();
        return new CliCommand(
            "retention", "Sets or shows for how long events and runs are kept; the nightly deletes the rest.",
            [.. options.All, store])
        {
            Examples =
            [
                "retention", "retention --profile it-IT", "retention --profile eu --raw-days 60",
                "retention --profile it-IT --yes",
                "retention --profile it-IT --aggregate-days 180 --reason \"Opinion 4/2026\" --entered-by \"HR legal\"",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var connection = parsed.GetRequiredValue(store);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (options.Read(parsed) is not var (setting, by))
            {
                await using var shown = await Store.OpenExistingAsync(connection, cancellation);
                await ShowAsync(shown, now, cancellation);
                return;
            }
            // Made where there is none: the gate is there before the first event.
            await using var opened = await Store.OpenAsync(connection, cancellation);
            PastText.RequireYes(
                options.IsSure(parsed), await opened.Retention.PastAsync(now, cancellation),
                await opened.Retention.PastUnderAsync(setting, now, cancellation),
                $"Under profile {setting.Profile}");
            await RetentionActs.SetAsync(opened, connection, setting, by, now, cancellation);
            await ShowAsync(opened, now, cancellation);
        });
    }

    private static async Task ShowAsync(Store store, DateTime now, CancellationToken cancellation)
    {
        var gate = await store.Retention.GateAsync(now, cancellation);
        if (await store.Retention.SettingAsync(cancellation) is not { } setting)
        {
            Console.Out.WriteLine("No profile: raw events are kept without a limit. Choose one: influencermap "
                + "retention --profile it-IT");
            return;
        }
        Console.Out.WriteLine(
            $"Profile {setting.Profile}: raw events are kept for {gate.DaysMax} days; the longest window is "
            + $"{gate.WindowDaysMax} days up to today. Runs are kept for {gate.AggregateDays} days.");
        var past = await store.Retention.PastAsync(now, cancellation);
        if (!past.IsEmpty)
            Console.Out.WriteLine($"The next night deletes {PastText.Of(past)}.");
    }
}
