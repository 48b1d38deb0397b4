using System.Numerics;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Cohorts by definition: every set of that size is tried, every wish read anew from the people.</summary>
internal static class NaiveCohorts
{
    public static int BestCoverage(RandomCompany company, CohortOptions options) =>
        Sets(company.People.Count, options.Size)
            .Where(nodes => Holds(company, options, nodes))
            .Select(nodes => Coverage(company.Graph, nodes, options.Reach.StepsMax))
            .DefaultIfEmpty(-1).Max();

    /// <summary>All sets of up to 64 people without further wishes: whom each covers is one word of bits.</summary>
    public static int BestCoverageOfSixty(RandomCompany company, int size, int steps)
    {
        ulong[] covers =
        [
            .. Enumerable.Range(0, company.People.Count).Select(start =>
                Covered(company.Graph, [start], steps).Aggregate(0UL, (bits, node) => bits | 1UL << node)),
        ];
        return Best(0, size, 0);

        int Best(int first, int left, ulong covered)
        {
            if (left == 0)
                return BitOperations.PopCount(covered);
            var best = 0;
            for (var node = first; node <= covers.Length - left; node++)
                best = Math.Max(best, Best(node + 1, left - 1, covered | covers[node]));
            return best;
        }
    }

    public static bool Exists(RandomCompany company, CohortOptions options) =>
        Sets(company.People.Count, options.Size).Any(nodes => Holds(company, options, nodes));

    public static bool Holds(RandomCompany company, CohortOptions options, IReadOnlyCollection<int> nodes)
    {
        var members = nodes.Select(node => company.People.People[node]).ToArray();
        return members.Length == options.Size
            && options.Included.All(id => members.Any(member => member.Id == id))
            && !options.Excluded.Any(id => members.Any(member => member.Id == id))
            && members.All(member => options.ChosenFrom?.Contains(member.Id) ?? true)
            && options.Quotas.All(quota => Holds(company, quota, members));
    }

    /// <summary>Breadth-first, one ring at a time.</summary>
    public static int Coverage(InteractionGraph graph, IEnumerable<int> nodes, int steps) =>
        Covered(graph, nodes, steps).Count;

    private static HashSet<int> Covered(InteractionGraph graph, IEnumerable<int> nodes, int steps)
    {
        var reached = nodes.ToHashSet();
        for (var step = 0; step < steps; step++)
            reached.UnionWith([.. reached.SelectMany(node => graph.OutNeighbours(node).ToArray())]);
        return reached;
    }

    private static bool Holds(RandomCompany company, CohortQuota quota, Person[] members)
    {
        string[] values = quota switch
        {
            { Trait: CohortTrait.Managers } => [""],
            { Value: { } value } => [value],
            _ =>
            [
                .. company.People.People.Select(person => ValueOf(company, quota, person)).OfType<string>().Distinct(),
            ],
        };
        return values.All(value => members.Count(member => ValueOf(company, quota, member) == value) is var count
            && count >= quota.Min && count <= (quota.Max ?? int.MaxValue));
    }

    private static string? ValueOf(RandomCompany company, CohortQuota quota, Person person) => quota.Trait switch
    {
        CohortTrait.Department => person.Department,
        CohortTrait.Site => person.Site,
        CohortTrait.JobFamily => person.JobFamily,
        CohortTrait.Level => company.Chart.LevelOf(person.Id).ToString(),
        CohortTrait.Managers => company.People.People.Any(other => other.ManagerId == person.Id) ? "" : null,
        _ => person.ManagerId?.ToString(),
    };

    private static IEnumerable<int[]> Sets(int count, int size)
    {
        var nodes = Enumerable.Range(0, size).ToArray();
        while (size <= count)
        {
            yield return nodes;
            var place = size - 1;
            while (place >= 0 && nodes[place] == count - size + place)
                place--;
            if (place < 0)
                yield break;
            nodes[place]++;
            for (var next = place + 1; next < size; next++)
                nodes[next] = nodes[next - 1] + 1;
        }
    }
}
