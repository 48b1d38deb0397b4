using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>An agreement in a list.</summary>
/// <param name="Id">By which it is withdrawn.</param>
/// <param name="Kind">UnionAgreement or InspectorateAuthorisation.</param>
/// <param name="Number">Its number or reference.</param>
/// <param name="Date">When it was concluded.</param>
/// <param name="Channels">What it covers, separated by commas, or all.</param>
/// <param name="MaxDays">Most days that it allows.</param>
/// <param name="Expires">The first day on which it does not hold.</param>
/// <param name="EnteredBy">Who recorded it.</param>
/// <param name="State">holds, not yet, expired or withdrawn.</param>
internal sealed record AgreementLine(
    [Shown("id", Format = "0", Side = Side.Left)] int Id, [Shown("kind")] string Kind,
    [Shown("number")] string Number, [Shown("of", Format = "yyyy-MM-dd")] DateOnly Date,
    [Shown("channels")] string Channels, [Shown("days", Format = "0", Side = Side.Left)] int MaxDays,
    [Shown("until", Format = "yyyy-MM-dd")] DateOnly Expires, [Shown("entered by")] string EnteredBy,
    [Shown("state")] string State);

/// <summary><c>influencermap agreement list</c>: every agreement, also those no longer in force.</summary>
internal static class AgreementListCommand
{
    public static CliCommand Create() =>
        new CliCommand("list", "Lists the agreements, and which of them hold today.")
        {
            Examples = ["agreement list", "agreement list --format json"],
        }.Reports(async (store, _, output, cancellation) =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var agreements = await store.Retention.AgreementsAsync(cancellation);
            output.Write(
                [.. agreements.Select(agreement => LineOf(agreement, today))],
                "No agreement is recorded. Record one: influencermap agreement record");
        });

    private static AgreementLine LineOf(Agreement agreement, DateOnly today) => new(
        agreement.Id, $"{agreement.Kind}", agreement.Number, agreement.Date,
        agreement.Channels.Count == 0 ? "all" : string.Join(", ", agreement.Channels), agreement.MaxDays,
        agreement.Expires, agreement.EnteredBy,
        agreement.WithdrawnAt is not null ? "withdrawn"
            : today < agreement.Date ? "not yet" : today < agreement.Expires ? "holds" : "expired");
}
