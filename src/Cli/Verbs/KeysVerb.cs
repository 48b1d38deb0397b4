namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap keys</c>: of the API's callers, and the one behind the pseudonyms.</summary>
internal static class KeysVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "keys", "Keys of the API's callers, each with one role and an end; and a new key behind the pseudonyms.");
        verb.Add(KeysCreateVerb.Create());
        verb.Add(KeysListVerb.Create());
        verb.Add(KeysRevokeVerb.Create());
        verb.Add(KeysRotateVerb.Create());
        return verb;
    }
}
