namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys</c>: of the API's callers, and those behind the pseudonyms and the audit.</summary>
internal static class KeysCommand
{
    public static CliCommand Create() =>
        new("keys",
            "Keys of the API's callers, each with one role and an end; new keys behind pseudonyms and audit.",
            [KeysCreateCommand.Create(), KeysListCommand.Create(), KeysRevokeCommand.Create(),
                KeysRotateCommand.Create()]);
}
