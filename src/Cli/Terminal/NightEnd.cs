using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>How a night ended, in numbers: for whatever watches it.</summary>
/// <param name="Status">published, incomplete where a source was not complete, or failed.</param>
/// <param name="Run">Id of the run.</param>
internal sealed record NightEnd(
    string Status, string? Run = null, int People = 0, int Ranked = 0, long Interactions = 0, int Ties = 0,
    long ElapsedMs = 0, long PeakMemoryBytes = 0)
{
    public static NightEnd Of(Run run) => new(
        run.Sources.All(source => source.IsComplete) ? "published" : "incomplete", run.Id, run.PersonCount,
        run.RankedCount, run.InteractionCount, run.TieCount, run.Steps.Sum(step => step.ElapsedMs),
        run.PeakMemoryBytes);
}
