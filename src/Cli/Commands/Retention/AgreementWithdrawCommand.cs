using System.CommandLine;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap agreement withdraw</c>: from the next night on, older raw events are deleted.</summary>
internal static class AgreementWithdrawCommand
{
    public static CliCommand Create()
    {
        var id = new Argument<int>("ID") { Description = "As agreement list shows it." };
        var store = SharedOptions.Store();
        var sure = PastText.Sure();
        return new CliCommand(
            "withdraw", "Withdraws an agreement: the next night deletes what it kept.", [id, sure, store])
        {
            Examples = ["agreement withdraw 1", "agreement withdraw 1 --yes"],
        }.Writes(async (opened, parsed, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            PastText.RequireYes(
                parsed.GetValue(sure), await opened.Retention.PastAsync(now, cancellation),
                await opened.Retention.PastWithoutAsync(parsed.GetValue(id), now, cancellation),
                $"Without agreement {parsed.GetValue(id)}");
            if (!await RetentionActs.WithdrawAsync(opened, parsed.GetValue(id), now, cancellation))
                throw new FailedException($"There is no standing agreement {parsed.GetValue(id)}. See: agreement list");
            Progress.Say("Withdrawn. The next night deletes the raw events that it kept.");
        });
    }
}
