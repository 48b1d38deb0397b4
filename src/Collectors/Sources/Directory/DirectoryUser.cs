using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Collectors;

/// <summary>What a delta round says of one user. Null was not said, and leaves things as they are.</summary>
internal sealed record DirectoryUser
{
    [JsonPropertyName("id")]
    public string? ObjectId { get; set => field = value?.ToLowerInvariant(); }

    [JsonPropertyName("@removed")]
    public JsonElement? Removal { get; set; }

    [JsonPropertyName("displayName")]
    public string? Name { get; set; }

    [JsonPropertyName("userPrincipalName")]
    public string? Principal { get; set; }

    public string? Mail { get; set; }

    public string? EmployeeId { get; set; }

    [JsonPropertyName("proxyAddresses"), JsonConverter(typeof(ListOf<string>))]
    public IReadOnlyList<string>? Proxies { get; set => field = value ?? []; }

    [JsonPropertyName("accountEnabled"), JsonConverter(typeof(OrNull<bool?>))]
    public bool? Enabled { get; set; }

    [JsonPropertyName("userType")]
    public string? Type { get; set; }

    [JsonPropertyName("employeeHireDate"), JsonConverter(typeof(OrNull<DateTime?>))]
    public DateTime? Hired { get; set => field = InUtc(value); }

    [JsonPropertyName("employeeLeaveDateTime"), JsonConverter(typeof(OrNull<DateTime?>))]
    public DateTime? Leaves { get; set => field = InUtc(value); }

    [JsonPropertyName("manager@delta"), JsonConverter(typeof(ListOf<DirectoryLink>))]
    public IReadOnlyList<DirectoryLink>? ManagerChanges { get; set => field = value ?? []; }

    /// <summary>The attributes that the options name.</summary>
    [JsonIgnore]
    public Dictionary<string, string> Attributes { get; } = [];

    [JsonIgnore]
    public bool IsGuest => Type?.Equals("guest", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Object id of the manager; empty where there is none now.</summary>
    [JsonIgnore]
    public string? Manager => ManagerChanges is null ? null
        : ManagerChanges.LastOrDefault(link => link is { Id: not null, Removal: null })?.Id!.ToLowerInvariant() ?? "";

    /// <summary>What a later page of the round says goes before what this one said.</summary>
    public DirectoryUser After(DirectoryUser earlier)
    {
        foreach (var (name, value) in earlier.Attributes)
            Attributes.TryAdd(name, value);
        Name ??= earlier.Name;
        Principal ??= earlier.Principal;
        Mail ??= earlier.Mail;
        EmployeeId ??= earlier.EmployeeId;
        if (earlier.Proxies is { } proxies)
            Proxies ??= proxies;
        Enabled ??= earlier.Enabled;
        Type ??= earlier.Type;
        Hired ??= earlier.Hired;
        Leaves ??= earlier.Leaves;
        if (earlier.ManagerChanges is { } changes)
            ManagerChanges ??= changes;
        return this;
    }

    public static bool Read(ref Utf8JsonReader reader, IReadOnlySet<string> attributes, out DirectoryUser user)
    {
        var again = reader;
        user = JsonSerializer.Deserialize(ref reader, DirectoryJson.Default.DirectoryUser)!;
        user.ReadAttributes(ref again, attributes);
        return user.ObjectId is not null;
    }

    /// <summary>Addresses alone: <c>SMTP:</c> and <c>smtp:</c>, without the prefix; a blank may follow it.</summary>
    public static IReadOnlyList<string> AddressesAmong(IReadOnlyList<string>? proxies) =>
    [
        .. (proxies ?? []).Where(proxy => proxy.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase))
            .Select(proxy => proxy["smtp:".Length..].Trim()),
    ];

    /// <summary>Only an attribute that the options name becomes a text, alone or inside of others.</summary>
    private void ReadAttributes(ref Utf8JsonReader json, IReadOnlySet<string> attributes)
    {
        while (Fields.Next(ref json))
        {
            var name = json.GetString()!;
            if (name is "onPremisesExtensionAttributes" or "employeeOrgData")
            {
                if (Fields.Enter(ref json))
                    ReadAttributes(ref json, attributes);
            }
            else if (!attributes.Contains(name))
                Fields.Skip(ref json);
            else if (Fields.Text(ref json)?.Trim() is { Length: > 0 } text)
                Attributes[name] = text;
        }
    }

    /// <summary>A time without an offset is in UTC already.</summary>
    private static DateTime? InUtc(DateTime? at) => at?.Kind == DateTimeKind.Local ? at?.ToUniversalTime() : at;
}
