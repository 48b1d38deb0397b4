using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>One message of a sent items folder.</summary>
/// <param name="EventId">From the message id that all copies share.</param>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="From">Whom the message is from, in the handles.</param>
/// <param name="Sender">Who pressed send, in the handles.</param>
/// <param name="Outcome">Whether it counts.</param>
internal readonly record struct SentItem(long EventId, DateTime At, int From, int Sender, Outcome Outcome);

internal static class SentItemReader
{
    /// <summary>All that is asked for; the service adds the item's id.</summary>
    public const string Select =
        "internetMessageId,sentDateTime,isDraft,from,sender,toRecipients,ccRecipients,bccRecipients";

    private static readonly byte[][] Address = ["emailAddress"u8.ToArray(), "address"u8.ToArray()];

    /// <summary>Reads the object on which the reader stands; its recipients are the handles with a role.</summary>
    public static SentItem Read(ref Utf8JsonReader json, Handles handles)
    {
        handles.Clear();
        DateTime? at = null;
        long id = 0;
        int from = Handles.None, sender = Handles.None;
        var dropped = Outcome.Counted;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("internetMessageId"u8))
                id = Fields.MessageId(ref json);
            else if (json.ValueTextEquals("sentDateTime"u8))
                at = Fields.Instant(ref json);
            else if (json.ValueTextEquals("from"u8))
                from = handles.AddAt(ref json, Address);
            else if (json.ValueTextEquals("sender"u8))
                sender = handles.AddAt(ref json, Address);
            else if (json.ValueTextEquals("toRecipients"u8))
                handles.AddEach(ref json, Address, RecipientRole.To);
            else if (json.ValueTextEquals("ccRecipients"u8))
                handles.AddEach(ref json, Address, RecipientRole.Cc);
            else if (json.ValueTextEquals("bccRecipients"u8))
                handles.AddEach(ref json, Address, RecipientRole.Bcc);
            else if (json.ValueTextEquals("isDraft"u8))
                dropped = Fields.Flag(ref json) is true ? Outcome.Draft : dropped;
            else if (json.ValueTextEquals("@odata.type"u8))
                dropped = Fields.Is(ref json, "#microsoft.graph.message"u8) ? dropped : Outcome.Automatic;
            else if (json.ValueTextEquals("@removed"u8))
                dropped = Fields.IsPresent(ref json) ? Outcome.Removed : dropped;
            else
                Fields.Skip(ref json);
        }
        if (from == Handles.None)
            from = sender;
        if (dropped == Outcome.Counted && (at is null || id == 0 || from == Handles.None))
            dropped = Outcome.Unreadable;
        if (dropped == Outcome.Counted && MailRules.IsNoReply(handles[from]))
            dropped = Outcome.Automatic;
        if (dropped == Outcome.Counted && IsDelegated(handles, from, sender))
            dropped = Outcome.Delegated;
        return new(EventId.OfMail(id).Value, at ?? default, from, sender == Handles.None ? from : sender, dropped);
    }

    private static bool IsDelegated(Handles handles, int from, int sender) =>
        sender != Handles.None && !handles[from].SequenceEqual(handles[sender]);
}
