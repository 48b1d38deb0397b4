using System.Globalization;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>How long events and runs are kept, as the operator sets it: each act stands in the audit first.</summary>
public static class RetentionActs
{
    public static async Task SetAsync(
        Store store, RetentionSetting setting, string by, DateTime now, CancellationToken cancellation)
    {
        await OperatorAudit.WriteAsync(
            store, "retention",
            $"profile {setting.Profile}, raw days {InWords(setting.RawDays)}, aggregate days "
                + InWords(setting.AggregateDays),
            [], cancellation);
        await store.Retention.SetAsync(setting, by, now, cancellation);
    }

    public static async Task RecordAsync(Store store, Agreement agreement, CancellationToken cancellation)
    {
        await OperatorAudit.WriteAsync(
            store, "agreement", $"recorded: {agreement.MaxDays} days until {agreement.Expires:yyyy-MM-dd}", [],
            cancellation);
        await store.Retention.RecordAsync(agreement, cancellation);
    }

    /// <returns>Whether it stood until now.</returns>
    public static async Task<bool> WithdrawAsync(
        Store store, int agreementId, DateTime now, CancellationToken cancellation)
    {
        await OperatorAudit.WriteAsync(store, "agreement", $"{agreementId} withdrawn", [], cancellation);
        return await store.Retention.WithdrawAsync(agreementId, now, cancellation);
    }

    private static string InWords(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? "as usual";
}
