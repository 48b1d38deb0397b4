using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap cohort show</c>: the people of a saved cohort.</summary>
internal static class CohortShowCommand
{
    public static CliCommand Create()
    {
        var number = new Argument<long>("N") { Description = "Number of the cohort; see cohort list." };
        var with = new Option<long?>("--with")
        {
            Description = "Another cohort to set beside: says who is in both.",
            HelpName = "n",
        };
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        var command = new CliCommand(
            "show", "Shows a saved cohort: what was asked, who is in it, without people who are gone since.")
        {
            Examples = ["cohort show 3", "cohort show 3 --with 2", "cohort show 3 --format csv > cohort.csv"],
        };
        command.Add(number);
        foreach (var option in new Option[] { with, store })
            command.Add(option);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            var report = await SavedCohortReport.ReadAsync(
                opened, parsed.GetValue(number), parsed.GetValue(with), cancellation);
            report.Write(choice, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}
