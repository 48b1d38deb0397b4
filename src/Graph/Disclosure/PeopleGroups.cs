using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Disclosure;

/// <summary>The only groups that answers are about: by department, site or job family, never combined.</summary>
public sealed class PeopleGroups
{
    /// <summary>People of whom the directory does not say.</summary>
    public const string Unknown = "";

    /// <summary>What people are grouped by, the most important first.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["department", "site", "jobFamily"];

    private readonly Dictionary<string, Part[]> _byAttribute = [];
    private readonly Dictionary<string, HashSet<string>> _shown = [];
    private readonly HashSet<PersonId> _givers;

    private PeopleGroups(
        IReadOnlyList<Person> people, SmallGroups policy, IReadOnlyDictionary<PersonId, double> givenById)
    {
        _givers = [.. givenById.Where(given => given.Value > 0).Select(given => given.Key)];
        foreach (var attribute in Attributes)
        {
            var parts = PartsOf(people, person => ValueOf(person, attribute) ?? Unknown, givenById);
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
    /// <param name="people">Everybody of the run.</param>
    /// <param name="policy">How large a group must be.</param>
    public static PeopleGroups ByHeadcount(IReadOnlyList<Person> people, SmallGroups policy) =>
        new(people, policy, people.ToDictionary(person => person.Id, _ => 1.0));

    /// <summary>The groups whose influence may be shown: whoever has a rank gives their score.</summary>
    /// <param name="people">Everybody of the run.</param>
    /// <param name="ranking">Their places.</param>
    /// <param name="policy">How large a group must be.</param>
    public static PeopleGroups ByInfluence(
        IReadOnlyList<Person> people, IReadOnlyList<RankedPerson> ranking, SmallGroups policy) =>
        new(people, policy, ranking.Where(person => person.Rank is not null)
            .ToDictionary(person => person.PersonId, person => person.Score));

    internal static Part[] PartsOf(
        IReadOnlyList<Person> people, Func<Person, string> valueOf, IReadOnlyDictionary<PersonId, double> givenById) =>
    [
        .. people.GroupBy(valueOf).Select(group => new Part(group.Key, [.. group], givenById))
            .OrderByDescending(part => part.PersonCount).ThenBy(part => part.Name, StringComparer.Ordinal),
    ];

    /// <summary>The groups of an attribute, largest first, those withheld too.</summary>
    public IReadOnlyList<Part> By(string attribute) => _byAttribute[attribute];

    /// <summary>Whether the group may be shown; one that there is not is like one too small.</summary>
    public bool Shows(string attribute, string name) =>
        _shown[attribute].Contains(name);

    /// <summary>The person's group by an attribute; null where the directory does not say.</summary>
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
        HashSet<PersonId> everybody = [.. _byAttribute[Attributes[0]].SelectMany(part => part.Ids)];
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
        PersonId[] ids = [.. _byAttribute[attributes[0]].SelectMany(part => part.Ids)];
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
            var setOf = new Dictionary<PersonId, int>();
            foreach (var (number, part) in _byAttribute[attribute].Where(part => part.Withheld is null).Index())
                foreach (var id in part.Ids)
                    setOf.Add(id, number + 1);
            return Array.ConvertAll(ids, id => setOf.GetValueOrDefault(id));
        }
    }

    /// <summary>Of two sets nearly the same, the one of the later attribute goes: departments matter most.</summary>
    private Part? FirstToWithhold(HashSet<PersonId> everybody, int minimum)
    {
        var sets = new List<(IReadOnlySet<PersonId> Ids, Part[] Parts)> { (everybody, []) };
        foreach (var attribute in Attributes)
        {
            var shown = Array.FindAll(_byAttribute[attribute], part => part.Withheld is null);
            sets.AddRange(shown.Select(part => (part.Ids, new[] { part })));
            sets.Add((everybody.Except(shown.SelectMany(part => part.Ids)).ToHashSet(), shown));
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
    public sealed class Part
    {
        private readonly Person[] _people;

        internal Part(string name, Person[] people, IReadOnlyDictionary<PersonId, double> givenById)
        {
            (Name, _people) = (name, people);
            Ids = people.Select(person => person.Id).ToHashSet();
            Contributions =
                [.. people.Where(person => givenById.ContainsKey(person.Id)).Select(person => givenById[person.Id])];
        }

        /// <summary>As the directory writes it; empty for people of whom it does not say.</summary>
        public string Name { get; }

        /// <summary>People in it.</summary>
        public int PersonCount => _people.Length;

        /// <summary>Ids of them.</summary>
        public IReadOnlySet<PersonId> Ids { get; }

        /// <summary>What each who has data gives.</summary>
        public IReadOnlyCollection<double> Contributions { get; }

        /// <summary>Why its figures are withheld; null where they are shown.</summary>
        public string? Withheld { get; internal set; }
    }
}
