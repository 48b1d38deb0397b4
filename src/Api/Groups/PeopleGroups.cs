using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api.Groups;

/// <summary>The only groups that answers are about: by department, site or job family, never combined.</summary>
public sealed class PeopleGroups
{
    /// <summary>People of whom the directory does not say.</summary>
    public const string Unknown = "";

    public static IReadOnlyList<string> Attributes { get; } = ["department", "site", "jobFamily"];

    private readonly Dictionary<string, Part[]> _byAttribute = [];
    private readonly Dictionary<string, HashSet<string>> _shown = [];
    private readonly HashSet<int> _givers;

    private PeopleGroups(RankedRun ranked, SmallGroups policy, IReadOnlyDictionary<int, double> givenById)
    {
        _givers = [.. givenById.Where(given => given.Value > 0).Select(given => given.Key)];
        foreach (var attribute in Attributes)
        {
            Part[] parts =
            [
                .. ranked.People.People.GroupBy(person => ValueOf(person, attribute) ?? Unknown)
                    .Select(group => new Part(group.Key, [.. group], givenById))
                    .OrderByDescending(part => part.PersonCount).ThenBy(part => part.Name, StringComparer.Ordinal),
            ];
            foreach (var part in parts)
                part.Withheld = part.Name == Unknown
                    ? "unknown"
                    // Of influence only those count who are measurable: the others give nothing to the figure.
                    : policy.Against(part.Contributions.Count, part.Contributions);
            _byAttribute.Add(attribute, parts);
        }
        Withhold(policy);
        foreach (var (attribute, parts) in _byAttribute)
            _shown.Add(attribute, [.. parts.Where(part => part.Withheld is null).Select(part => part.Name)]);
    }

    /// <summary>The groups that may be named and asked for: each person counts as one.</summary>
    public static PeopleGroups ByHeadcount(RankedRun ranked, SmallGroups policy) =>
        new(ranked, policy, ranked.People.People.ToDictionary(person => person.Id, _ => 1.0));

    /// <summary>The groups whose influence may be shown: whoever has a rank gives their score.</summary>
    public static PeopleGroups ByInfluence(RankedRun ranked, SmallGroups policy) =>
        new(ranked, policy, ranked.Ranking.Where(person => person.Rank is not null)
            .ToDictionary(person => person.PersonId, person => person.Score));

    public IReadOnlyList<Part> By(string attribute) => _byAttribute[attribute];

    /// <summary>Whether the group may be shown; one that there is not is like one too small.</summary>
    public bool Shows(string attribute, string name) =>
        _shown[attribute].Contains(name);

    public static string? ValueOf(Person person, string attribute) => attribute switch
    {
        "department" => person.Department,
        "site" => person.Site,
        _ => person.JobFamily,
    };

    /// <summary>
    /// Of two sets of people of which one holds the other and a few more, the figures of those few could be had by
    /// subtracting. Sets are everybody, each group shown, and of each attribute what is withheld: everybody's rest.
    /// </summary>
    private void Withhold(SmallGroups policy)
    {
        HashSet<int> everybody = [.. _byAttribute[Attributes[0]].SelectMany(part => part.Ids)];
        do
        {
            foreach (var parts in _byAttribute.Values)
                policy.Complement(parts);
        }
        while (FirstToWithhold(everybody, policy.Minimum) is { } part && (part.Withheld = "nearlyTheSame") is not null);
        // Departments matter most: each attribute gives way to those before it.
        for (var count = 2; count <= Attributes.Count; count++)
            while (CombinedToFew([.. Attributes.Take(count)], policy) is { Length: > 0 } parts)
            {
                foreach (var part in parts)
                    part.Withheld = "combination";
                policy.Complement(_byAttribute[Attributes[count - 1]]);
            }
    }

    /// <summary>
    /// Of the last attribute the smallest group shown, by which figures of few follow from sums of several groups: one
    /// that has to do with those few, if any has. All that are shown, where it takes too long to find out.
    /// </summary>
    private Part[] CombinedToFew(string[] attributes, SmallGroups policy)
    {
        var last = Array.FindAll(_byAttribute[attributes[^1]], part => part.Withheld is null);
        if (last.Length == 0)
            return [];
        int[] ids = [.. _byAttribute[attributes[0]].SelectMany(part => part.Ids)];
        if (policy.ToldApart([.. attributes.Select(SetsOf)], Array.ConvertAll(ids, _givers.Contains)) is not { } few)
            return [];
        return few.Length == 0
            ? last
            :
            [
                last.Where(part => few.Any(i => part.Ids.Contains(ids[i]))).MinBy(part => part.PersonCount)
                    ?? last.MinBy(part => part.PersonCount)!,
            ];

        int[] SetsOf(string attribute)
        {
            // What is withheld is one set: everybody's rest.
            var setOf = new Dictionary<int, int>();
            foreach (var (number, part) in _byAttribute[attribute].Where(part => part.Withheld is null).Index())
                foreach (var id in part.Ids)
                    setOf.Add(id, number + 1);
            return Array.ConvertAll(ids, id => setOf.GetValueOrDefault(id));
        }
    }

    /// <summary>Of two sets nearly the same, the one of the later attribute goes: departments matter most.</summary>
    private Part? FirstToWithhold(HashSet<int> everybody, int minimum)
    {
        var sets = new List<(HashSet<int> Ids, Part[] Parts)> { (everybody, []) };
        foreach (var attribute in Attributes)
        {
            var shown = Array.FindAll(_byAttribute[attribute], part => part.Withheld is null);
            sets.AddRange(shown.Select(part => (part.Ids, new[] { part })));
            sets.Add(([.. everybody.Except(shown.SelectMany(part => part.Ids))], shown));
        }
        // Few pairs are nearly the same size; only those are looked into.
        int[] bySize = [.. Enumerable.Range(0, sets.Count).OrderByDescending(set => sets[set].Ids.Count)];
        for (var i = 0; i < bySize.Length; i++)
            for (var j = i + 1; j < bySize.Length; j++)
            {
                var (larger, smaller) = (sets[bySize[i]], sets[bySize[j]]);
                var more = larger.Ids.Count - smaller.Ids.Count;
                if (more >= minimum)
                    break;
                if (more > 0 && smaller.Ids.IsSubsetOf(larger.Ids)
                    && (bySize[i] < bySize[j] ? larger.Parts.Concat(smaller.Parts) : smaller.Parts.Concat(larger.Parts))
                        .LastOrDefault() is { } part)
                    return part;
            }
        return null;
    }

    /// <summary>One group.</summary>
    public sealed class Part(string name, Person[] people, IReadOnlyDictionary<int, double> givenById)
    {
        public string Name => name;

        public int PersonCount => people.Length;

        public HashSet<int> Ids { get; } = [.. people.Select(person => person.Id)];

        /// <summary>What each who has data gives.</summary>
        public IReadOnlyCollection<double> Contributions { get; } =
            [.. people.Where(person => givenById.ContainsKey(person.Id)).Select(person => givenById[person.Id])];

        /// <summary>Why its figures are withheld; null where they are shown.</summary>
        public string? Withheld { get; internal set; }
    }
}
