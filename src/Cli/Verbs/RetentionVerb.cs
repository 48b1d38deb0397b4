using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap retention</c>: how long raw events may be kept in this store.</summary>
internal static class RetentionVerb
{
    public static Verb Create()
    {
        var profile = new Option<string?>("--profile")
        {
            Description = "Whose rules: " + string.Join("; ", RetentionProfile.All.Select(p =>
                $"{p.Name} {p.RawDaysMax} days ({p.Source})")) + ". Shows what holds when left out.",
            HelpName = string.Join('|', RetentionProfile.All.Select(p => p.Name)),
        };
        var rawDays = new Option<int?>("--raw-days")
        {
            Description = "Days that raw events are kept, as many as profile and agreements allow when left out.",
            HelpName = "n",
        };
        var store = SharedOptions.Store();
        var verb = new Verb(
            "retention", "Sets or shows for how long raw events may be kept. The nightly deletes what is older.")
        {
            Examples = ["retention", "retention --profile it-IT", "retention --profile eu --raw-days 60"],
        };
        foreach (var option in new Option[] { profile, rawDays, store })
            verb.Add(option);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var connection = parsed.GetRequiredValue(store);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (parsed.GetValue(rawDays) is < 2)
                throw new UsageException("--raw-days is below 2: a window of whole days needs two.");
            if (parsed.GetValue(profile) is not { } name)
            {
                if (parsed.GetValue(rawDays) is not null)
                    throw new UsageException("--raw-days goes with --profile.");
                await using var shown = await Store.OpenExistingAsync(connection, cancellation);
                Show(await shown.Retention.SettingAsync(cancellation),
                    await shown.Retention.GateAsync(now, cancellation));
                return CommandLine.Done;
            }
            // Made where there is none: the gate is there before the first event.
            await using var opened = await Store.OpenAsync(connection, cancellation);
            var setting = new RetentionSetting(RetentionProfile.Named(name).Name, parsed.GetValue(rawDays));
            await Audited.WriteAsync(
                connection, "retention", $"profile {name}, raw days {setting.RawDays?.ToString() ?? "as allowed"}", [],
                cancellation);
            await opened.Retention.SetAsync(setting, Environment.UserName, now, cancellation);
            Show(setting, await opened.Retention.GateAsync(now, cancellation));
            return CommandLine.Done;
        });
        return verb;
    }

    private static void Show(RetentionSetting? setting, RetentionGate gate) =>
        Console.Out.WriteLine(setting is null
            ? "No profile: raw events are kept without a limit. Choose one: influencermap retention --profile it-IT"
            : $"Profile {setting.Profile}: raw events are kept for {gate.DaysMax} days; the longest window is "
                + $"{gate.WindowDaysMax} days up to today.");
}
