namespace InfluencerMap.Cli.Verbs.Identities;

/// <summary><c>influencermap identities</c>: who is who, beyond what the directory says.</summary>
internal static class IdentitiesVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "identities",
            "Settles who is who: mapping files, review of likely pairs, merges and splits with a log and undo.");
        verb.Add(MapVerb.Create());
        verb.Add(DomainVerb.Create());
        verb.Add(ReviewVerb.Create());
        verb.Add(MergeVerb.Create());
        verb.Add(SplitVerb.Create());
        verb.Add(DismissVerb.Create());
        verb.Add(UndoVerb.Create());
        verb.Add(LogVerb.Create());
        return verb;
    }
}
