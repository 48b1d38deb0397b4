using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>One message on its way to one recipient; all but the outcome is said of those that count alone.</summary>
/// <param name="Message">Hash of the Message-ID, the same for all recipients.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="Outcome">Whether it counts.</param>
internal readonly record struct TraceRow(
    long Message, DateTime At, AccountId Sender, AccountId Recipient, Outcome Outcome)
{
    /// <summary>What stands for the sender of reports and bounces.</summary>
    private const string NoSender = "<>";

    /// <summary>
    /// Takes what was delivered: an expanded list's members have rows of their own, and what failed reached nobody.
    /// The subject, the addresses of computers and the size are stepped over. Only of a row that counts do addresses
    /// become accounts.
    /// </summary>
    public static bool Read(
        ref Utf8JsonReader reader, Handles handles, AccountDirectory accounts, out TraceRow row)
    {
        var (message, at, sender, recipient) = (0L, default(DateTime?), Handles.None, Handles.None);
        var delivered = false;
        handles.Clear();
        while (Fields.Next(ref reader))
        {
            if (reader.ValueTextEquals("messageId"u8))
                message = Fields.MessageId(ref reader);
            else if (reader.ValueTextEquals("receivedDateTime"u8))
                at = Fields.Instant(ref reader);
            else if (reader.ValueTextEquals("senderAddress"u8))
                sender = handles.Add(ref reader);
            else if (reader.ValueTextEquals("recipientAddress"u8))
                recipient = handles.Add(ref reader);
            else if (reader.ValueTextEquals("status"u8))
                delivered = Fields.Is(ref reader, "delivered"u8);
            else
                Fields.Skip(ref reader);
        }
        var isReadable = message != 0 && at is not null && sender != Handles.None && recipient != Handles.None;
        row = !isReadable ? new() { Outcome = Outcome.Unreadable }
            : !delivered ? new() { Outcome = Outcome.Undelivered }
            : handles[sender] is NoSender || MailRules.IsNoReply(handles[sender])
                ? new() { Outcome = Outcome.Automatic }
            : new(
                message, at!.Value, accounts.ResolveNormal(handles[sender]), accounts.ResolveNormal(handles[recipient]),
                Outcome.Counted);
        return true;
    }
}
