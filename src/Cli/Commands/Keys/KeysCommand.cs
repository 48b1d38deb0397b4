namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap keys</c>: of the API's callers, and those behind the pseudonyms and the audit.</summary>
internal static class KeysVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "keys", "Keys of the API's callers, each with one role and an end; new keys behind pseudonyms and audit.");
        verb.Add(KeysCreateVerb.Create());
        verb.Add(KeysListVerb.Create());
        verb.Add(KeysRevokeVerb.Create());
        verb.Add(KeysRotateVerb.Create());
        return verb;
    }
}
