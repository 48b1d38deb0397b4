using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>What a delta round says of one user. Null was not said, and leaves things as they are.</summary>
internal sealed record DirectoryUser
{
    public string? ObjectId { get; set; }
    public bool Removed { get; set; }
    public string? Name { get; set; }
    public string? Principal { get; set; }
    public string? Mail { get; set; }
    public string? EmployeeId { get; set; }
    public List<string>? Proxies { get; set; }
    public bool? Enabled { get; set; }
    public bool? Guest { get; set; }
    public DateTime? Hired { get; set; }
    public DateTime? Leaves { get; set; }

    /// <summary>Object id of the manager; empty where there is none now.</summary>
    public string? Manager { get; set; }

    /// <summary>The attributes that the options name.</summary>
    public Dictionary<string, string> Attributes { get; } = [];

    /// <summary>What a later page of the round says goes before what this one said.</summary>
    public DirectoryUser After(DirectoryUser earlier)
    {
        foreach (var (name, value) in earlier.Attributes)
            Attributes.TryAdd(name, value);
        Name ??= earlier.Name;
        Principal ??= earlier.Principal;
        Mail ??= earlier.Mail;
        EmployeeId ??= earlier.EmployeeId;
        Proxies ??= earlier.Proxies;
        Enabled ??= earlier.Enabled;
        Guest ??= earlier.Guest;
        Hired ??= earlier.Hired;
        Leaves ??= earlier.Leaves;
        Manager ??= earlier.Manager;
        return this;
    }

    public static bool Read(ref Utf8JsonReader reader, IReadOnlySet<string> attributes, out DirectoryUser user)
    {
        user = new();
        user.ReadProperties(ref reader, attributes);
        return user.ObjectId is not null;
    }

    private void ReadProperties(ref Utf8JsonReader reader, IReadOnlySet<string> attributes)
    {
        while (Fields.Next(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                ObjectId = Fields.Text(ref reader)?.ToLowerInvariant();
            else if (reader.ValueTextEquals("@removed"u8))
                (Removed, _) = (true, Skipped(ref reader));
            else if (reader.ValueTextEquals("displayName"u8))
                Name = Fields.Text(ref reader);
            else if (reader.ValueTextEquals("userPrincipalName"u8))
                Principal = Fields.Text(ref reader);
            else if (reader.ValueTextEquals("mail"u8))
                Mail = Fields.Text(ref reader);
            else if (reader.ValueTextEquals("employeeId"u8))
                EmployeeId = Fields.Text(ref reader);
            else if (reader.ValueTextEquals("proxyAddresses"u8))
                Proxies = ReadProxies(ref reader);
            else if (reader.ValueTextEquals("accountEnabled"u8))
                Enabled = Fields.Flag(ref reader);
            else if (reader.ValueTextEquals("userType"u8))
                Guest = Fields.Is(ref reader, "guest"u8);
            else if (reader.ValueTextEquals("employeeHireDate"u8))
                Hired = Fields.Instant(ref reader);
            else if (reader.ValueTextEquals("employeeLeaveDateTime"u8))
                Leaves = Fields.Instant(ref reader);
            else if (reader.ValueTextEquals("manager@delta"u8))
                ReadManager(ref reader);
            else
                ReadAttribute(ref reader, attributes);
        }
    }

    private void ReadAttribute(ref Utf8JsonReader reader, IReadOnlySet<string> attributes)
    {
        if (reader.ValueTextEquals("onPremisesExtensionAttributes"u8) || reader.ValueTextEquals("employeeOrgData"u8))
        {
            if (Fields.Enter(ref reader))
                while (Fields.Next(ref reader))
                    ReadAttribute(ref reader, attributes);
            return;
        }
        foreach (var name in attributes)
        {
            if (!reader.ValueTextEquals(name))
                continue;
            if (Fields.Text(ref reader)?.Trim() is { Length: > 0 } text)
                Attributes[name] = text;
            return;
        }
        Fields.Skip(ref reader);
    }

    private void ReadManager(ref Utf8JsonReader reader)
    {
        Manager = "";
        if (!Fields.EnterArray(ref reader))
            return;
        while (Fields.NextElement(ref reader))
        {
            var (id, removed) = (default(string), false);
            while (Fields.Next(ref reader))
                if (reader.ValueTextEquals("id"u8))
                    id = Fields.Text(ref reader)?.ToLowerInvariant();
                else
                    (removed, _) = (removed | reader.ValueTextEquals("@removed"u8), Skipped(ref reader));
            if (id is not null && !removed)
                Manager = id;
        }
    }

    /// <summary>Addresses alone: <c>SMTP:</c> and <c>smtp:</c>, without the prefix; a blank may follow it.</summary>
    public static List<string> ReadProxies(ref Utf8JsonReader reader) =>
        [.. Fields.Texts(ref reader)
            .Where(proxy => proxy.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase))
            .Select(proxy => proxy["smtp:".Length..].Trim())];

    private static bool Skipped(ref Utf8JsonReader reader)
    {
        Fields.Skip(ref reader);
        return true;
    }
}
