namespace InfluencerMap.Cli.Verbs.Agreements;

/// <summary><c>influencermap agreement</c>: what lets raw events be kept for longer.</summary>
internal static class AgreementVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "agreement", "Records what allows raw events to be kept for longer than the retention profile does.");
        verb.Add(RecordVerb.Create());
        verb.Add(ListVerb.Create());
        verb.Add(WithdrawVerb.Create());
        return verb;
    }
}
