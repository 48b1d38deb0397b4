namespace InfluencerMap.Cli;

/// <summary><c>influencermap cohort list</c>: the cohorts that were saved.</summary>
internal static class CohortListCommand
{
    public static CliCommand Create()
    {
        var top = Options.Of("--top", "n", "How many cohorts to show.", 20);
        return new CliCommand(
            "list", "Lists the cohorts that were saved, the last first.", [top, SharedOptions.Store()])
        {
            Examples = ["cohort list", "cohort list --format csv"],
        }.Reports(
            async (store, parsed, output, cancellation) =>
            {
                var saved = await store.Cohorts.ListAsync(parsed.GetValue(top), cancellation);
                output.Write(
                    [.. saved.Select(SavedCohortLine.Of)],
                    "No cohort is saved yet. Save one: influencermap cohort --save");
            },
            check: parsed => SharedOptions.RequireTop(parsed.GetValue(top)));
    }
}
