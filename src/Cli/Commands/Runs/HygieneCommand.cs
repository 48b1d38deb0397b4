namespace InfluencerMap.Cli;

/// <summary><c>influencermap hygiene</c>: what was set aside, and why.</summary>
internal static class HygieneCommand
{
    public static CliCommand Create()
    {
        var run = SharedOptions.Run();
        return new CliCommand(
            "hygiene", "Lists what was dropped or set aside, and the accounts that belong to nobody.", [run])
        {
            Examples = ["hygiene", "hygiene --format csv > hygiene.csv"],
        }.Reports(async (store, parsed, output, cancellation) =>
        {
            var found = await store.RequireRunAsync(parsed.GetValue(run), cancellation);
            (await HygieneReport.ReadAsync(store, found, cancellation)).Write(output);
        });
    }
}
