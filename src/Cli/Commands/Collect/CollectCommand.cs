using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap collect</c>: fills the store from a tenant, from where it last ended.</summary>
internal static class CollectCommand
{
    private const int DaysDefault = 90;

    public static CliCommand Create()
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "Sources to collect; all that the configuration switches on when left out.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var since = SharedOptions.Day(
            "--since", $"First day to collect of a source for the first time; {DaysDefault} days back when left out.");
        var until = SharedOptions.Day("--until", "First day not to collect, UTC; up to now when left out.");
        var config = SharedOptions.Config();
        var store = SharedOptions.Store();
        var format = SharedOptions.OneOf(
            "--format", "json for programs: what came of each source, on standard output; text says it on standard "
                + "error alone.", TextOrJson.Text);
        var log = SharedOptions.Log();
        return new CliCommand(
            "collect", "Collects people and interactions from Microsoft 365: what is new since the last time. "
                + "Never content: it is not read.",
            [sources, since, until, config, format, log, store])
        {
            Examples =
            [
                "collect",
                "collect directory message-trace --since 2026-01-01",
                "collect --config /etc/influencermap/collect.json --store company.db",
                "collect --format json > collected.json",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            LogLine.IsJson = parsed.GetValue(log) == TextOrJson.Json;
            var clock = TimeProvider.System;
            var settings = await TenantSettings.ReadAsync(parsed.GetRequiredValue(config), cancellation);
            var chosen = Choose(parsed.GetValue(sources) ?? [], settings);
            var end = Earlier(Instant(parsed.GetValue(until)), clock.GetUtcNow().UtcDateTime);
            var begin = Instant(parsed.GetValue(since)) ?? end.Date.AddDays(-DaysDefault);
            await using var opened = await Store.OpenAsync(parsed.GetRequiredValue(store), cancellation);
            var outcomes = await Progress.ShowAsync(progress =>
                Collection.RunAsync(opened, settings, chosen, RequireSpan(begin, end), clock, progress, cancellation));
            if (parsed.GetValue(format) == TextOrJson.Json)
                JsonOutput.Write(Console.Out, outcomes.Select(outcome => outcome.Line()).ToArray());
            return outcomes.All(outcome => outcome.Failure is null) ? CommandLine.Done : CommandLine.Failed;
        });
    }

    private static IReadOnlyList<TenantSource> Choose(string[] names, TenantSettings settings)
    {
        var on = TenantSource.On(settings);
        if (on.Count == 0)
            throw new FailedException(
                "The configuration switches on no source: add one under \"sources\", such as \"directory\": {}.");
        var off = names.Except(on.Select(source => source.Name)).ToArray();
        return off.Length == 0
            ? [.. on.Where(source => names.Length == 0 || names.Contains(source.Name))]
            : throw new UsageException(
                $"Not switched on: {string.Join(", ", off)}. On are {string.Join(", ", on.Select(s => s.Name))}.");
    }

    private static Period RequireSpan(DateTime begin, DateTime end) => begin < end
        ? new(begin, end)
        : throw new UsageException($"--since {begin:yyyy-MM-dd} is not before --until {end:yyyy-MM-dd}.");

    private static DateTime? Instant(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateTime Earlier(DateTime? a, DateTime b) => a < b ? a.Value : b;
}
