using System.Diagnostics;
using InfluencerMap.Benchmarks.Inputs;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// Choosing 50 of 100,000 people with 1.7 million ties: by reach in two steps and by influence, free and with quotas on
/// two attributes.
/// </summary>
internal static class CohortBenchmark
{
    private const int PersonCount = 100_000;
    private const int TieCount = 1_700_000;
    private const int Size = 50;
    private const int DivisionSize = 1_000;
    private const int FamilyCount = 8;

    private static readonly CohortQuota[] Quotas =
        [new(CohortTrait.Department, Max: 1), new(CohortTrait.JobFamily, Min: 3, Max: 10)];

    public static void Run(string[] args)
    {
        var made = SeededOrganisation.Make(PersonCount, TieCount);
        var graph = GraphBuilder.Build(PersonCount, made.Ties, directed: false);
        var people = new PersonIndex(Enumerable.Range(0, PersonCount).Select(node => new Person
        {
            Id = new(node + 1),
            Key = $"{node:x16}",
            Department = $"division {made.Places[node] / DivisionSize}",
            JobFamily = $"family {made.Places[node] % FamilyCount}",
        }));
        var chart = OrgChart.Build(people.People);
        var ranking = ByDegree(graph);
        Console.WriteLine(
            $"{PersonCount:N0} people, {TieCount:N0} ties, {Size} members, {Environment.ProcessorCount} cores");
        Console.WriteLine("reach      quotas  seconds  covered  at most  certificate  peak MB");
        foreach (var name in args is [] ? ["steps:2", "steps:1", "influence"] : args)
            foreach (var quotas in new CohortQuota[][] { [], Quotas })
                Print(name, graph, people, chart, ranking, quotas);
    }

    /// <summary>Scores decide equal gains only; those of a night would take longer than what is measured.</summary>
    private static RankedPerson[] ByDegree(InteractionGraph graph) =>
    [
        .. Enumerable.Range(0, graph.NodeCount).OrderByDescending(node => graph.OutNeighbours(node).Length)
            .Select((node, place) => new RankedPerson
            {
                PersonId = new(node + 1), Rank = place + 1, Score = 0, BetweennessShare = 0, ReachShare = 0,
                PageRankShare = 0, Betweenness = 0, BetweennessPercentile = 0, ReachTwoSteps = 0,
                ReachTwoStepsShare = 0, HarmonicCloseness = 0, PageRank = 0, Degree = 0, Strength = 0, Level = 1,
                DirectReports = 0, ChartPlace = 1,
            }),
    ];

    private static void Print(
        string name, InteractionGraph graph, PersonIndex people, OrgChart chart, RankedPerson[] ranking,
        CohortQuota[] quotas)
    {
        var options = new CohortOptions
        {
            Size = Size,
            Quotas = quotas,
            Reach = name == "influence" ? CohortReach.Influence() : CohortReach.Steps(name[^1] - '0'),
            WaitListSize = 10,
        };
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var certificate = CohortChoice.Choose(new(graph, people, chart), ranking, options).Certificate;
        var seconds = watch.Elapsed.TotalSeconds;
        var peakMb = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        Console.WriteLine(
            $"{name,-10} {quotas.Length,6} {seconds,8:F1} {certificate.Share,8:P1} {certificate.CeilingShare,8:P1} "
            + $"{certificate.Ratio,12:P1} {peakMb,8:F0}");
    }
}
