using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Api;

/// <summary>What is asked of a cohort. People are named by pseudonymous key.</summary>
public sealed record CohortRequest : IValidatableObject
{
    public const int SizeDefault = 30;

    [Description("Members, 5 to 1000, at most half of the people of the run; from 3 where a run is of nominations.")]
    [DefaultValue(SizeDefault)]
    [Range(3, 1000, ErrorMessage = "size is a whole number from 5 to 1000; from 3 where a run is of nominations.")]
    public int? Size { get; init; }

    [Description("steps:1 to steps:9 for everybody in so many steps; influence for the most by word passed on. Left "
        + "out: steps:2; steps:1 for nominations and under 50 people.")]
    [RegularExpression("^(steps:[1-9]|influence)$", ErrorMessage = "reach is steps:1 to steps:9, or influence.")]
    public string? Reach { get; init; }

    [Description("Bounds by attribute. They hold as far as the people who can be chosen allow.")]
    [MaxLength(50, ErrorMessage = "At most 50 quotas.")]
    public QuotaRequest[]? Quotas { get; init; }

    [Description("Keys of people who must be in, at most 5 fewer than size. Upper bounds do not count for them.")]
    [MaxLength(1000, ErrorMessage = "At most 1000 keys.")]
    public string[]? Include { get; init; }

    [Description("Keys of people who must be neither in nor on the wait list: 20, or a tenth of the people.")]
    [MaxLength(100_000, ErrorMessage = "At most 100000 keys.")]
    public string[]? Exclude { get; init; }

    [Description("Members at most who report to the same person; only teams large enough to be shown are bounded.")]
    [Range(1, 1000, ErrorMessage = "maxPerTeam is a whole number from 1 to 1000.")]
    public int? MaxPerTeam { get; init; }

    [Description("Chooses from scratch, without keeping those saved for the same wishes on an earlier run.")]
    [DefaultValue(false)]
    public bool? Anew { get; init; }

    [Description("Share of everybody that replacing one previous member must add at least, 0 to 1.")]
    [DefaultValue(0.005)]
    [Range(0.0, 1.0, ErrorMessage = "continuity is a number from 0 to 1.")]
    public double? Continuity { get; init; }

    [Description("Keys of a list of one's own, to be set beside the cohort: at least 5, or 3 of nominations.")]
    [MaxLength(1000, ErrorMessage = "At most 1000 keys.")]
    public string[]? Compare { get; init; }

    [Description("nameable chooses only from people who agreed to be named; so do all proposals on the same run.")]
    [AllowedValues(null, "nameable", ErrorMessage = "consent is nameable, or left out.")]
    public string? Consent { get; init; }

    [Description("People on the wait list, 0 to size.")]
    [DefaultValue(0)]
    [Range(0, 1000, ErrorMessage = "waitList is a whole number from 0 to size.")]
    public int? WaitList { get; init; }

    [Description("Seed of what is drawn.")]
    [DefaultValue(1)]
    [Range(0, int.MaxValue, ErrorMessage = "seed is a whole number from 0 to 2147483647.")]
    public int? Seed { get; init; }

    [Description("Saves the proposal, for the comparison of a later run.")]
    [DefaultValue(false)]
    public bool? Save { get; init; }

    internal int SizeAsked => Size ?? SizeDefault;

    internal string[] Included => KeyList.Of(Include);

    internal string[] Excluded => KeyList.Of(Exclude);

    internal string[] Compared => KeyList.Of(Compare);

    /// <summary>The framework's own checks do not go into lists.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, keys) in new[] { ("include", Include), ("exclude", Exclude), ("compare", Compare) })
            if (KeyList.HoldsNull(keys))
                yield return new($"{name} holds null where a key is to stand.", [name]);
        if (WaitList > SizeAsked)
            yield return new("waitList is a whole number from 0 to size.", ["waitList"]);
        if (Included.Intersect(Excluded).Any())
            yield return new("A key stands in include and in exclude.", ["include"]);
        foreach (var quota in Quotas ?? [])
            foreach (var fault in quota is null ? ["quotas holds null where a quota is to stand."] : quota.Faults())
                yield return new(fault, ["quotas"]);
    }

    /// <summary>The bounds asked for, each as the caller wrote it.</summary>
    internal IEnumerable<AskedQuota> AskedQuotas()
    {
        foreach (var quota in Quotas ?? [])
            yield return new(quota.Trait, quota.Value, quota.Min ?? 0, quota.Max, quota.Name);
        if (MaxPerTeam is { } max)
            yield return new(CohortTrait.Team, null, 0, max, "maxPerTeam");
    }

    /// <summary>The groups that members are to come from: the same text for the same bounds.</summary>
    internal string MakeUp => string.Join(
        '\n', AskedQuotas().Select(asked => $"{asked.Trait}\t{asked.Value}\t{asked.Min}\t{asked.Max}")
            .Distinct().Order(StringComparer.Ordinal));

    /// <summary>The same text for the same wishes, whatever their order.</summary>
    internal string Wishes => string.Join(
        '\n', SizeAsked, Reach, MakeUp, KeyList.Text(Included), KeyList.Text(Excluded),
        KeyList.Text(Compared), Anew is true, Consent, WaitList ?? 0, Seed ?? 1,
        (Continuity ?? new CohortOptions().Continuity).ToString(CultureInfo.InvariantCulture));
}

/// <summary>A bound as it was asked for.</summary>
/// <param name="Trait">What the members of a group share.</param>
/// <param name="Value">The group; null for each.</param>
/// <param name="Min">Members at least.</param>
/// <param name="Max">Members at most; null = any number.</param>
/// <param name="Name">What the caller calls it.</param>
internal sealed record AskedQuota(CohortTrait Trait, string? Value, int Min, int? Max, string Name)
{
    /// <summary>In the caller's own words and numbers.</summary>
    public string InOwnWords => Name == "maxPerTeam"
        ? $"{Name} {Max}"
        : string.Join(' ', new[] { Name, Min > 0 ? $"min {Min}" : null, Max is { } max ? $"max {max}" : null }
            .OfType<string>());
}

/// <summary>Bounds on the members of one group, or of each group of an attribute.</summary>
public sealed record QuotaRequest
{
    internal static readonly string[] Attributes = ["department", "site", "jobFamily", "level", "managers", "team"];

    [Description("department, site, jobFamily, level, managers or team.")]
    public required string Attribute { get; init; }

    [Description("The group bounded; left out, every group that is shown, each by itself. Not for managers and team.")]
    public string? Value { get; init; }

    [Description("Members at least, from 0.")]
    public int? Min { get; init; }

    [Description("Members at most, not under min.")]
    public int? Max { get; init; }

    internal CohortTrait Trait => Enum.Parse<CohortTrait>(Attribute, ignoreCase: true);

    internal string Name => Value is null ? Attribute : $"{Attribute}={Value}";

    internal IEnumerable<string> Faults()
    {
        if (!Attributes.Contains(Attribute))
            yield return $"attribute is one of {string.Join(", ", Attributes)}.";
        if (Min < 0 || Max < (Min ?? 0))
            yield return "min is at least 0 and max not under it.";
        // A team's value would be its manager's key.
        if (Value is not null && Attribute is "managers" or "team")
            yield return $"{Attribute} takes no value.";
    }
}
