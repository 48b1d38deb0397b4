namespace InfluencerMap.Cli;

/// <summary><c>influencermap import</c>: takes in the files that people already have.</summary>
internal static class ImportCommand
{
    public static CliCommand Create() =>
        new("import", "Takes in people or interactions. Importing a file twice changes nothing.",
            [ImportPeopleCommand.Create(), ImportEveryoneCommand.Create(), ImportInteractionsCommand.Create()]);
}
