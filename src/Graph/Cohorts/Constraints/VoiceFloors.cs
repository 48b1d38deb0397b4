using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>
/// Seats that each professional family is to have at least, by headcount: never by measured influence.
/// </summary>
/// <param name="Quotas">A bound for each family that has one, by name.</param>
/// <param name="NotFitting">Families that would have one seat, had the cohort more of them; by name.</param>
public sealed record VoiceFloors(IReadOnlyList<CohortQuota> Quotas, IReadOnlyList<string> NotFitting)
{
    /// <summary>The floors of a cohort.</summary>
    /// <param name="people">Everybody: whether the sources measure them does not count.</param>
    /// <param name="share">Share of its seats by headcount that a family has at least; 0 for no floors.</param>
    /// <param name="size">Members.</param>
    /// <remarks>
    /// ⌊share · size · people of the family / everybody⌋, and 1 where the family's size · people / everybody is at
    /// least half a seat. Where there are more such ones than seats, the largest families keep theirs.
    /// </remarks>
    public static VoiceFloors Of(PersonIndex people, double share, int size)
    {
        if (share == 0)
            return new([], []);
        (string Name, int Count)[] families =
        [
            .. people.People.Where(person => person.JobFamily is not null).GroupBy(person => person.JobFamily!)
                .Select(family => (family.Key, family.Count())).OrderBy(family => family.Key, StringComparer.Ordinal),
        ];
        var floors = Of(share, size, [.. families.Select(family => family.Count)], people.Count);
        return new(
            [
                .. families.Zip(floors).Where(floor => floor.Second > 0).Select(floor =>
                    new CohortQuota(CohortTrait.JobFamily, floor.First.Name, floor.Second)),
            ],
            [.. families.Zip(floors).Where(floor => floor.Second < 0).Select(floor => floor.First.Name)]);
    }

    /// <summary>The floor of each family; −1 where its one seat does not fit.</summary>
    internal static int[] Of(double share, int size, IReadOnlyList<int> families, int everybody)
    {
        // In decimals: 0.29 · 100 seats are 29, not a hair less.
        int[] floors =
            [.. families.Select(count => (int)decimal.Floor((decimal)share * size * count / Math.Max(1, everybody)))];
        int[] ones = [.. Enumerable.Range(0, families.Count)
            .Where(family => floors[family] == 0 && 2L * size * families[family] >= everybody)
            .OrderByDescending(family => families[family]).ThenBy(family => family)];
        var left = size - floors.Sum();
        foreach (var (place, family) in ones.Index())
            floors[family] = place < left ? 1 : -1;
        return floors;
    }
}
