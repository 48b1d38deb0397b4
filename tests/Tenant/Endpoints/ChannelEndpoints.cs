using System.Text.Json;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>Teams, their channels, and what is posted and answered there.</summary>
internal sealed class ChannelEndpoints(StandInTenant tenant)
{
    private const int MessagePageMax = 50;
    private const int StandardPage = 20;
    private const int PageMax = 999;

    public void Map()
    {
        tenant.Get("/teams", AnswerTeamsAsync);
        tenant.Get("/teams/{id}/channels", AnswerChannelsAsync);
        tenant.Get("/teams/{id}/allChannels", AnswerChannelsAsync);
        tenant.Get("/teams/{id}/channels/getAllMessages", AnswerExportAsync);
        tenant.Get("/teams/{id}/channels/{channel}/messages/delta", AnswerDeltaAsync);
        tenant.Get("/teams/{id}/channels/{channel}/messages/{message}/replies", AnswerRepliesAsync);
    }

    private Task AnswerTeamsAsync(Exchange exchange)
    {
        var teams = tenant.Directory.Groups.All.Where(g => g is { IsTeam: true, Removed: null }).ToArray();
        return new Page("teams", teams.Length, exchange.PageSize(PageMax), (writer, number) =>
        {
            writer.WriteString("id", teams[number].Id);
            writer.WriteString("displayName", teams[number].DisplayName);
            writer.WriteString("description", Canary.Of("teamDescription", number));
        }).AnswerAsync(exchange);
    }

    private Task AnswerChannelsAsync(Exchange exchange)
    {
        if (Team(exchange) is not { } team)
            return UserEndpoints.NotFoundAsync(exchange);
        return new Page("teams('team')/channels", 1, PageMax, (writer, _) =>
        {
            writer.WriteString("id", TenantTeams.ChannelOf(team));
            writer.WriteString("displayName", "General");
            writer.WriteString("description", Canary.Of("channelDescription", 3));
            writer.WriteString("membershipType", "standard");
        }).AnswerAsync(exchange);
    }

    private Task AnswerExportAsync(Exchange exchange) => Team(exchange) is { } team
        ? ChatEndpoints.AnswerExportAsync(exchange, tenant.Teams.InChannel(team))
        : UserEndpoints.NotFoundAsync(exchange);

    /// <summary>First posts whose thread has changed; their answers only where they are asked for.</summary>
    private Task AnswerDeltaAsync(Exchange exchange)
    {
        var channel = exchange.Route("channel");
        if (Team(exchange) is not { } team || channel != TenantTeams.ChannelOf(team))
            return UserEndpoints.NotFoundAsync(exchange);
        if (exchange.Option("$select") is not null)
            return GraphError.AnswerAsync(exchange.Context, 400, "BadRequest", "$select is not supported.");
        var from = exchange.IsLatestOnly ? int.MaxValue : exchange.Cursor.From;
        var (changes, to) = tenant.Teams.ChangesIn(team, from, exchange.Cursor.To);
        var withReplies = exchange.Option("$expand")?.StartsWith("replies", StringComparison.Ordinal) == true;
        var threads = tenant.Teams.InChannel(team).ToLookup(m => m.ReplyTo ?? m.Number);
        var firsts = changes.Where(c => withReplies || c.Now.ReplyTo is null)
            .Select(c => c.Now.ReplyTo ?? c.Now.Number).Distinct().ToArray();
        return new Page("Collection(chatMessage)", firsts.Length, exchange.PageSize(MessagePageMax, StandardPage),
            Write, to, IsDelta: true).AnswerAsync(exchange);

        void Write(Utf8JsonWriter writer, int number)
        {
            TeamsMessageJson.Write(writer, threads[firsts[number]].First(m => m.ReplyTo is null), exchange);
            if (!withReplies)
                return;
            var replies = threads[firsts[number]].Where(m => m.ReplyTo is not null).ToArray();
            writer.WriteStartArray("replies");
            foreach (var reply in replies.Take(tenant.Options.NestedPageSize))
            {
                writer.WriteStartObject();
                TeamsMessageJson.Write(writer, reply, exchange);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            if (replies.Length > tenant.Options.NestedPageSize)
                writer.WriteString("replies@odata.nextLink", exchange.NestedLink(
                    $"/teams/{team}/channels/{channel}/messages/{firsts[number]}/replies",
                    tenant.Options.NestedPageSize));
        }
    }

    private Task AnswerRepliesAsync(Exchange exchange)
    {
        var first = exchange.Route("message");
        if (Team(exchange) is not { } team)
            return UserEndpoints.NotFoundAsync(exchange);
        var replies = tenant.Teams.InChannel(team).Where(m => m.ReplyTo?.ToString() == first).ToArray();
        return new Page("Collection(chatMessage)", replies.Length, exchange.PageSize(MessagePageMax, StandardPage),
            (writer, number) => TeamsMessageJson.Write(writer, replies[number], exchange)).AnswerAsync(exchange);
    }

    private string? Team(Exchange exchange) =>
        tenant.Directory.Groups.Find(exchange.Route("id")) is
            { IsTeam: true, Removed: null } team ? team.Id : null;
}
