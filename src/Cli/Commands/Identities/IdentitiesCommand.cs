namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities</c>: who is who, beyond what the directory says.</summary>
internal static class IdentitiesCommand
{
    public static CliCommand Create() =>
        new("identities",
            "Settles who is who: mapping files, review of likely pairs, merges and splits with a log and undo.",
            [MapCommand.Create(), DomainCommand.Create(), ReviewCommand.Create(), MergeCommand.Create(),
                SplitCommand.Create(), DismissCommand.Create(), UndoCommand.Create(), LogCommand.Create()]);
}
