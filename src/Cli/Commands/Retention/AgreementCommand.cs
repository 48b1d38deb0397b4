namespace InfluencerMap.Cli;

/// <summary><c>influencermap agreement</c>: what lets raw events be kept for longer.</summary>
internal static class AgreementCommand
{
    public static CliCommand Create() =>
        new("agreement", "Records what allows raw events to be kept for longer than the retention profile does.",
            [AgreementRecordCommand.Create(), AgreementListCommand.Create(), AgreementWithdrawCommand.Create()]);
}
