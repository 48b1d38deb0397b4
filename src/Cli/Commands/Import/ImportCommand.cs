namespace InfluencerMap.Cli;

/// <summary><c>influencermap import</c>: takes in the files that people already have.</summary>
internal static class ImportCommand
{
    public static CliCommand Create()
    {
        var command = new CliCommand(
            "import", "Takes in people or interactions. Importing a file twice changes nothing.");
        command.Add(ImportPeopleCommand.Create());
        command.Add(ImportEveryoneCommand.Create());
        command.Add(ImportInteractionsCommand.Create());
        return command;
    }
}
