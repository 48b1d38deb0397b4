namespace InfluencerMap.Cli.Verbs.Mappings;

/// <summary><c>influencermap mapping</c>: the layouts of files that imports saved with --as.</summary>
internal static class MappingVerb
{
    public static Verb Create()
    {
        var verb = new Verb("mapping", "Layouts of files that import people and import interactions saved with --as.");
        verb.Add(ListVerb.Create());
        verb.Add(RemoveVerb.Create());
        return verb;
    }
}
