namespace InfluencerMap.Cli;

/// <summary><c>influencermap identities</c>: who is who, beyond what the directory says.</summary>
internal static class IdentitiesCommand
{
    public static DocumentedCommand Create()
    {
        var verb = new DocumentedCommand(
            "identities",
            "Settles who is who: mapping files, review of likely pairs, merges and splits with a log and undo.");
        verb.Add(MapCommand.Create());
        verb.Add(DomainCommand.Create());
        verb.Add(ReviewCommand.Create());
        verb.Add(MergeCommand.Create());
        verb.Add(SplitCommand.Create());
        verb.Add(DismissCommand.Create());
        verb.Add(UndoCommand.Create());
        verb.Add(LogCommand.Create());
        return verb;
    }
}
