using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Disclosure;

/// <summary>
/// The groups that bounds of a cohort may speak of: departments, sites and job families that are shown, and levels,
/// managers and teams under the same policy.
/// </summary>
public sealed class ShownTraits
{
    /// <summary>People who have no value: everybody who reports to nobody, or who manages nobody.</summary>
    private const string None = "\0";

    private readonly Dictionary<CohortTrait, Dictionary<string, int>> _shown = [];

    private ShownTraits(PersonIndex people, OrgChart chart, PeopleGroups groups, SmallGroups policy)
    {
        PersonCount = people.Count;
        foreach (var trait in Enum.GetValues<CohortTrait>())
        {
            var parts = AttributeOf(trait) is { } attribute
                ? groups.By(attribute)
                : PartsBy(trait, people, chart, policy);
            _shown.Add(trait, parts.Where(part => part.Withheld is null && part.Name != None)
                .ToDictionary(part => part.Name, part => part.PersonCount, StringComparer.Ordinal));
        }
    }

    /// <summary>The groups of a run.</summary>
    /// <param name="people">Everybody of the run.</param>
    /// <param name="chart">Who reports to whom.</param>
    /// <param name="groups">Departments, sites and job families by headcount.</param>
    /// <param name="policy">How large a group must be.</param>
    public static ShownTraits Of(PersonIndex people, OrgChart chart, PeopleGroups groups, SmallGroups policy) =>
        new(people, chart, groups, policy);

    /// <summary>Everybody of the run.</summary>
    public int PersonCount { get; }

    /// <summary>Values that bounds may speak of, as quotas name them, with the people of each.</summary>
    public IReadOnlyDictionary<string, int> By(CohortTrait trait) => _shown[trait];

    /// <summary>Whether the value may be spoken of; one that there is not is like one too small.</summary>
    public bool Shows(CohortTrait trait, string value) => _shown[trait].ContainsKey(value);

    /// <summary>Whether some people have a value, or none, of which bounds do not speak.</summary>
    public bool Withholds(CohortTrait trait) =>
        trait == CohortTrait.Managers ? _shown[trait].Count == 0 : _shown[trait].Values.Sum() < PersonCount;

    private static string? AttributeOf(CohortTrait trait) => trait switch
    {
        CohortTrait.Department => "department",
        CohortTrait.Site => "site",
        CohortTrait.JobFamily => "jobFamily",
        _ => null,
    };

    private static PeopleGroups.Part[] PartsBy(
        CohortTrait trait, PersonIndex people, OrgChart chart, SmallGroups policy)
    {
        var each = people.People.ToDictionary(person => person.Id, _ => 1.0);
        var parts = PeopleGroups.PartsOf(
            people.People, person => CohortTraits.ValueOf(trait, person, chart, people) ?? None, each);
        foreach (var part in parts)
            part.Withheld = policy.Against(part.PersonCount, part.Contributions);
        policy.Complement(parts);
        return parts;
    }
}
