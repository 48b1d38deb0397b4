namespace InfluencerMap.Cli;

/// <summary><c>influencermap import</c>: takes in the files that people already have.</summary>
internal static class ImportCommand
{
    public static DocumentedCommand Create()
    {
        var verb = new DocumentedCommand("import", "Takes in people or interactions. Importing a file twice changes nothing.");
        verb.Add(ImportPeopleCommand.Create());
        verb.Add(ImportEveryoneCommand.Create());
        verb.Add(ImportInteractionsCommand.Create());
        return verb;
    }
}
