namespace InfluencerMap.Graph.Cohorts;

/// <summary>Wishes that no cohort can hold to together; without any one of them, a cohort exists.</summary>
/// <param name="Wishes">The fewest wishes that exclude each other, as users read them.</param>
/// <param name="Detail">Groups too small for their own bound, where that is the reason; empty else.</param>
public sealed record CohortConflict(IReadOnlyList<string> Wishes, IReadOnlyList<string> Detail)
{
    /// <summary>What holds without being asked for, and is part of the reason; empty where nothing is.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>False where the search did not decide whether a cohort exists: the wishes overlap too much.</summary>
    public bool IsDecided { get; init; } = true;

    /// <summary>Up to so many wishes every combination is tried; beyond, wishes are struck out one by one.</summary>
    private const int TriedInFull = 12;

    /// <summary>Why no cohort exists; null where one does.</summary>
    internal static CohortConflict? Find(CohortWishes wishes)
    {
        var all = AllWishes(wishes);
        switch (new Feasibility(wishes, Asked(wishes, all)).Exists())
        {
            case true:
                return null;
            case null:
                return Of(wishes, all, []) with { IsDecided = false };
        }
        var fewest = all.Length <= TriedInFull ? Fewest(wishes, all) : StrikeOut(wishes, all);
        return Of(wishes, fewest, [.. TooSmall(wishes, fewest)]);
    }

    private static CohortConflict Of(CohortWishes wishes, Wish[] some, string[] detail) => new(
        [.. some.Where(wish => wish.Kind != WishKind.Known).Select(wish => Describe(wishes, wish))], detail)
    {
        Conditions = [.. some.Where(wish => wish.Kind == WishKind.Known).Select(wish => Describe(wishes, wish))],
    };

    /// <summary>The wishes in full, as the search for a cohort needs them.</summary>
    /// <remarks>Asked once whether any cohort exists, it knows one from which all further ones can be made.</remarks>
    internal static Feasibility Ask(CohortWishes wishes)
    {
        var feasibility = new Feasibility(wishes, Asked(wishes, AllWishes(wishes)));
        feasibility.Exists();
        return feasibility;
    }

    private enum WishKind { Size, Included, Excluded, ChosenFrom, From, Known, Min, Max }

    private readonly record struct Wish(WishKind Kind, int Quota = -1);

    private static Wish[] AllWishes(CohortWishes wishes)
    {
        var options = wishes.Options;
        (WishKind Kind, bool IsAsked)[] ofPeople =
        [
            (WishKind.Included, options.Included.Count > 0), (WishKind.Excluded, options.Excluded.Count > 0),
            (WishKind.ChosenFrom, options.ChosenFrom is not null), (WishKind.From, options.From is not null),
            (WishKind.Known, wishes.IsUnknown.Contains(true)),
        ];
        List<Wish> all = [new(WishKind.Size)];
        all.AddRange(ofPeople.Where(wish => wish.IsAsked).Select(wish => new Wish(wish.Kind)));
        for (var quota = 0; quota < wishes.Quotas.Count; quota++)
        {
            if (wishes.Quotas[quota].Min > 0)
                all.Add(new(WishKind.Min, quota));
            if (wishes.Quotas[quota].Max is not null)
                all.Add(new(WishKind.Max, quota));
        }
        return [.. all];
    }

    /// <summary>Counts as existing where it was not decided: no conflict is named that is not proven.</summary>
    private static bool Exists(CohortWishes wishes, IReadOnlyCollection<Wish> asked) =>
        new Feasibility(wishes, Asked(wishes, asked)).Exists() is not false;

    private static WishesAsked Asked(CohortWishes wishes, IReadOnlyCollection<Wish> asked)
    {
        var nobody = new bool[wishes.NodeCount];
        var quotas = Enumerable.Range(0, wishes.Quotas.Count).ToArray();
        return new(
            asked.Contains(new(WishKind.Size)) ? wishes.Options.Size : null,
            asked.Contains(new(WishKind.Included)) ? wishes.IsIncluded : nobody,
            Out(wishes, asked),
            [.. quotas.Select(quota => asked.Contains(new(WishKind.Min, quota)))],
            [.. quotas.Select(quota => asked.Contains(new(WishKind.Max, quota)))]);
    }

    private static bool[] Out(CohortWishes wishes, IReadOnlyCollection<Wish> asked)
    {
        (WishKind Kind, bool[] Marks)[] known =
        [
            (WishKind.Excluded, wishes.IsListedOut), (WishKind.ChosenFrom, wishes.IsOutsideChoice),
            (WishKind.From, wishes.IsNoVolunteer), (WishKind.Known, wishes.IsUnknown),
        ];
        bool[][] marks = [.. known.Where(one => asked.Contains(new(one.Kind))).Select(one => one.Marks)];
        return [.. Enumerable.Range(0, wishes.NodeCount).Select(node => Array.Exists(marks, isOut => isOut[node]))];
    }

    /// <summary>All combinations, small ones first.</summary>
    private static Wish[] Fewest(CohortWishes wishes, Wish[] all) => Enumerable.Range(1, (1 << all.Length) - 1)
        .OrderBy(mask => int.PopCount(mask)).ThenBy(mask => mask)
        .Select(mask => all.Where((_, place) => (mask >> place & 1) != 0).ToArray())
        .First(some => !Exists(wishes, some));

    /// <summary>Leaves out every wish without which the rest still conflict.</summary>
    private static Wish[] StrikeOut(CohortWishes wishes, Wish[] all)
    {
        var kept = all.ToList();
        foreach (var wish in all)
        {
            kept.Remove(wish);
            if (Exists(wishes, kept))
                kept.Add(wish);
        }
        return [.. all.Where(kept.Contains)];
    }

    private static string Describe(CohortWishes wishes, Wish wish) => wish.Kind switch
    {
        WishKind.Size => $"size {wishes.Options.Size} of {wishes.NodeCount} people",
        WishKind.Included => $"{wishes.IsIncluded.Count(x => x)} people included",
        WishKind.Excluded => $"{wishes.IsListedOut.Count(x => x)} people excluded",
        WishKind.ChosenFrom => $"{wishes.IsOutsideChoice.Count(x => !x)} people to choose from",
        WishKind.From => $"{wishes.IsNoVolunteer.Count(x => !x)} volunteers to choose from",
        WishKind.Known => wishes.IsUnknown.Count(x => x) is var count and not 1
            ? $"{count} people without a tie or a rank are not to choose from"
            : "1 person without a tie or a rank is not to choose from",
        WishKind.Min => $"{Describe(wishes.Quotas[wish.Quota])}:min={wishes.Quotas[wish.Quota].Min}"
            + Groups(wishes, wish.Quota),
        _ => $"{Describe(wishes.Quotas[wish.Quota])}:max={wishes.Quotas[wish.Quota].Max}"
            + Groups(wishes, wish.Quota),
    };

    private static string Describe(CohortQuota quota) =>
        CohortWishes.NameOf(quota.Trait) + (quota.Value is { } value ? "=" + value : "");

    private static string Groups(CohortWishes wishes, int quota) =>
        wishes.Groups.Count(group => group.Quota == quota) is var count and not 1 ? $" in {count} groups" : "";

    private static IEnumerable<string> TooSmall(CohortWishes wishes, Wish[] conflict)
    {
        var isOut = Out(wishes, conflict);
        for (var group = 0; group < wishes.Groups.Count; group++)
        {
            var (bounds, place) = (wishes.Groups[group], group);
            var eligible = Enumerable.Range(0, wishes.NodeCount)
                .Count(node => wishes.GroupsOf(node).Contains(place) && !isOut[node]);
            if (conflict.Contains(new(WishKind.Min, bounds.Quota)) && eligible < bounds.Min)
                yield return $"{bounds.Name} has {eligible} to choose from, {bounds.Min} are asked for";
        }
    }
}
