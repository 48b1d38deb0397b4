using System.Globalization;
using InfluencerMap.Graph.Cohorts;
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

    public static string NameOf(CohortTrait trait) =>
        trait == CohortTrait.JobFamily ? "jobFamily" : trait.ToString().ToLowerInvariant();

    /// <summary>The same as it would be written.</summary>
    public static string Write(CohortQuota quota)
    {
        var trait = NameOf(quota.Trait);
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

    private static UsageException Wrong(string text) => new(
        $"--quota '{text}' is not read. Write attribute[=value]:min=n,max=n with one of "
        + "department, site, jobFamily, level, team, managers.");
}
