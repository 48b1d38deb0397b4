namespace InfluencerMap.Tenant;

/// <summary>A user object of the directory. The names are Graph's.</summary>
public sealed record TenantUser
{
    public required string Id { get; init; }
    public required string DisplayName { get; init; }
    public string? Mail { get; init; }
    public required string UserPrincipalName { get; init; }

    /// <summary><c>SMTP:</c> for the first address, <c>smtp:</c> for others; <c>sip:</c> and <c>x500:</c>.</summary>
    public IReadOnlyList<string> ProxyAddresses { get; init; } = [];
    public IReadOnlyList<string> OtherMails { get; init; } = [];
    public bool AccountEnabled { get; init; } = true;

    /// <summary>Member or Guest.</summary>
    public string UserType { get; init; } = "Member";
    public string? Department { get; init; }
    public string? JobTitle { get; init; }
    public string? OfficeLocation { get; init; }
    public string? Country { get; init; }
    public string? CompanyName { get; init; }
    public string? EmployeeId { get; init; }
    public string? EmployeeType { get; init; }
    public DateTime? EmployeeHireDate { get; init; }
    public DateTime? EmployeeLeaveDateTime { get; init; }

    /// <summary><c>onPremisesExtensionAttributes</c>: 1 job family, 2 level, 3 and 4 long absence.</summary>
    public IReadOnlyList<string?> ExtensionAttributes { get; init; } = [];

    /// <summary>Object id of the manager; null for the head of the company.</summary>
    public string? Manager { get; init; }

    /// <summary>Exchange's userPurpose; null where there is no mailbox.</summary>
    public string? UserPurpose { get; init; } = "user";

    /// <summary>Reason of removal, <c>changed</c> (can come back) or <c>deleted</c>; null while there.</summary>
    public string? Removed { get; init; }
}

/// <summary>A group of the directory; one with a team is also a team.</summary>
public sealed record TenantGroup
{
    public required string Id { get; init; }
    public required string DisplayName { get; init; }
    public string? Mail { get; init; }

    /// <summary>A Microsoft 365 group is Unified; a distribution list has no type.</summary>
    public bool IsUnified { get; init; }
    public bool IsTeam { get; init; }
    public bool IsCommunity { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Whether mail to all its members, the sender left out, goes to its address in their place.</summary>
    public bool IsWrittenTo { get; init; }

    /// <summary>Object ids, users and groups.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>As for users.</summary>
    public string? Removed { get; init; }
}
