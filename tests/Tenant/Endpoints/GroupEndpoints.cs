using System.Text.Json;
using System.Text.RegularExpressions;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>Groups and who belongs to them. The members of a large group are spread over pages.</summary>
internal sealed partial class GroupEndpoints(StandInTenant tenant)
{
    private const int PageMax = 999;
    private const int MembersAtOnce = 40;
    private const int FilteredMax = 50;
    private const int ReplayedChanges = 5;

    public void Map()
    {
        tenant.Get("/groups/delta", AnswerDeltaAsync);
        tenant.Get("/groups/{id}/members", AnswerMembersAsync);
    }

    private Task AnswerDeltaAsync(Exchange exchange)
    {
        var isFirstRound = exchange.Cursor.From == 0;
        var from = exchange.IsLatestOnly ? int.MaxValue : exchange.Cursor.From;
        // The only filter there is names objects.
        var wanted = exchange.Option("$filter") is { } filter ? ObjectId().Matches(filter) : null;
        if (wanted?.Count is 0 or > FilteredMax)
            return GraphError.AnswerAsync(exchange.Context, 400, "Request_UnsupportedQuery", "Not a delta filter.");
        var ids = wanted?.Select(id => id.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (changes, to) = tenant.Directory.Groups.Between(from, exchange.Cursor.To);
        var told = changes;
        // What was told before is told again as it is now; what has changed since follows.
        if (exchange.Has(Misbehaviour.Replays) && !isFirstRound)
            told = [.. tenant.Directory.Groups.Between(Math.Max(1, from - ReplayedChanges), from).Changes
                .Select(c => ((TenantGroup?)null, c.Now)), .. changes];
        var parts = told.Where(c => ids?.Contains(c.Now.Id) != false)
            .Where(c => !isFirstRound || c.Now.Removed is null)
            .SelectMany(c => PartsOf(isFirstRound || c.Before?.Removed is not null ? null : c.Before, c.Now)).ToArray();
        var select = exchange.Select ?? ["displayName", "description", "groupTypes", "mail"];
        return new Page("groups", parts.Length, exchange.PageSize(PageMax), Write, to, IsDelta: true)
            .AnswerAsync(exchange);

        void Write(Utf8JsonWriter writer, int number)
        {
            var (group, members) = parts[number];
            writer.WriteString("id", group.Id);
            if (group.Removed is { } reason)
            {
                UserEndpoints.WriteRemoved(writer, reason);
                return;
            }
            foreach (var name in select)
                WriteProperty(writer, name, group);
            if (exchange.Has(Misbehaviour.Talkative))
                WriteProperty(writer, "description", group);
            if (!select.Contains("members") || members.Length == 0)
                return;
            writer.WriteStartArray("members@delta");
            foreach (var (id, isRemoved) in members)
                UserEndpoints.WriteReference(writer, id, isRemoved, tenant.Directory.TypeOf(id));
            writer.WriteEndArray();
        }
    }

    private static IEnumerable<(TenantGroup Group, (string Id, bool IsRemoved)[] Members)> PartsOf(
        TenantGroup? before, TenantGroup now)
    {
        var members = now.Members.Except(before?.Members ?? []).Select(id => (id, false))
            .Concat((before?.Members ?? []).Except(now.Members).Select(id => (id, true))).ToArray();
        return members.Length == 0 ? [(now, members)] : members.Chunk(MembersAtOnce).Select(chunk => (now, chunk));
    }

    private static void WriteProperty(Utf8JsonWriter writer, string name, TenantGroup group)
    {
        switch (name)
        {
            case "displayName": writer.WriteString(name, group.DisplayName); break;
            case "description": writer.WriteString(name, Canary.Of("groupDescription", group.Members.Count)); break;
            case "mail": writer.WriteString(name, group.Mail); break;
            case "mailEnabled": writer.WriteBoolean(name, group.Mail is not null); break;
            case "securityEnabled": writer.WriteBoolean(name, false); break;
            case "visibility": writer.WriteString(name, "Private"); break;
            case "proxyAddresses": WriteList(writer, name, ProxyAddressesOf(group)); break;
            case "groupTypes": WriteList(writer, name, group.IsUnified ? ["Unified"] : []); break;
            case "resourceProvisioningOptions": WriteList(writer, name, group.IsTeam ? ["Team"] : []); break;
        }
    }

    /// <summary>As real ones are: an alias and another protocol beside the first.</summary>
    private static string[] ProxyAddressesOf(TenantGroup group) => group.Mail is not { } mail
        ? []
        : [$"SPO:SPO_{group.Id}@SPO_demo", $"smtp:former-{mail}", $"SMTP:{mail}"];

    private static void WriteList(Utf8JsonWriter writer, string name, string[] values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private Task AnswerMembersAsync(Exchange exchange)
    {
        var group = tenant.Directory.Groups.Find(exchange.Route("id"));
        if (group is null or { Removed: not null })
            return UserEndpoints.NotFoundAsync(exchange);
        return new Page("directoryObjects", group.Members.Count, exchange.PageSize(PageMax), (writer, number) =>
        {
            writer.WriteString("@odata.type", $"#microsoft.graph.{tenant.Directory.TypeOf(group.Members[number])}");
            writer.WriteString("id", group.Members[number]);
            writer.WriteString("displayName", Canary.Of("memberDisplayName", number));
        }).AnswerAsync(exchange);
    }

    [GeneratedRegex(@"\bid eq '([^']+)'")]
    private static partial Regex ObjectId();
}
