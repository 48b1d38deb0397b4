namespace InfluencerMap.Graph.Disclosure;

/// <summary>What a caller of the API may be: docs/privacy.md says what each sees. No role sees everything.</summary>
public static class Roles
{
    /// <summary>Aggregates, and rankings by pseudonymous key.</summary>
    public const string HrRead = "Hr.Read";

    /// <summary>The same, with the names of those who agreed, for a purpose that somebody else approved.</summary>
    public const string HrNames = "Hr.Names";

    /// <summary>Cohorts and scenarios.</summary>
    public const string ProgramLead = "Program.Lead";

    /// <summary>Oneself.</summary>
    public const string Person = "Person";

    /// <summary>Audit, erasure, access export, approval of named views.</summary>
    public const string Dpo = "Dpo";

    /// <summary>Runs and readiness; nobody.</summary>
    public const string Operator = "Operator";

    /// <summary>Every role, in the order in which they are written.</summary>
    public static IReadOnlyList<string> All { get; } = [HrRead, HrNames, ProgramLead, Person, Dpo, Operator];
}
