using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Api.Cohorts;

/// <summary>What is asked of a cohort. People are named by pseudonymous key.</summary>
public sealed record CohortRequest : IValidatableObject
{
    [Description("Members, 1 to 1000.")]
    [DefaultValue(30)]
    [Range(1, 1000, ErrorMessage = "size is a whole number from 1 to 1000.")]
    public int? Size { get; init; }

    [Description("steps:1 to steps:9 for everybody in so many steps; influence for the most by word passed on. Left "
        + "out: steps:2; steps:1 for nominations and under 50 people.")]
    [RegularExpression("^(steps:[1-9]|influence)$", ErrorMessage = "reach is steps:1 to steps:9, or influence.")]
    public string? Reach { get; init; }

    [Description("Bounds by attribute; all of them hold together.")]
    [MaxLength(50, ErrorMessage = "At most 50 quotas.")]
    public QuotaRequest[]? Quotas { get; init; }

    [Description("Keys of people who must be in.")]
    [MaxLength(1000, ErrorMessage = "At most 1000 keys.")]
    public string[]? Include { get; init; }

    [Description("Keys of people who must be neither in nor on the wait list.")]
    [MaxLength(100_000, ErrorMessage = "At most 100000 keys.")]
    public string[]? Exclude { get; init; }

    [Description("Members at most who report to the same person.")]
    [Range(1, 1000, ErrorMessage = "maxPerTeam is a whole number from 1 to 1000.")]
    public int? MaxPerTeam { get; init; }

    [Description("Chooses from scratch, without keeping those saved for the same wishes on an earlier run.")]
    [DefaultValue(false)]
    public bool? Anew { get; init; }

    [Description("Saves the cohort under a number, which the answer gives.")]
    [DefaultValue(false)]
    public bool? Save { get; init; }

    [Description("Share of everybody that replacing one previous member must add at least, 0 to 1.")]
    [DefaultValue(0.005)]
    [Range(0.0, 1.0, ErrorMessage = "continuity is a number from 0 to 1.")]
    public double? Continuity { get; init; }

    [Description("Keys of a list of one's own, to be set beside the cohort.")]
    [MaxLength(1000, ErrorMessage = "At most 1000 keys.")]
    public string[]? Compare { get; init; }

    [Description("nameable chooses only from people who agreed to be named.")]
    [AllowedValues(null, "nameable", ErrorMessage = "consent is nameable, or left out.")]
    public string? Consent { get; init; }

    [Description("People on the wait list, 0 to 1000.")]
    [DefaultValue(0)]
    [Range(0, 1000, ErrorMessage = "waitList is a whole number from 0 to 1000.")]
    public int? WaitList { get; init; }

    [Description("Seed of what is drawn.")]
    [DefaultValue(1)]
    [Range(0, int.MaxValue, ErrorMessage = "seed is a whole number from 0 to 2147483647.")]
    public int? Seed { get; init; }

    /// <summary>The framework's own checks do not go into the quotas.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var quota in Quotas ?? [])
        {
            if (!QuotaRequest.Attributes.Contains(quota.Attribute))
                yield return new($"attribute is one of {string.Join(", ", QuotaRequest.Attributes)}.", ["quotas"]);
            if (quota.Min < 0 || quota.Max < (quota.Min ?? 0))
                yield return new("min is at least 0 and max not under it.", ["quotas"]);
        }
    }

    /// <summary>The same in the words of the graph library.</summary>
    /// <param name="idOf">From key to id.</param>
    /// <param name="nameable">Ids of those who agreed to be named.</param>
    /// <param name="usual">What is reached where nothing is asked.</param>
    public CohortOptions ToOptions(
        Func<string, int?> idOf, IReadOnlySet<int> nameable, CohortReach usual) => new()
    {
        Size = Size ?? 30,
        Reach = CohortReach.TryParse(Reach, out var reach) ? reach : usual,
        Quotas = [
            .. (Quotas ?? []).Select(quota => quota.ToQuota()),
            .. MaxPerTeam is { } max ? new CohortQuota[] { new(CohortTrait.Team, Max: max) } : [],
        ],
        Included = IdsOf(Include, idOf),
        Excluded = IdsOf(Exclude, idOf),
        ChosenFrom = Consent is null ? null : [.. nameable.Order()],
        Continuity = Continuity ?? new CohortOptions().Continuity,
        WaitListSize = WaitList ?? 0,
        Seed = (ulong)(Seed ?? 1),
    };

    /// <summary>Keys of nobody are left out.</summary>
    internal static int[] IdsOf(string[]? keys, Func<string, int?> idOf) =>
        [.. (keys ?? []).Select(idOf).OfType<int>().Distinct()];
}

/// <summary>Bounds on the members of one group, or of each group of an attribute.</summary>
public sealed record QuotaRequest
{
    internal static readonly string[] Attributes = ["department", "site", "jobFamily", "level", "managers", "team"];

    [Description("department, site, jobFamily, level, managers or team.")]
    public required string Attribute { get; init; }

    [Description("The value bounded; left out, every value that occurs, each by itself.")]
    public string? Value { get; init; }

    [Description("Members at least, from 0.")]
    public int? Min { get; init; }

    [Description("Members at most, not under min.")]
    public int? Max { get; init; }

    public CohortQuota ToQuota() => new(Enum.Parse<CohortTrait>(Attribute, ignoreCase: true), Value, Min ?? 0, Max);
}
