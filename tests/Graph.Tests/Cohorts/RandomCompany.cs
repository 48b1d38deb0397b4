using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>A small seeded company with ties, a chart and attributes, some of them unknown.</summary>
internal sealed class RandomCompany
{
    public RandomCompany(int seed, int personCountMax = 30, bool directed = false, int personCountMin = 2)
    {
        Random = new(seed);
        var count = Random.Next(personCountMin, personCountMax + 1);
        People = new(Enumerable.Range(1, count).Select(id => new Person
        {
            Id = new(id),
            Key = MadeCompany.Key(Random),
            ManagerId = id == 1 ? null : new(Random.Next(1, id)),
            Department = Maybe("D", 4),
            Site = Maybe("S", 2),
            JobFamily = Maybe("F", 3),
        }));
        Chart = OrgChart.Build(People.People);
        var density = 3.0 * Random.NextDouble() / count;
        Graph = GraphBuilder.Build(
            count,
            [
                .. from one in Enumerable.Range(0, count)
                   from other in Enumerable.Range(0, count)
                   where one != other && Random.NextDouble() < density
                   select new Tie(one, other, 1 + Random.Next(5)),
            ],
            directed);
        Ranking = RankingOf(seed);
    }

    public Random Random { get; }

    public PersonIndex People { get; }

    public OrgChart Chart { get; }

    public InteractionGraph Graph { get; }

    public Network Network => new(Graph, People, Chart);

    /// <summary>By scores that have nothing to do with the ties; one in ten cannot be measured.</summary>
    public RankedPerson[] Ranking { get; }

    /// <summary>Few to many quotas, locks and exclusions; often more than can be met.</summary>
    public CohortOptions RandomOptions(int sizeMax = 5)
    {
        var size = Random.Next(1, Math.Min(sizeMax, People.Count) + 1);
        PersonId[] ids = [.. People.People.Select(person => person.Id)];
        Random.Shuffle(ids);
        return new()
        {
            Size = size,
            Reach = CohortReach.Steps(Random.Next(1, 4)),
            Quotas = [.. Enumerable.Range(0, Random.Next(0, 4)).Select(_ => RandomQuota(size))],
            Included = ids[..Random.Next(0, Math.Min(3, ids.Length))],
            Excluded = [.. ids.TakeLast(Random.Next(0, ids.Length / 3 + 1))],
            ChosenFrom = Random.Next(3) == 0 ? [.. ids.Where(_ => Random.Next(3) > 0)] : null,
            From = Random.Next(4) == 0 ? [.. ids.Where(_ => Random.Next(4) > 0)] : null,
            WaitListSize = 3,
            Threads = 1,
        };
    }

    public Cohort Choose(CohortOptions options) =>
        CohortChoice.Choose(Network, Ranking, options, TestContext.Current.CancellationToken);

    public int CountOfChoosable(CohortOptions options) =>
        Enumerable.Range(0, People.Count).Count(node => NaiveCohorts.MayBeChosen(this, options, node));

    public Person PersonOf(int id) => People.People[People.NodeOf(new(id))!.Value];

    /// <summary>A place in a ranking of which nothing else is known.</summary>
    public static RankedPerson Ranked(int id, int? rank) => new()
    {
        PersonId = new(id),
        Rank = rank,
        Score = 0,
        BetweennessShare = 0,
        ReachShare = 0,
        PageRankShare = 0,
        Betweenness = 0,
        BetweennessPercentile = 0,
        ReachTwoSteps = 0,
        ReachTwoStepsShare = 0,
        HarmonicCloseness = 0,
        PageRank = 0,
        Degree = 0,
        Strength = 0,
        Level = 1,
        DirectReports = 0,
        ChartPlace = 1,
    };

    private RankedPerson[] RankingOf(int seed)
    {
        var random = new Random(-1 - seed);
        PersonId[] ids = [.. People.People.Select(person => person.Id)];
        random.Shuffle(ids);
        var rank = 0;
        return
        [
            .. ids.Select(id => Ranked(id.Value, random.Next(10) == 0 ? null : ++rank))
                .OrderBy(person => person.Rank ?? int.MaxValue),
        ];
    }

    private CohortQuota RandomQuota(int size)
    {
        var trait = (CohortTrait)Random.Next(6);
        var value = trait switch
        {
            CohortTrait.Department => "D1",
            CohortTrait.Site => "S0",
            CohortTrait.JobFamily => "F2",
            _ => null,
        };
        var min = trait is CohortTrait.Team or CohortTrait.Level ? 0 : Random.Next(0, 2);
        return new(
            trait, Random.Next(2) == 0 ? value : null, min, Random.Next(2) == 0 ? null : Random.Next(1, size + 1));
    }

    private string? Maybe(string prefix, int valueCount) =>
        Random.Next(8) == 0 ? null : $"{prefix}{Random.Next(valueCount)}";
}
