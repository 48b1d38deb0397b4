namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys</c>: of the API's callers, and those behind the pseudonyms and the audit.</summary>
internal static class KeysCommand
{
    public static DocumentedCommand Create()
    {
        var verb = new DocumentedCommand(
            "keys", "Keys of the API's callers, each with one role and an end; new keys behind pseudonyms and audit.");
        verb.Add(KeysCreateCommand.Create());
        verb.Add(KeysListCommand.Create());
        verb.Add(KeysRevokeCommand.Create());
        verb.Add(KeysRotateCommand.Create());
        return verb;
    }
}
