namespace InfluencerMap.Cli;

/// <summary><c>influencermap mapping</c>: the layouts of files that imports saved with --as.</summary>
internal static class MappingCommand
{
    public static CliCommand Create() =>
        new("mapping", "Layouts of files that import people and import interactions saved with --as.",
            [MappingListCommand.Create(), MappingRemoveCommand.Create()]);
}
