using System.Text.Json;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>Users with their managers, and what their mailboxes are for.</summary>
internal sealed class UserEndpoints(StandInTenant tenant)
{
    private const int PageMax = 999;
    private const int ReplayedChanges = 5;

    private static readonly string[] StandardSelect =
    [
        "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation",
        "preferredLanguage", "surname", "userPrincipalName",
    ];

    private static readonly Dictionary<string, Func<TenantUser, object?>> Properties = new(StringComparer.Ordinal)
    {
        ["displayName"] = u => u.DisplayName,
        ["mail"] = u => u.Mail,
        ["userPrincipalName"] = u => u.UserPrincipalName,
        ["proxyAddresses"] = u => u.ProxyAddresses,
        ["otherMails"] = u => u.OtherMails,
        ["imAddresses"] = u => u.Mail is null ? [] : (string[])[u.Mail],
        ["accountEnabled"] = u => u.AccountEnabled,
        ["userType"] = u => u.UserType,
        ["department"] = u => u.Department,
        ["jobTitle"] = u => u.JobTitle,
        ["officeLocation"] = u => u.OfficeLocation,
        ["country"] = u => u.Country,
        ["companyName"] = u => u.CompanyName,
        ["employeeId"] = u => u.EmployeeId,
        ["employeeType"] = u => u.EmployeeType,
        // Microsoft's value for a date that nobody entered.
        ["employeeHireDate"] = u => u.EmployeeHireDate ?? (u.EmployeeId is null ? null : DateTime.MinValue),
        ["employeeLeaveDateTime"] = u => u.EmployeeLeaveDateTime,
        ["employeeOrgData"] = u => u.Department is null ? null : new { division = u.Department, costCenter = "1" },
        ["onPremisesExtensionAttributes"] = u => u.ExtensionAttributes.Index()
            .ToDictionary(a => $"extensionAttribute{a.Index + 1}", a => a.Item),
        ["assignedLicenses"] = u => u is { AccountEnabled: true, UserType: "Member" }
            ? (object[])[new { skuId = "c0000000-0000-4000-8000-000000000000", disabledPlans = Array.Empty<string>() }]
            : [],
        ["businessPhones"] = _ => Array.Empty<string>(),
        ["givenName"] = _ => null,
        ["surname"] = _ => null,
        ["mobilePhone"] = _ => null,
        ["preferredLanguage"] = _ => null,
        ["aboutMe"] = u => Canary.Of("aboutMe", u.Id.Length),
    };

    public void Map()
    {
        tenant.Get("/users/delta", AnswerDeltaAsync);
        tenant.Get("/users/{id}/manager", AnswerManagerAsync);
        tenant.Get("/users/{id}/mailboxSettings", AnswerMailboxSettingsAsync);
        tenant.Get("/users/{id}/mailboxSettings/userPurpose", AnswerPurposeAsync);
    }

    private Task AnswerDeltaAsync(Exchange exchange)
    {
        if (exchange.Option("$top") is not null || exchange.Option("$expand") is not null)
            return GraphError.AnswerAsync(exchange.Context, 400, "Request_UnsupportedQuery", "Not a delta option.");
        if (exchange.Select?.Contains("employeeLeaveDateTime") == true
            && !tenant.Grants.Contains(Permissions.LeaveDates))
            return GraphError.AnswerAsync(exchange.Context, 403, "Authorization_RequestDenied", "Not granted.");
        tenant.Directory.CatchUp();
        var isFirstRound = exchange.Cursor.From == 0;
        var from = exchange.IsLatestOnly ? int.MaxValue : exchange.Cursor.From;
        if (exchange.Has(Misbehaviour.Replays) && !isFirstRound)
            from = Math.Max(1, from - ReplayedChanges);
        var (changes, to) = tenant.Directory.Users.Between(from, exchange.Cursor.To);
        // A first round tells who is there; who was removed before it is nobody's business.
        var told = changes.Where(c => !isFirstRound || c.Now.Removed is null).ToArray();
        var select = (exchange.Select ?? StandardSelect).Where(p => p != "id").ToArray();
        var isMinimal = exchange.Prefer.Contains("return=minimal", StringComparison.OrdinalIgnoreCase);
        return new Page("users", told.Length, exchange.PageSize(PageMax), Write, to, IsDelta: true)
            .AnswerAsync(exchange);

        void Write(Utf8JsonWriter writer, int number)
        {
            var (before, user) = told[number];
            writer.WriteString("id", user.Id);
            if (user.Removed is { } reason)
            {
                WriteRemoved(writer, reason);
                return;
            }
            var known = isFirstRound || before?.Removed is not null ? null : before;
            foreach (var name in select)
                if (name == "manager")
                    WriteManager(writer, known, user);
                else if (Properties.TryGetValue(name, out var read) && !(isMinimal && IsSame(read, known, user)))
                {
                    writer.WritePropertyName(name);
                    JsonSerializer.Serialize(writer, read(user));
                }
            if (exchange.Has(Misbehaviour.Talkative))
                writer.WriteString("aboutMe", Canary.Of("aboutMe", number));
        }
    }

    private static bool IsSame(Func<TenantUser, object?> read, TenantUser? before, TenantUser now) =>
        before is not null && JsonSerializer.Serialize(read(before)) == JsonSerializer.Serialize(read(now));

    internal static void WriteRemoved(Utf8JsonWriter writer, string reason)
    {
        writer.WriteStartObject("@removed");
        writer.WriteString("reason", reason);
        writer.WriteEndObject();
    }

    /// <summary>Absent is unchanged; a manager who is no longer one is named with <c>@removed</c>.</summary>
    private static void WriteManager(Utf8JsonWriter writer, TenantUser? before, TenantUser now)
    {
        if (before?.Manager == now.Manager)
            return;
        writer.WriteStartArray("manager@delta");
        if (before?.Manager is { } former)
            WriteReference(writer, former, isRemoved: true);
        if (now.Manager is { } manager)
            WriteReference(writer, manager, isRemoved: false);
        writer.WriteEndArray();
    }

    internal static void WriteReference(
        Utf8JsonWriter writer, string id, bool isRemoved, string type = "user")
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.type", $"#microsoft.graph.{type}");
        writer.WriteString("id", id);
        if (isRemoved)
            WriteRemoved(writer, "deleted");
        writer.WriteEndObject();
    }

    private Task AnswerManagerAsync(Exchange exchange)
    {
        var manager = UserOf(exchange)?.Manager is { } id ? tenant.Directory.Users.Find(id) : null;
        if (manager is null)
            return NotFoundAsync(exchange);
        return Delivery.SendObjectAsync(exchange, "directoryObjects/$entity", writer =>
        {
            writer.WriteString("@odata.type", "#microsoft.graph.user");
            writer.WriteString("id", manager.Id);
            writer.WriteString("displayName", manager.DisplayName);
        });
    }

    private Task AnswerPurposeAsync(Exchange exchange) => UserOf(exchange)?.UserPurpose is { } purpose
        ? Delivery.SendObjectAsync(exchange, "users('user')/mailboxSettings/userPurpose",
            writer => writer.WriteString("value", purpose))
        : NotFoundAsync(exchange, "MailboxNotEnabledForRESTAPI");

    private Task AnswerMailboxSettingsAsync(Exchange exchange) => UserOf(exchange)?.UserPurpose is { } purpose
        ? Delivery.SendObjectAsync(exchange, "users('user')/mailboxSettings",
            writer => writer.WriteString("userPurpose", purpose))
        : NotFoundAsync(exchange, "MailboxNotEnabledForRESTAPI");

    private TenantUser? UserOf(Exchange exchange)
    {
        tenant.Directory.CatchUp();
        var id = exchange.Route("id");
        return tenant.Directory.Users.Find(id)
            ?? tenant.Directory.Users.All.FirstOrDefault(u => u.UserPrincipalName == id);
    }

    internal static Task NotFoundAsync(Exchange exchange, string code = "Request_ResourceNotFound") =>
        GraphError.AnswerAsync(exchange.Context, 404, code, "The resource does not exist.");
}
