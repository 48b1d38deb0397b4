using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>A run in a list.</summary>
/// <param name="Run">Its id.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="From">First day of its window.</param>
/// <param name="To">First day after it.</param>
/// <param name="Preset">Preset that made it.</param>
/// <param name="Code">Version of the program.</param>
/// <param name="People">Everybody.</param>
/// <param name="Ranked">People with a rank.</param>
/// <param name="Interactions">Interactions that it rests on.</param>
/// <param name="Ties">Ties kept.</param>
/// <param name="Seconds">What all its steps took.</param>
internal sealed record RunLine(
    [Shown("run")] string Run, [Shown("published", Format = "yyyy-MM-dd HH:mm")] DateTime PublishedAt, DateOnly From,
    DateOnly To, [Shown("preset", 6)] string Preset, [Shown("code", 1)] string Code, [Shown("people", 5)] int People,
    [Shown("ranked", 7)] int Ranked, [Shown("interactions", 8)] long Interactions, [Shown("ties", 3)] int Ties,
    [Shown("seconds", 2, Format = "0.0")] double Seconds)
{
    [Shown("window", 4, After = nameof(To))]
    public string Window => $"{From:yyyy-MM-dd}…{To:yyyy-MM-dd}";
}

/// <summary><c>influencermap runs list</c>: what was published when, from what, and how long it took.</summary>
internal static class RunsListCommand
{
    private const int TopMax = 10_000;

    public static CliCommand Create()
    {
        var top = Options.Of("--top", "n", $"How many runs to show, 1 to {TopMax}.", 20);
        return new CliCommand("list", "Lists the runs, the last published first.", [top])
        {
            Examples = ["runs list", "runs list --format csv > runs.csv"],
        }.Reports(
            async (store, parsed, output, cancellation) => output.Write(
                Array.ConvertAll(await store.Rankings.ListAsync(parsed.GetValue(top), null, cancellation), LineOf),
                none: "No run is published yet. Compute one: influencermap nightly",
                whole: "influencermap runs show has all of one"),
            check: parsed => Options.Require(parsed, top, 1, TopMax));
    }

    private static RunLine LineOf(Run run) => new(
        run.Id, run.PublishedAt, DateOnly.FromDateTime(run.Period.From), DateOnly.FromDateTime(run.Period.To),
        run.Options.Preset, run.CodeVersion, run.PersonCount, run.RankedCount, run.InteractionCount, run.TieCount,
        run.Steps.Sum(step => step.ElapsedMs) / 1000.0);
}
