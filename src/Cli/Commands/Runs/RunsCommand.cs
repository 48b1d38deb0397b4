namespace InfluencerMap.Cli;

/// <summary><c>influencermap runs</c>: the nights that were published, and why two of them differ.</summary>
internal static class RunsCommand
{
    public static CliCommand Create() =>
        new("runs", "Lists and shows the runs, and explains changed ranks by data, options or code.",
            [RunsListCommand.Create(), RunsShowCommand.Create(), RunsDiffCommand.Create()]);
}
