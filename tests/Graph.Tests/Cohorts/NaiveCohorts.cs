using System.Numerics;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

/// <summary>Cohorts by definition: every set of that size is tried, every wish read anew from the people.</summary>
internal static class NaiveCohorts
{
    public static int BestCoverage(RandomCompany company, CohortOptions options)
    {
        var counted = Counted(company, options);
        return Sets(company.People.Count, options.Size)
            .Where(nodes => Holds(company, options, nodes))
            .Select(nodes => Covered(company.Graph, nodes, options.Reach.StepsMax).Count(counted.Contains))
            .DefaultIfEmpty(-1).Max();
    }

    /// <summary>Whether the person may be chosen: by lists, by volunteering, by having a tie and a rank.</summary>
    public static bool MayBeChosen(RandomCompany company, CohortOptions options, int node)
    {
        var id = company.People.People[node].Id;
        var isKnown = company.Ranking.Any(person => person.PersonId == id && person.Rank is not null)
            && Enumerable.Range(0, company.People.Count).Any(other =>
                company.Graph.OutNeighbours(node).Contains(other) || company.Graph.OutNeighbours(other).Contains(node));
        return !options.Excluded.Contains(id) && (options.ChosenFrom?.Contains(id) ?? true)
            && (options.Included.Contains(id) || (options.From?.Contains(id) ?? isKnown));
    }

    /// <summary>People whom somebody else who may be chosen reaches.</summary>
    public static HashSet<int> Counted(RandomCompany company, CohortOptions options) =>
    [
        .. from one in Enumerable.Range(0, company.People.Count)
           where MayBeChosen(company, options, one)
           from other in Covered(company.Graph, [one], options.Reach.StepsMax)
           where other != one
           select other,
    ];

    public static int Coverage(RandomCompany company, CohortOptions options, IEnumerable<int> nodes) =>
        Covered(company.Graph, nodes, options.Reach.StepsMax).Count(Counted(company, options).Contains);

    /// <summary>All sets of up to 64 people without further wishes: whom each covers is one word of bits.</summary>
    public static int BestCoverageOfSixty(RandomCompany company, CohortOptions options)
    {
        var (size, counted) = (options.Size, Counted(company, options));
        ulong[] covers =
        [
            .. Enumerable.Range(0, company.People.Count)
                .Where(start => MayBeChosen(company, options, start))
                .Select(start => Covered(company.Graph, [start], options.Reach.StepsMax)
                    .Where(counted.Contains).Aggregate(0UL, (bits, node) => bits | 1UL << node)),
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
            && nodes.All(node => MayBeChosen(company, options, node))
            && options.Quotas.All(quota => Holds(company, quota, members));
    }

    /// <summary>Breadth-first, one ring at a time.</summary>
    public static HashSet<int> Covered(InteractionGraph graph, IEnumerable<int> nodes, int steps)
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
        _ => person.ManagerId is { } manager ? company.PersonOf(manager.Value).Key : null,
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
