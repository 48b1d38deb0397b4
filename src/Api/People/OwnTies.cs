using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Api;

/// <summary>A person's own ties to one department.</summary>
/// <param name="Department">Null for everybody in departments that are too small to be named, or in none.</param>
/// <param name="PeopleCount">Of how many people there.</param>
/// <param name="StrengthShare">Their share of all strength of the person's ties, 0 … 1.</param>
public sealed record OwnTies(string? Department, int PeopleCount, double StrengthShare)
{
    /// <summary>The strongest first; what may not be named comes together.</summary>
    internal static OwnTies[] Of(RunNetwork network, Person person, PeopleGroups groups)
    {
        var (graph, self) = (network.Graph, network.People.KnownNodeOf(person.Id));
        var strengths = new Dictionary<Node, double>();
        for (var arc = graph.OutOffsets[self]; arc < graph.OutOffsets[self + 1]; arc++)
            Add(new(graph.OutTargets[arc]), graph.OutStrengths[arc]);
        for (var arc = graph.InOffsets[self]; arc < graph.InOffsets[self + 1]; arc++)
            Add(new(graph.InSources[arc]), graph.InStrengths[arc]);
        var total = strengths.Values.Sum();
        return
        [
            .. from tie in strengths
               let unit = network.People[tie.Key].Department
               group tie.Value by unit is not null && groups.Shows("department", unit) ? unit : null into unit
               orderby unit.Sum() descending, unit.Key
               select new OwnTies(unit.Key, unit.Count(), unit.Sum() / total),
        ];

        void Add(Node node, double strength) => strengths[node] = strengths.GetValueOrDefault(node) + strength;
    }
}
