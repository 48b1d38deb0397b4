namespace InfluencerMap.Cli;

/// <summary><c>influencermap mapping</c>: the layouts of files that imports saved with --as.</summary>
internal static class MappingCommand
{
    public static DocumentedCommand Create()
    {
        var verb = new DocumentedCommand("mapping", "Layouts of files that import people and import interactions saved with --as.");
        verb.Add(MappingListCommand.Create());
        verb.Add(MappingRemoveCommand.Create());
        return verb;
    }
}
