namespace InfluencerMap.Cli;

/// <summary><c>influencermap agreement</c>: what lets raw events be kept for longer.</summary>
internal static class AgreementCommand
{
    public static DocumentedCommand Create()
    {
        var verb = new DocumentedCommand(
            "agreement", "Records what allows raw events to be kept for longer than the retention profile does.");
        verb.Add(AgreementRecordCommand.Create());
        verb.Add(AgreementListCommand.Create());
        verb.Add(AgreementWithdrawCommand.Create());
        return verb;
    }
}
