using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>
/// Holds quotas against the people of a run. A bound on what nobody has says nothing, or refuses everything: it is
/// misspelt.
/// </summary>
internal static class KnownQuotas
{
    private const int ValuesShown = 10;

    /// <exception cref="UsageException">Nobody has the attribute, or its value.</exception>
    public static void Require(IEnumerable<CohortQuota> quotas, PersonIndex people, OrgChart chart)
    {
        foreach (var quota in quotas)
        {
            var values = ValuesOf(quota.Trait, people, chart);
            if (values.Length == 0)
                throw new UsageException(
                    $"--quota '{QuotaText.Write(quota)}': nobody of the run has this attribute. There are "
                    + string.Join(", ", Enum.GetValues<CohortTrait>()
                        .Where(trait => ValuesOf(trait, people, chart).Length > 0).Select(QuotaText.NameOf))
                    + ".");
            if (quota.Value is not { } wanted || values.Contains(wanted))
                continue;
            if (quota.Trait == CohortTrait.Team)
                throw new UsageException(
                    "--quota team=…: nobody of the run reports to the person whom it names. Leave the value out to "
                    + "bound every team.");
            throw new UsageException(
                $"--quota '{QuotaText.Write(quota)}': there is no {QuotaText.NameOf(quota.Trait)} '{wanted}'. "
                + (Nearest.To(wanted, values) is { } nearest
                    ? $"Did you mean '{nearest}'?"
                    : $"There are {string.Join(", ", values.Take(ValuesShown))}"
                        + (values.Length > ValuesShown ? $" and {values.Length - ValuesShown} more." : ".")));
        }
    }

    private static string[] ValuesOf(CohortTrait trait, PersonIndex people, OrgChart chart) =>
    [
        .. people.People.Select(person => trait switch
        {
            CohortTrait.Department => person.Department,
            CohortTrait.Site => person.Site,
            CohortTrait.JobFamily => person.JobFamily,
            CohortTrait.Level => $"{chart.LevelOf(person.Id)}",
            CohortTrait.Managers => chart.DirectReportsOf(person.Id) > 0 ? "" : null,
            _ => chart.ManagerOf(person.Id) is { } manager && people.NodeOf(manager) is >= 0 and var node
                ? people.People[node].Key
                : null,
        }).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];
}
