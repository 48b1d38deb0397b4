namespace InfluencerMap.Cli.Verbs;

/// <summary><c>influencermap import</c>: takes in the files that people already have.</summary>
internal static class ImportVerb
{
    public static Verb Create()
    {
        var verb = new Verb("import", "Takes in people or interactions. Importing a file twice changes nothing.");
        verb.Add(ImportPeopleVerb.Create());
        verb.Add(ImportEveryoneVerb.Create());
        verb.Add(ImportInteractionsVerb.Create());
        return verb;
    }
}
