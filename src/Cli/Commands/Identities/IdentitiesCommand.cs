namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities</c>: who is who, beyond what the directory says.</summary>
internal static class IdentitiesCommand
{
    public static CliCommand Create()
    {
        var command = new CliCommand(
            "identities",
            "Settles who is who: mapping files, review of likely pairs, merges and splits with a log and undo.");
        command.Add(MapCommand.Create());
        command.Add(DomainCommand.Create());
        command.Add(ReviewCommand.Create());
        command.Add(MergeCommand.Create());
        command.Add(SplitCommand.Create());
        command.Add(DismissCommand.Create());
        command.Add(UndoCommand.Create());
        command.Add(LogCommand.Create());
        return command;
    }
}
