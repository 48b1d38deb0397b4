using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Constraints that no cohort can keep together; without any one of them, a cohort exists.</summary>
/// <param name="Wishes">The fewest constraints that exclude each other, as users read them.</param>
/// <param name="Detail">Groups too small for their own bound, where that is the reason; empty else.</param>
public sealed record CohortConflict(IReadOnlyList<string> Wishes, IReadOnlyList<string> Detail)
{
    /// <summary>What holds without being asked for, and is part of the reason; empty where nothing is.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>False where the search did not decide whether a cohort exists: too many overlap.</summary>
    public bool IsDecided { get; init; } = true;

    /// <summary>Up to this many, every combination is tried; with more, they are removed one by one.</summary>
    private const int TriedInFull = 12;

    /// <summary>Why no cohort exists; null where one does.</summary>
    internal static CohortConflict? Find(CohortConstraints constraints)
    {
        var all = AllConstraints(constraints);
        switch (new Feasibility(constraints, Asked(constraints, all)).Exists())
        {
            case true:
                return null;
            case null:
                return Of(constraints, all, []) with { IsDecided = false };
        }
        var fewest = all.Length <= TriedInFull ? Fewest(constraints, all) : StrikeOut(constraints, all);
        return Of(constraints, fewest, [.. TooSmall(constraints, fewest)]);
    }

    private static CohortConflict Of(CohortConstraints constraints, Constraint[] some, string[] detail) => new(
        [.. some.Where(one => one.Kind != ConstraintKind.Known).Select(one => Describe(constraints, one))], detail)
    {
        Conditions = [.. some.Where(one => one.Kind == ConstraintKind.Known).Select(one => Describe(constraints, one))],
    };

    /// <summary>The constraints in full, as the search for a cohort needs them.</summary>
    /// <remarks>Asked once whether any cohort exists, it knows one from which all others can be built.</remarks>
    internal static Feasibility Ask(CohortConstraints constraints)
    {
        var feasibility = new Feasibility(constraints, Asked(constraints, AllConstraints(constraints)));
        feasibility.Exists();
        return feasibility;
    }

    private enum ConstraintKind { Size, Included, Excluded, ChosenFrom, From, Known, Min, Max }

    private readonly record struct Constraint(ConstraintKind Kind, int Quota = -1);

    private static Constraint[] AllConstraints(CohortConstraints constraints)
    {
        var options = constraints.Options;
        (ConstraintKind Kind, bool IsAsked)[] ofPeople =
        [
            (ConstraintKind.Included, options.Included.Count > 0),
            (ConstraintKind.Excluded, options.Excluded.Count > 0),
            (ConstraintKind.ChosenFrom, options.ChosenFrom is not null),
            (ConstraintKind.From, options.From is not null),
            (ConstraintKind.Known, constraints.IsUnknown.Contains(true)),
        ];
        List<Constraint> all = [new(ConstraintKind.Size)];
        all.AddRange(ofPeople.Where(one => one.IsAsked).Select(one => new Constraint(one.Kind)));
        for (var quota = 0; quota < constraints.Quotas.Count; quota++)
        {
            if (constraints.Quotas[quota].Min > 0)
                all.Add(new(ConstraintKind.Min, quota));
            if (constraints.Quotas[quota].Max is not null)
                all.Add(new(ConstraintKind.Max, quota));
        }
        return [.. all];
    }

    /// <summary>Counts as existing where it was not decided: no conflict is named that is not proven.</summary>
    private static bool Exists(CohortConstraints constraints, IReadOnlyCollection<Constraint> asked) =>
        new Feasibility(constraints, Asked(constraints, asked)).Exists() is not false;

    private static AskedConstraints Asked(CohortConstraints constraints, IReadOnlyCollection<Constraint> asked)
    {
        var nobody = new bool[constraints.NodeCount];
        return new(
            asked.Contains(new(ConstraintKind.Size)) ? constraints.Options.Size : null,
            asked.Contains(new(ConstraintKind.Included)) ? constraints.IsIncluded : nobody,
            Out(constraints, asked),
            [.. constraints.Groups.Select(group => group with
            {
                Min = asked.Contains(new(ConstraintKind.Min, group.Quota)) ? group.Min : 0,
                Max = asked.Contains(new(ConstraintKind.Max, group.Quota)) ? group.Max : int.MaxValue,
            })]);
    }

    private static bool[] Out(CohortConstraints constraints, IReadOnlyCollection<Constraint> asked)
    {
        (ConstraintKind Kind, bool[] Marks)[] known =
        [
            (ConstraintKind.Excluded, constraints.IsListedOut),
            (ConstraintKind.ChosenFrom, constraints.IsOutsideChoice),
            (ConstraintKind.From, constraints.IsNoVolunteer), (ConstraintKind.Known, constraints.IsUnknown),
        ];
        bool[][] marks = [.. known.Where(one => asked.Contains(new(one.Kind))).Select(one => one.Marks)];
        return
        [
            .. Enumerable.Range(0, constraints.NodeCount).Select(node => Array.Exists(marks, isOut => isOut[node])),
        ];
    }

    /// <summary>All combinations, small ones first.</summary>
    private static Constraint[] Fewest(CohortConstraints constraints, Constraint[] all) => Enumerable
        .Range(1, (1 << all.Length) - 1)
        .OrderBy(mask => int.PopCount(mask)).ThenBy(mask => mask)
        .Select(mask => all.Where((_, place) => (mask >> place & 1) != 0).ToArray())
        .First(some => !Exists(constraints, some));

    /// <summary>Leaves out every constraint without which the rest still conflict.</summary>
    private static Constraint[] StrikeOut(CohortConstraints constraints, Constraint[] all)
    {
        var kept = all.ToList();
        foreach (var constraint in all)
        {
            kept.Remove(constraint);
            if (Exists(constraints, kept))
                kept.Add(constraint);
        }
        return [.. all.Where(kept.Contains)];
    }

    private static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    private static string Describe(CohortConstraints constraints, Constraint constraint) => constraint.Kind switch
    {
        ConstraintKind.Size => $"size {constraints.Options.Size} of {constraints.NodeCount} people",
        ConstraintKind.Included => People(constraints.IsIncluded.Count(x => x)) + " included",
        ConstraintKind.Excluded => People(constraints.IsListedOut.Count(x => x)) + " excluded",
        ConstraintKind.ChosenFrom => $"{constraints.IsOutsideChoice.Count(x => !x)} people to choose from",
        ConstraintKind.From => $"{constraints.IsNoVolunteer.Count(x => !x)} volunteers to choose from",
        ConstraintKind.Known => constraints.IsUnknown.Count(x => x) is var count and not 1
            ? $"{count} people without a tie or a rank are not to choose from"
            : "1 person without a tie or a rank is not to choose from",
        ConstraintKind.Min => $"{Describe(constraints.Quotas[constraint.Quota])}:min="
            + constraints.Quotas[constraint.Quota].Min
            + Groups(constraints, constraint.Quota),
        _ => $"{Describe(constraints.Quotas[constraint.Quota])}:max="
            + constraints.Quotas[constraint.Quota].Max
            + Groups(constraints, constraint.Quota),
    };

    private static string Describe(CohortQuota quota) =>
        CohortTraits.NameOf(quota.Trait) + (quota.Value is { } value ? "=" + value : "");

    private static string Groups(CohortConstraints constraints, int quota) =>
        constraints.Groups.Count(group => group.Quota == quota) is var count and not 1 ? $" in {count} groups" : "";

    private static IEnumerable<string> TooSmall(CohortConstraints constraints, Constraint[] conflict)
    {
        var isOut = Out(constraints, conflict);
        for (var group = 0; group < constraints.Groups.Count; group++)
        {
            var (bounds, place) = (constraints.Groups[group], group);
            var eligible = Node.Each(constraints.NodeCount)
                .Count(node => constraints.GroupsOf(node).Contains(place) && !isOut[node]);
            if (conflict.Contains(new(ConstraintKind.Min, bounds.Quota)) && eligible < bounds.Min)
                yield return $"{bounds.Name} has {eligible} to choose from, {bounds.Min} are asked for";
        }
    }
}
