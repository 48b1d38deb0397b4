using System.CommandLine;
using InfluencerMap.Collectors.Microsoft365;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap nightly</c>: recomputes the scores and publishes them as a run.</summary>
internal static class NightlyVerb
{
    private const int WindowDaysDefault = 90;
    private const int WindowDaysMax = 3660;

    public static Verb Create()
    {
        var store = SharedOptions.Store();
        var asOf = SharedOptions.Day(
            "--as-of", "The day that the window ends with the beginning of, UTC; today when left out.");
        var windowDays = new Option<int>("--window-days")
        {
            Description = $"Length of the window in days, 1 to {WindowDaysMax}; {WindowDaysDefault} when left out.",
            HelpName = "days",
            DefaultValueFactory = _ => WindowDaysDefault,
        };
        var rules = new RuleOptions();
        var effects = SharedOptions.OneOf(
            "--rule-effects",
            "Whether to rank again without each rule, for hygiene to show; auto: where the company is small enough.",
            EffectsChoice.Auto);
        var config = SharedOptions.Config();
        var noCollect = new Option<bool>("--no-collect") { Description = "Score what is stored; collect nothing." };
        var threads = SharedOptions.Threads();
        var verb = new Verb(
            "nightly", "Collects what is new where a configuration is, scores the interactions of a window, and "
                + "publishes the ranking. Safe to repeat.")
        {
            Examples =
            [
                "nightly",
                "nightly --config /etc/influencermap/collect.json --store company.db",
                "nightly --as-of 2010-10-01 --window-days 300 --store company.db",
                "nightly --preset plain --store company.db",
                "nightly --rule audienceMax=15 --rule one-way=off",
            ],
        };
        verb.Add(asOf);
        verb.Add(windowDays);
        rules.AddTo(verb);
        foreach (var option in new Option[] { effects, config, noCollect, threads, store })
            verb.Add(option);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var options = new NightlyOptions
            {
                Period = Period.Before(parsed.GetValue(asOf) ?? today, RequireWindow(parsed.GetValue(windowDays))),
                Influence = rules.Read(parsed),
                Tenant = parsed.GetValue(noCollect) ? null : await TenantAsync(parsed, config, cancellation),
                Threads = SharedOptions.RequireThreads(parsed.GetValue(threads)),
                EffectsWorkMax = parsed.GetValue(effects) switch
                {
                    EffectsChoice.On => double.PositiveInfinity,
                    EffectsChoice.Off => -1,
                    _ => RuleEffects.WorkMax,
                },
            };
            await using var opened = options.Tenant is null
                ? await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation)
                : await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var run = await Progress.ShowAsync(
                steps => Nightly.RunAsync(opened, options, TimeProvider.System, steps, cancellation));
            Progress.Say($"Run {run.Id} is published: {run.RankedCount:N0} people ranked. See: influencermap rank");
            return options.Tenant is null || run.Sources.All(source => source.IsComplete)
                ? CommandLine.Done
                : CommandLine.Failed;
        });
        return verb;
    }

    /// <summary>Null where the usual place holds no configuration; one that is asked for must be there.</summary>
    private static async Task<TenantSettings?> TenantAsync(
        ParseResult parsed, Option<string> config, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(config);
        return File.Exists(path) || parsed.GetResult(config) is { Implicit: false }
            ? await TenantSettings.ReadAsync(path, cancellation)
            : null;
    }

    private enum EffectsChoice
    {
        Auto,
        On,
        Off,
    }

    private static int RequireWindow(int days) => days is >= 1 and <= WindowDaysMax
        ? days
        : throw new UsageException($"--window-days {days} is outside 1 … {WindowDaysMax}.");
}
