using System.Text.Json;
using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>Writes a chatMessage with everything that Teams tells unasked: nobody can leave the content out.</summary>
internal static class TeamsMessageJson
{
    public static void Write(Utf8JsonWriter writer, TeamsMessage message, Exchange exchange)
    {
        var number = message.Number;
        writer.WriteString("id", number.ToString());
        writer.WriteString("replyToId", message.ReplyTo?.ToString());
        writer.WriteString("etag", message.LastModified.Ticks.ToString());
        writer.WriteString("messageType", MessageType(message, exchange));
        WriteInstant(writer, "createdDateTime", message.At);
        WriteInstant(writer, "lastModifiedDateTime", message.LastModified);
        WriteInstant(writer, "lastEditedDateTime", message.Edited);
        WriteInstant(writer, "deletedDateTime", message.Deleted);
        writer.WriteString("subject", number % 3 == 0 ? Canary.Of("subject", number) : null);
        writer.WriteString("summary", number % 4 == 0 ? Canary.Of("summary", number) : null);
        writer.WriteString("chatId", message.ChatId);
        writer.WriteString("importance", exchange.Has(Misbehaviour.Unknowns) ? "fromTheFuture" : "normal");
        writer.WriteString("locale", "en-us");
        writer.WriteString("webUrl", message.TeamId is null ? null : Canary.Of("webUrl", number));
        WriteFrom(writer, message);
        WriteBody(writer, number, isDeleted: message.Deleted is not null);
        WriteChannel(writer, message);
        WritePolicyViolation(writer, number);
        WriteAttachments(writer, number);
        WriteMentions(writer, message);
        writer.WriteStartArray("reactions");
        foreach (var reaction in message.Reactions)
            WriteReaction(writer, reaction, number);
        writer.WriteEndArray();
        WriteHistory(writer, message);
        if (message.IsSystemEvent)
            WriteEventDetail(writer, number);
        else
            writer.WriteNull("eventDetail");
    }

    private static string MessageType(TeamsMessage message, Exchange exchange) =>
        !message.IsSystemEvent ? "message"
        : exchange.Prefer.Contains("include-unknown-enum-members", StringComparison.OrdinalIgnoreCase)
            ? "systemEventMessage"
            : "unknownFutureValue";

    private static void WriteFrom(Utf8JsonWriter writer, TeamsMessage message)
    {
        if (message.IsSystemEvent)
        {
            writer.WriteNull("from");
            return;
        }
        writer.WriteStartObject("from");
        writer.WriteNull("device");
        if (message.Author is { } author)
        {
            writer.WriteNull("application");
            WriteUser(writer, author, message.Number);
        }
        else
        {
            writer.WriteNull("user");
            writer.WriteStartObject("application");
            writer.WriteString("@odata.type", "#microsoft.graph.teamworkApplicationIdentity");
            writer.WriteString("id", "e0000000-0000-4000-8000-000000000000");
            writer.WriteString("displayName", Canary.Of("botName", message.Number));
            writer.WriteString("applicationIdentityType", "bot");
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter writer, int account, long number)
    {
        writer.WriteStartObject("user");
        writer.WriteString("@odata.type", "#microsoft.graph.teamworkUserIdentity");
        writer.WriteString("id", TenantAccounts.Id(account));
        writer.WriteString("displayName", Canary.Of("userName", number));
        writer.WriteString("userIdentityType", "aadUser");
        writer.WriteString("tenantId", "11111111-2222-4333-8444-555555555555");
        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, long number, bool isDeleted)
    {
        writer.WriteStartObject("body");
        writer.WriteString("contentType", "html");
        writer.WriteString("content", isDeleted ? "" : Canary.Of("body", number));
        writer.WriteEndObject();
    }

    private static void WriteChannel(Utf8JsonWriter writer, TeamsMessage message)
    {
        if (message.TeamId is not { } team)
        {
            writer.WriteNull("channelIdentity");
            return;
        }
        writer.WriteStartObject("channelIdentity");
        writer.WriteString("teamId", team);
        writer.WriteString("channelId", TenantTeams.ChannelOf(team));
        writer.WriteEndObject();
    }

    private static void WritePolicyViolation(Utf8JsonWriter writer, long number)
    {
        if (number % 31 != 0)
        {
            writer.WriteNull("policyViolation");
            return;
        }
        writer.WriteStartObject("policyViolation");
        writer.WriteString("dlpAction", "none");
        writer.WriteString("justificationText", Canary.Of("justification", number));
        writer.WriteStartObject("policyTip");
        writer.WriteString("generalText", Canary.Of("policyTip", number));
        writer.WriteStartArray("matchedConditionDescriptions");
        writer.WriteStringValue(Canary.Of("matchedCondition", number));
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteAttachments(Utf8JsonWriter writer, long number)
    {
        writer.WriteStartArray("attachments");
        if (number % 6 == 0)
        {
            writer.WriteStartObject();
            writer.WriteString("id", "f0000000-0000-4000-8000-000000000000");
            writer.WriteString("contentType", "reference");
            writer.WriteString("contentUrl", Canary.Of("attachmentUrl", number));
            writer.WriteString("content", Canary.Of("attachmentContent", number));
            writer.WriteString("name", Canary.Of("fileName", number));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Besides people, channels are mentioned.</summary>
    private static void WriteMentions(Utf8JsonWriter writer, TeamsMessage message)
    {
        writer.WriteStartArray("mentions");
        foreach (var (number, account) in message.Mentions.Index())
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", number);
            writer.WriteString("mentionText", Canary.Of("mentionText", message.Number));
            writer.WriteStartObject("mentioned");
            writer.WriteNull("application");
            writer.WriteNull("device");
            writer.WriteNull("conversation");
            WriteUser(writer, account, message.Number);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        if (message.TeamId is { } team && message.Number % 7 == 0)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", message.Mentions.Count);
            writer.WriteString("mentionText", Canary.Of("mentionText", message.Number));
            writer.WriteStartObject("mentioned");
            writer.WriteNull("user");
            writer.WriteStartObject("conversation");
            writer.WriteString("id", TenantTeams.ChannelOf(team));
            writer.WriteString("displayName", Canary.Of("channelName", message.Number));
            writer.WriteString("conversationIdentityType", "channel");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteReaction(Utf8JsonWriter writer, TeamsReaction reaction, long number)
    {
        writer.WriteStartObject();
        WriteReactionProperties(writer, reaction, number);
        writer.WriteEndObject();
    }

    private static void WriteReactionProperties(Utf8JsonWriter writer, TeamsReaction reaction, long number)
    {
        writer.WriteString("reactionType", reaction.Kind);
        writer.WriteString("displayName", Canary.Of("reactionName", number));
        WriteInstant(writer, "createdDateTime", reaction.At);
        writer.WriteStartObject("user");
        writer.WriteNull("application");
        writer.WriteNull("device");
        WriteUser(writer, reaction.Account, number);
        writer.WriteEndObject();
    }

    /// <summary>The history repeats each reaction: reading both counts it twice.</summary>
    private static void WriteHistory(Utf8JsonWriter writer, TeamsMessage message)
    {
        writer.WriteStartArray("messageHistory");
        foreach (var reaction in message.Reactions)
        {
            writer.WriteStartObject();
            WriteInstant(writer, "modifiedDateTime", reaction.At);
            writer.WriteString("actions", "reactionAdded");
            writer.WriteStartObject("reaction");
            WriteReactionProperties(writer, reaction, message.Number);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteEventDetail(Utf8JsonWriter writer, long number)
    {
        writer.WriteStartObject("eventDetail");
        writer.WriteString("@odata.type", "#microsoft.graph.chatRenamedEventMessageDetail");
        writer.WriteString("chatDisplayName", Canary.Of("chatName", number));
        writer.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTime? instant) =>
        writer.WriteString(name, instant?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"));
}
