namespace InfluencerMap.Graph.Disclosure;

/// <summary>
/// Kinds of facts that an answer or a refusal can reveal. An endpoint declares which of them it shows.
/// </summary>
[Flags]
public enum Knowledge
{
    /// <summary>Nothing about anybody or any group.</summary>
    None = 0,

    /// <summary>Runs: what went in, by which options, how long it took.</summary>
    Runs = 1 << 0,

    /// <summary>Figures of groups that <see cref="SmallGroups"/> lets through.</summary>
    GroupFigures = 1 << 1,

    /// <summary>Pseudonymous keys of people.</summary>
    Keys = 1 << 2,

    /// <summary>Places, scores and measures by key.</summary>
    Ranks = 1 << 3,

    /// <summary>Group, level and reports by key, only as <see cref="ShownPeople"/> lets them through.</summary>
    Attributes = 1 << 4,

    /// <summary>Names of people who agreed, in a view that somebody else approved.</summary>
    Names = 1 << 5,

    /// <summary>Everything of the caller.</summary>
    Oneself = 1 << 6,

    /// <summary>What is held of one person asked for by key, without names and without who the others are.</summary>
    HeldData = 1 << 7,

    /// <summary>Who was shown whom.</summary>
    Audit = 1 << 8,

    /// <summary>Who has a tie to whom. No role may know it over HTTP.</summary>
    Ties = 1 << 9,

    /// <summary>What somebody else said of their own data. No role may know it over HTTP.</summary>
    Consent = 1 << 10,

    /// <summary>Who is left out of the graph by their own word. No role may know it over HTTP.</summary>
    Exclusion = 1 << 11,

    /// <summary>Whatever is about single people: an answer that shows it is audited with their keys.</summary>
    OfPeople = Keys | Ranks | Attributes | Names | Oneself | HeldData | Audit | Ties | Consent | Exclusion,
}

/// <summary>What each role may know over HTTP: the one table that every endpoint is held to.</summary>
/// <remarks>Default closed: a role that is not here may know nothing.</remarks>
public static class RoleKnowledge
{
    private static readonly Dictionary<string, Knowledge> ByRole = new(StringComparer.Ordinal)
    {
        [Roles.HrRead] = Knowledge.Runs | Knowledge.GroupFigures | Knowledge.Keys | Knowledge.Ranks
            | Knowledge.Attributes,
        [Roles.HrNames] = Knowledge.Runs | Knowledge.GroupFigures | Knowledge.Keys | Knowledge.Ranks
            | Knowledge.Attributes | Knowledge.Names,
        [Roles.ProgramLead] = Knowledge.Runs | Knowledge.GroupFigures | Knowledge.Keys,
        [Roles.Person] = Knowledge.Oneself,
        [Roles.Dpo] = Knowledge.Runs | Knowledge.Keys | Knowledge.HeldData | Knowledge.Audit,
        [Roles.Operator] = Knowledge.Runs,
    };

    /// <summary>What the role may know; nothing for an unknown role.</summary>
    public static Knowledge Of(string role) => ByRole.GetValueOrDefault(role);

    /// <summary>Whether the role may know all of it.</summary>
    public static bool Allows(string role, Knowledge shown) => (shown & ~Of(role)) == 0;
}
