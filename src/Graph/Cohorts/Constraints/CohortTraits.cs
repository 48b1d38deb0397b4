using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>The attributes of quotas, as they are written.</summary>
public static class CohortTraits
{
    /// <summary>The attribute as quotas write it: <c>department</c>, <c>jobFamily</c>, …</summary>
    public static string NameOf(CohortTrait trait) =>
        trait == CohortTrait.JobFamily ? "jobFamily" : trait.ToString().ToLowerInvariant();

    /// <summary>A person's value of the attribute, as quotas write it; null where unknown.</summary>
    public static string? ValueOf(CohortTrait trait, Person person, OrgChart chart, PersonIndex people) => trait switch
    {
        CohortTrait.Department => person.Department,
        CohortTrait.Site => person.Site,
        CohortTrait.JobFamily => person.JobFamily,
        CohortTrait.Level => $"{chart.LevelOf(person.Id)}",
        CohortTrait.Managers => chart.DirectReportsOf(person.Id) > 0 ? "" : null,
        _ => chart.ManagerOf(person.Id) is { } manager && people.NodeOf(manager) is { } node
            ? people[node].Key
            : null,
    };
}
