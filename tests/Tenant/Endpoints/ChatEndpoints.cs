using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>The chats of each user, and who is in a chat.</summary>
internal sealed class ChatEndpoints(StandInTenant tenant)
{
    private const int PageMax = 1_000;

    public void Map()
    {
        tenant.Get("/users/{id}/chats/getAllMessages", AnswerMessagesAsync);
        tenant.Get("/users/{id}/chats/allMessages", AnswerMessagesAsync);
        tenant.Get("/chats/{id}/members", AnswerMembersAsync);
    }

    private Task AnswerMessagesAsync(Exchange exchange) =>
        tenant.History.Accounts.Find(exchange.Route("id")) is { } account
            ? AnswerExportAsync(exchange, tenant.Teams.ChatsOf(account))
            : UserEndpoints.NotFoundAsync(exchange);

    /// <summary>What both exports have in common: a window of last changes, and nothing else to choose.</summary>
    internal static Task AnswerExportAsync(Exchange exchange, IEnumerable<TeamsMessage> messages)
    {
        foreach (var refused in (string[])["$select", "$expand", "$orderby"])
            if (exchange.Option(refused) is not null)
                return GraphError.AnswerAsync(exchange.Context, 400, "BadRequest", $"{refused} is not supported.");
        var window = exchange.Option("$filter") is { } filter
            ? InstantWindow.Parse(filter, "lastModifiedDateTime")
            : InstantWindow.All;
        if (window is not { } asked)
            return GraphError.AnswerAsync(exchange.Context, 400, "BadRequest", "Filter by lastModifiedDateTime.");
        var found = messages.Where(m => asked.Holds(m.LastModified))
            .OrderBy(m => m.LastModified).ThenBy(m => m.Number).ToArray();
        return new Page("Collection(chatMessage)", found.Length, exchange.PageSize(PageMax, standard: 20),
            (writer, number) => TeamsMessageJson.Write(writer, found[number], exchange)).AnswerAsync(exchange);
    }

    private Task AnswerMembersAsync(Exchange exchange)
    {
        var chatId = exchange.Route("id");
        if (tenant.Teams.MembersOf(chatId) is not { } members)
            return UserEndpoints.NotFoundAsync(exchange);
        return new Page("chats('chat')/members", members.Length, exchange.PageSize(PageMax), (writer, number) =>
        {
            writer.WriteString("@odata.type", "#microsoft.graph.aadUserConversationMember");
            writer.WriteString("id", $"member-{members[number]}");
            writer.WriteString("displayName", Canary.Of("chatMemberName", number));
            writer.WriteString("userId", TenantAccounts.Id(members[number]));
            writer.WriteString("email", tenant.History.Accounts.Address(members[number]));
        }).AnswerAsync(exchange);
    }
}
