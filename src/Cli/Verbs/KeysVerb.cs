namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap keys</c>: for callers of the API where there is no identity provider.</summary>
internal static class KeysVerb
{
    public static Verb Create()
    {
        var verb = new Verb("keys", "Makes, lists and revokes keys for the API. Each has one role and an end.");
        verb.Add(KeysCreateVerb.Create());
        verb.Add(KeysListVerb.Create());
        verb.Add(KeysRevokeVerb.Create());
        return verb;
    }
}
