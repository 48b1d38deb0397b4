namespace InfluencerMap.Collectors;

/// <summary>Which attributes of a user say what; null = none does.</summary>
/// <remarks>Set and not init-only, as those of <see cref="TenantSettings"/> are.</remarks>
public sealed record DirectoryOptions
{
    /// <summary>The attributes that may be named below, as Microsoft Graph calls them.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
    [
        "department", "jobTitle", "officeLocation", "country", "companyName", "employeeType", "division",
        .. Enumerable.Range(1, 15).Select(i => $"extensionAttribute{i}"),
    ];

    /// <summary>What a new person's id is: <c>userPrincipalName</c>, or <c>employeeId</c> where there is one.</summary>
    /// <value>Default userPrincipalName.</value>
    public string PersonId
    {
        get;
        set => field = value is "userPrincipalName" or "employeeId" ? value
            : throw new InputException($"personId '{value}' is neither userPrincipalName nor employeeId.");
    } = "userPrincipalName";

    /// <value>Default department.</value>
    public string? Department { get; set => field = Checked(value); } = "department";

    /// <value>Default officeLocation.</value>
    public string? Site { get; set => field = Checked(value); } = "officeLocation";

    /// <value>Default jobTitle.</value>
    public string? JobFamily { get; set => field = Checked(value); } = "jobTitle";

    /// <summary>A whole number, 1 at the top.</summary>
    public string? Level { get; set => field = Checked(value); }

    /// <summary>First day of a long absence, yyyy-MM-dd.</summary>
    public string? AbsentFrom { get; set => field = Checked(value); }

    /// <summary>First day back, yyyy-MM-dd.</summary>
    public string? AbsentTo { get; set => field = Checked(value); }

    /// <summary>Whether to ask what mailboxes are for, one request a new account.</summary>
    /// <value>Default true; needs MailboxSettings.Read.</value>
    public bool MailboxPurpose { get; set; } = true;

    /// <summary>Whether to ask for dates of leaving.</summary>
    /// <value>Default false: who leaves is noticed by the disabled account. Needs User-LifeCycleInfo.Read.All.</value>
    public bool LeaveDates { get; set; }

    private static string? Checked(string? attribute) =>
        attribute is null || Attributes.Contains(attribute) ? attribute
            : throw new InputException(
                $"'{attribute}' is not an attribute that may be read; one of {string.Join(", ", Attributes)}.");
}
