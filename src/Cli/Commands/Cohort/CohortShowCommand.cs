using System.CommandLine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap cohort show</c>: the people of a saved cohort.</summary>
internal static class CohortShowCommand
{
    public static CliCommand Create()
    {
        var number = new Argument<long>("N") { Description = "Number of the cohort; see cohort list." };
        var with = Options.Of<long?>("--with", "n", "Another cohort to compare with: says who is in both.");
        return new CliCommand(
            "show", "Shows a saved cohort: what was asked, who is in it, without people who are gone since.",
            [number, with, SharedOptions.Store()])
        {
            Examples = ["cohort show 3", "cohort show 3 --with 2", "cohort show 3 --format csv > cohort.csv"],
        }.Reports(async (store, parsed, output, cancellation) =>
        {
            var report = await SavedCohortReport.ReadAsync(
                store, parsed.GetValue(number), parsed.GetValue(with), cancellation);
            report.Write(output);
        });
    }
}
