namespace InfluencerMap.Graph.Influence;

/// <summary>One decision on the way from what sources hold to a ranking, with a name of its own.</summary>
public sealed record InfluenceRule
{
    /// <summary>Stable name, such as <c>mass-mail</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who applies it.</summary>
    public required RuleStage Stage { get; init; }

    /// <summary>Why the rule exists, in one sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The properties of <see cref="InfluenceOptions"/> that it reads, as a run's manifest spells them; none for a rule
    /// that cannot be changed.
    /// </summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The options with this rule turned off and nothing else changed; null where it cannot be.</summary>
    public Func<InfluenceOptions, InfluenceOptions>? Off { get; init; }

    /// <summary>Whether the rule has a part in a ranking by these options.</summary>
    public bool IsOn(InfluenceOptions options) => Off is null || Off(options) != options;

    internal HygieneCount Count(string unit, long count, int personCount = 0) =>
        new(Name, unit, count, Reason, personCount);
}

/// <summary>Where in the process a rule applies.</summary>
public enum RuleStage
{
    /// <summary>A source's reader: what it drops is never stored, and its README says so.</summary>
    Collection,

    /// <summary><see cref="Influence.Hygiene"/>: interaction by interaction.</summary>
    Hygiene,

    /// <summary><see cref="TieStrength"/> and <see cref="Influence.Backbone"/>: pair by pair.</summary>
    Ties,

    /// <summary><see cref="Blending"/>: person by person.</summary>
    Ranking,

    /// <summary>The night as a whole: says that a result is not to be relied on, and changes none.</summary>
    Readiness,
}
