namespace InfluencerMap.Cli;

/// <summary><c>influencermap agreement</c>: what lets raw events be kept for longer.</summary>
internal static class AgreementCommand
{
    public static CliCommand Create()
    {
        var command = new CliCommand(
            "agreement", "Records what allows raw events to be kept for longer than the retention profile does.");
        command.Add(AgreementRecordCommand.Create());
        command.Add(AgreementListCommand.Create());
        command.Add(AgreementWithdrawCommand.Create());
        return command;
    }
}
