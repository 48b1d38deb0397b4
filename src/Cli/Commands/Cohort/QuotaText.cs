using System.Globalization;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Quotas as written: <c>department:min=1</c>, <c>jobFamily=Production:min=3,max=6</c>.</summary>
internal static class QuotaText
{
    public static CohortQuota Parse(string text)
    {
        // The last colon, so that a value may hold one.
        var colon = text.LastIndexOf(':');
        if (colon <= 0)
            throw Wrong(text);
        var group = text[..colon].Split('=', 2);
        if (!Enum.TryParse<CohortTrait>(group[0], ignoreCase: true, out var trait) || !group[0].All(char.IsAsciiLetter))
            throw Wrong(text);
        if (trait == CohortTrait.Managers && group.Length > 1)
            throw new UsageException($"--quota '{text}': managers are one group and take no value.");
        var quota = new CohortQuota(trait, group.Length > 1 ? group[1] : null);
        foreach (var bound in text[(colon + 1)..].Split(','))
        {
            var sides = bound.Split('=', 2);
            if (sides.Length < 2 || !int.TryParse(sides[1], NumberStyles.None, null, out var count))
                throw Wrong(text);
            quota = sides[0].ToLowerInvariant() switch
            {
                "min" => quota with { Min = count },
                "max" => quota with { Max = count },
                _ => throw Wrong(text),
            };
        }
        return quota.Min <= (quota.Max ?? int.MaxValue)
            ? quota
            : throw new UsageException($"--quota '{text}': min is above max.");
    }

    /// <summary>The same as it would be written.</summary>
    public static string Write(CohortQuota quota)
    {
        var trait = CohortTraits.NameOf(quota.Trait);
        string?[] bounds = [quota.Min > 0 ? $"min={quota.Min}" : null, quota.Max is { } max ? $"max={max}" : null];
        return trait + (quota.Value is { } value ? "=" + value : "") + ":" + string.Join(',', bounds.OfType<string>());
    }

    /// <summary>A team by its manager's key: as text may stand an id or an address too.</summary>
    public static async Task<CohortQuota> ResolveAsync(
        CohortQuota quota, Store store, CancellationToken cancellation)
    {
        if (quota is not { Trait: CohortTrait.Team, Value: { } manager })
            return quota;
        var id = await store.People.FindAsync(manager, cancellation) ?? throw new UsageException(
            $"--quota '{Write(quota)}': nobody has this id, address or key. A team is named by who leads it.");
        return quota with
        {
            Value = (await store.People.ReadAsync(cancellation)).First(person => person.Id == id).Key,
        };
    }

    /// <summary>
    /// Holds quotas against the people of a run. A bound on what nobody has says nothing, or refuses everything: it is
    /// misspelt.
    /// </summary>
    /// <exception cref="UsageException">Nobody has the attribute, or its value.</exception>
    public static void RequireKnown(IEnumerable<CohortQuota> quotas, PersonIndex people, OrgChart chart)
    {
        foreach (var quota in quotas)
        {
            var values = ValuesOf(quota.Trait, people, chart);
            if (values.Length == 0)
                throw new UsageException(
                    $"--quota '{Write(quota)}': nobody of the run has this attribute. There are "
                    + string.Join(", ", Enum.GetValues<CohortTrait>()
                        .Where(trait => ValuesOf(trait, people, chart).Length > 0).Select(CohortTraits.NameOf))
                    + ".");
            if (quota.Value is not { } wanted || values.Contains(wanted))
                continue;
            if (quota.Trait == CohortTrait.Team)
                throw new UsageException(
                    "--quota team=…: nobody of the run reports to the person whom it names. Leave the value out to "
                    + "bound every team.");
            throw new UsageException(
                $"--quota '{Write(quota)}': there is no {CohortTraits.NameOf(quota.Trait)} '{wanted}'. "
                + Nearest.Among(values, wanted));
        }
    }

    private static string[] ValuesOf(CohortTrait trait, PersonIndex people, OrgChart chart) =>
    [
        .. people.People.Select(person => CohortTraits.ValueOf(trait, person, chart, people))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    private static UsageException Wrong(string text) => new(
        $"--quota '{text}' is not read. Write attribute[=value]:min=n,max=n with one of "
        + "department, site, jobFamily, level, team, managers.");
}
