namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys</c>: of the API's callers, and those behind the pseudonyms and the audit.</summary>
internal static class KeysCommand
{
    public static CliCommand Create()
    {
        var command = new CliCommand(
            "keys", "Keys of the API's callers, each with one role and an end; new keys behind pseudonyms and audit.");
        command.Add(KeysCreateCommand.Create());
        command.Add(KeysListCommand.Create());
        command.Add(KeysRevokeCommand.Create());
        command.Add(KeysRotateCommand.Create());
        return command;
    }
}
