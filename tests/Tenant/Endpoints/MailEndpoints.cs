using System.Text.Json;
using InfluencerMap.Graph.Company;
using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>The sent items of each mailbox.</summary>
internal sealed class MailEndpoints(StandInTenant tenant)
{
    private const int PageMax = 1_000;

    /// <summary>A round with a filter ends here, however much the folder holds.</summary>
    private const int FilteredMax = 5_000;

    private static readonly string[] StandardSelect =
    [
        "createdDateTime", "receivedDateTime", "sentDateTime", "hasAttachments", "internetMessageId", "subject",
        "importance", "parentFolderId", "conversationId", "isRead", "isDraft", "webLink", "inferenceClassification",
        "sender", "from", "toRecipients", "ccRecipients", "bccRecipients",
    ];

    public void Map()
    {
        tenant.Get("/users/{id}/mailFolders/{folder}/messages/delta", AnswerDeltaAsync);
        tenant.Get("/users/{id}/mailFolders/delta", AnswerFoldersAsync);
    }

    private Task AnswerFoldersAsync(Exchange exchange) => Account(exchange) is null
        ? UserEndpoints.NotFoundAsync(exchange, "ErrorInvalidUser")
        : new Page("mailFolders", 1, 1, (writer, _) =>
        {
            writer.WriteString("id", "sentitems");
            writer.WriteString("displayName", Canary.Of("folderName", 0));
        }, To: 1, IsDelta: true).AnswerAsync(exchange);

    private Task AnswerDeltaAsync(Exchange exchange)
    {
        if (Account(exchange) is not { } account)
            return UserEndpoints.NotFoundAsync(exchange, "ErrorInvalidUser");
        if (tenant.Directory.Users.Find(TenantAccounts.Id(account)) is not { UserPurpose: not null, Removed: null })
            return UserEndpoints.NotFoundAsync(exchange, "MailboxNotEnabledForRESTAPI");
        var folder = exchange.Route("folder");
        if (!folder.Equals("sentitems", StringComparison.OrdinalIgnoreCase))
            return UserEndpoints.NotFoundAsync(exchange, "ErrorItemNotFound");

        var from = exchange.IsLatestOnly ? int.MaxValue : exchange.Cursor.From;
        var first = exchange.Has(Misbehaviour.Replays) ? 0 : from;
        var (messages, to) = tenant.History.Sent(account, first, exchange.Cursor.To, tenant.Clock.Now);
        var skipped = Math.Min(from, to) - Math.Min(first, to);
        if (exchange.Option("$filter") is { } filter)
        {
            if (InstantWindow.Parse(filter, "receivedDateTime") is not { } window)
                return GraphError.AnswerAsync(exchange.Context, 400, "ErrorInvalidUrlQuery", "Not a delta filter.");
            messages = [.. messages.Where(m => window.Holds(m.Event.At.AddSeconds(1))).Take(FilteredMax)];
            skipped = 0;
        }
        var select = exchange.Select ?? StandardSelect;
        if (exchange.Has(Misbehaviour.Talkative))
            select = [.. select.Union(ContentFields.OfMail)];
        return new Page("messages", messages.Length - skipped, exchange.PageSize(PageMax), Write, to, IsDelta: true,
            ReplayFrom: -skipped).AnswerAsync(exchange);

        void Write(Utf8JsonWriter writer, int number)
        {
            var message = messages[number + skipped];
            writer.WriteString("@odata.type", "#microsoft.graph.message");
            writer.WriteString("@odata.etag", "W/\"1\"");
            writer.WriteString("id", $"AAMk-{account:x}-{message.Event.Number}");
            foreach (var name in select)
                WriteProperty(writer, name, message, exchange);
        }
    }

    private void WriteProperty(Utf8JsonWriter writer, string name, Happening message, Exchange exchange)
    {
        var made = message.Event;
        switch (name)
        {
            case "from": WriteRecipient(writer, name, message, AddressIn(message, made.From)); break;
            case "sender": WriteRecipient(writer, name, message, AddressIn(message, made.Sender)); break;
            case "toRecipients": WriteRecipients(writer, name, message, RecipientRole.To); break;
            case "ccRecipients": WriteRecipients(writer, name, message, RecipientRole.Cc); break;
            case "bccRecipients": WriteRecipients(writer, name, message, RecipientRole.Bcc); break;
            case "sentDateTime" or "createdDateTime" or "lastModifiedDateTime":
                WriteInstant(writer, name, made.At);
                break;
            case "receivedDateTime": WriteInstant(writer, name, made.At.AddSeconds(1)); break;
            case "internetMessageId": writer.WriteString(name, InternetMessageId(made.Number)); break;
            case "conversationId": writer.WriteString(name, $"AAQk-{made.Number}"); break;
            case "parentFolderId": writer.WriteString(name, "sentitems"); break;
            case "isDraft" or "hasAttachments": writer.WriteBoolean(name, false); break;
            case "isRead": writer.WriteBoolean(name, true); break;
            case "importance": writer.WriteString(name, "normal"); break;
            case "inferenceClassification":
                writer.WriteString(name, exchange.Has(Misbehaviour.Unknowns) ? "fromTheFuture" : "focused");
                break;
            default: ContentFields.Write(writer, name, made.Number); break;
        }
    }

    private void WriteRecipients(Utf8JsonWriter writer, string name, Happening message, RecipientRole role)
    {
        var accounts = new List<int>();
        foreach (var recipient in message.Recipients)
            if (recipient.Role == role)
                accounts.Add(recipient.Account);
        var list = accounts.Count > 1 ? tenant.Directory.ListOf(accounts, message.Event.Sender) : null;
        writer.WriteStartArray(name);
        if (list is not null)
            WriteRecipient(writer, null, message, list.Mail!);
        else
            foreach (var account in accounts)
                WriteRecipient(writer, null, message, AddressIn(message, account));
        writer.WriteEndArray();
    }

    private string AddressIn(Happening message, int account) =>
        tenant.History.Accounts.AddressIn(message.Event, account);

    /// <summary>The name beside an address is whatever somebody typed once.</summary>
    private void WriteRecipient(Utf8JsonWriter writer, string? name, Happening message, string address)
    {
        if (name is null)
            writer.WriteStartObject();
        else
            writer.WriteStartObject(name);
        writer.WriteStartObject("emailAddress");
        writer.WriteString("name", Canary.Of("recipientName", message.Event.Number));
        writer.WriteString("address", address);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static void WriteInstant(Utf8JsonWriter writer, string name, DateTime instant) =>
        writer.WriteString(name, instant.ToString("yyyy-MM-ddTHH:mm:ssZ"));

    internal static string InternetMessageId(long number) => $"<{number}@demo.invalid>";

    private int? Account(Exchange exchange) =>
        tenant.History.Accounts.Find(exchange.Route("id"));
}
