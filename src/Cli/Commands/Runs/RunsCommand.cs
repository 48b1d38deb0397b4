namespace InfluencerMap.Cli.Verbs.Runs;

/// <summary><c>influencermap runs</c>: the nights that were published, and why two of them differ.</summary>
internal static class RunsVerb
{
    public static Verb Create()
    {
        var verb = new Verb("runs", "Lists and shows the runs, and explains changed ranks by data, options or code.");
        verb.Add(ListVerb.Create());
        verb.Add(ShowVerb.Create());
        verb.Add(DiffVerb.Create());
        return verb;
    }
}
