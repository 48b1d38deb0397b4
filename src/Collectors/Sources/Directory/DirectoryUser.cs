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

    [JsonPropertyName("proxyAddresses")]
    public IReadOnlyList<string>? Proxies { get; set => field = value ?? []; }

    [JsonPropertyName("accountEnabled")]
    public bool? Enabled { get; set; }

    [JsonPropertyName("userType")]
    public string? Type { get; set; }

    [JsonPropertyName("employeeHireDate")]
    public DateTimeOffset? Hired { get; set; }

    [JsonPropertyName("employeeLeaveDateTime")]
    public DateTimeOffset? Leaves { get; set; }

    [JsonPropertyName("manager@delta")]
    public List<DirectoryLink>? ManagerChanges { get; set => field = value ?? []; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>The attributes that the options name.</summary>
    [JsonIgnore]
    public Dictionary<string, string> Attributes { get; } = [];

    [JsonIgnore]
    public bool IsGuest => Type?.Equals("guest", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Object id of the manager; empty where there is none now.</summary>
    [JsonIgnore]
    public string? Manager => ManagerChanges is null ? null
        : ManagerChanges.FindLast(link => link is { Id: not null, Removal: null })?.Id!.ToLowerInvariant() ?? "";

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
        user = JsonSerializer.Deserialize(ref reader, DirectoryJson.Default.DirectoryUser)!;
        foreach (var (name, value) in user.Others ?? [])
            user.Take(name, value, attributes);
        user.Others = null;
        return user.ObjectId is not null;
    }

    /// <summary>Addresses alone: <c>SMTP:</c> and <c>smtp:</c>, without the prefix; a blank may follow it.</summary>
    public static IReadOnlyList<string> AddressesAmong(IReadOnlyList<string>? proxies) =>
    [
        .. (proxies ?? []).Where(proxy => proxy?.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) == true)
            .Select(proxy => proxy["smtp:".Length..].Trim()),
    ];

    /// <summary>Only an attribute that the options name becomes a text, alone or inside of others.</summary>
    private void Take(string name, JsonElement value, IReadOnlySet<string> attributes)
    {
        if (name is "onPremisesExtensionAttributes" or "employeeOrgData" && value.ValueKind == JsonValueKind.Object)
            foreach (var inner in value.EnumerateObject())
                Take(inner.Name, inner.Value, attributes);
        else if (attributes.Contains(name)
            && value.Deserialize(DirectoryJson.Default.String)?.Trim() is { Length: > 0 } text)
            Attributes[name] = text;
    }
}
