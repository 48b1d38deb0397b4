namespace InfluencerMap.Cli;

/// <summary><c>influencermap runs</c>: the nights that were published, and why two of them differ.</summary>
internal static class RunsCommand
{
    public static DocumentedCommand Create()
    {
        var verb = new DocumentedCommand("runs", "Lists and shows the runs, and explains changed ranks by data, options or code.");
        verb.Add(RunsListCommand.Create());
        verb.Add(RunsShowCommand.Create());
        verb.Add(RunsDiffCommand.Create());
        return verb;
    }
}
