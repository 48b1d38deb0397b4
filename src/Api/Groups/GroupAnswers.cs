using System.Text.Json;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Api;

/// <summary>Figures of groups. Shares are 0 … 1.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="By">department, site or jobFamily.</param>
/// <param name="Minimum">People that a group has at least to be shown.</param>
/// <param name="Groups">The groups that may be shown, largest first.</param>
/// <param name="WithheldCount">How many are not: too small, mostly one person, or to be had by subtracting.</param>
public sealed record GroupList(string Run, string By, int Minimum, GroupFigures[] Groups, int WithheldCount)
{
    internal static GroupList Of(ShownRun shown, string attribute, IReadOnlyList<VoiceInterval> intervals)
    {
        var parts = shown.Groups.By(attribute);
        var heard = shown.GroupsByInfluence.By(attribute).ToDictionary(part => part.Name);
        double[] all = [.. heard.Values.SelectMany(part => part.Contributions)];
        return new(
            shown.Run.Id, attribute, shown.Policy.Minimum,
            [
                .. from part in parts
                   where part.Withheld is null
                   let voice = GroupVoice.Of(
                       part.PersonCount, heard[part.Name].Contributions, all,
                       intervals.FirstOrDefault(one => one.Attribute == attribute && one.Name == part.Name),
                       heard[part.Name].Withheld is null)
                   select GroupFigures.Of(part.Name, voice, (double)part.PersonCount / shown.Ranked.Everybody.Count),
            ],
            parts.Count(part => part.Withheld is not null));
    }
}

/// <summary>One group.</summary>
/// <param name="Name">As the directory writes it.</param>
/// <param name="PersonCount">People in it.</param>
/// <param name="HeadcountShare">People as a share of everybody.</param>
/// <param name="MeasurableCount">
/// Of them, with a rank; the sources see too little of the others, who are not low.
/// </param>
/// <param name="Seen">The same as a share of its people.</param>
/// <param name="Voice">
/// Its share of all influence, divided by its share of the measurable people: heard for its size among those seen, 1 =
/// as large. Null where it is not told.
/// </param>
/// <param name="VoiceLow">The 5 % value when chance draws the contacts again; null where that is not known.</param>
/// <param name="VoiceHigh">The 95 % value, likewise.</param>
/// <param name="VoiceReading">
/// What may be said of it. heardMore, heardLess: than its size, as its whole interval is beyond 1. asLarge: its
/// interval holds 1. noInterval: the night drew nothing again. notSeen: under half of its people are measurable, ask
/// them. withheld: it would rest on too few.
/// </param>
public sealed record GroupFigures(
    string Name, int PersonCount, double HeadcountShare, int MeasurableCount, double Seen, double? Voice,
    double? VoiceLow, double? VoiceHigh, string VoiceReading)
{
    internal static GroupFigures Of(string name, GroupVoice voice, double headcountShare) => new(
        name, voice.PersonCount, headcountShare, voice.MeasurableCount, voice.Seen, voice.Voice, voice.Low, voice.High,
        JsonNamingPolicy.CamelCase.ConvertName($"{voice.Reading}"));
}

/// <summary>How strongly groups are tied to one another.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="By">department, site or jobFamily.</param>
/// <param name="Groups">Names, the order of rows and columns.</param>
/// <param name="Cells">Pairs whose strength may be shown; a pair that is missing is withheld or has no ties.</param>
public sealed record GroupMatrix(string Run, string By, string[] Groups, GroupTie[] Cells)
{
    internal static GroupMatrix Of(RunNetwork network, string attribute, PeopleGroups groups, SmallGroups policy)
    {
        var cells = new Dictionary<(string From, string To), Cell>();
        var graph = network.Ties;
        foreach (var from in network.People.Nodes)
            for (var arc = graph.OutOffsets[from]; arc < graph.OutOffsets[from + 1]; arc++)
            {
                var to = new Node(graph.OutTargets[arc]);
                var pair = (Name(network, from, attribute), Name(network, to, attribute));
                if (!cells.TryGetValue(pair, out var cell))
                    cells.Add(pair, cell = new());
                cell.Add(from, to, graph.OutStrengths[arc]);
            }
        var shown = cells.Where(cell => groups.Shows(attribute, cell.Key.From) && groups.Shows(attribute, cell.Key.To)
            && cell.Value.MayBeShown(policy)).ToDictionary();
        Complement(cells, shown, policy);
        return new(
            network.Run.Id, attribute,
            [.. groups.By(attribute).Where(part => part.Withheld is null).Select(part => part.Name)],
            [
                .. from cell in shown
                   orderby cell.Key.From, cell.Key.To
                   // To two digits: with the strengths of a ranking the rest of a row could be had.
                   select new GroupTie(
                       cell.Key.From, cell.Key.To, Coarse.Digits(cell.Value.Strength, 2)),
            ]);
    }

    /// <summary>
    /// The sum of all strengths may be had from another attribute's matrix: what is withheld of this one must be
    /// nothing, or as much as may be shown.
    /// </summary>
    private static void Complement(
        Dictionary<(string From, string To), Cell> cells, Dictionary<(string From, string To), Cell> shown,
        SmallGroups policy)
    {
        var rest = new Cell();
        foreach (var cell in cells.Where(cell => !shown.ContainsKey(cell.Key)))
            rest.Add(cell.Value);
        while (rest.Strength > 0 && !rest.MayBeShown(policy) && shown.Count > 0)
        {
            var smallest = shown.OrderBy(cell => cell.Value.Strength).ThenBy(cell => cell.Key).First();
            shown.Remove(smallest.Key);
            rest.Add(smallest.Value);
        }
    }

    private static string Name(RunNetwork network, Node node, string attribute) =>
        PeopleGroups.ValueOf(network.People[node], attribute) ?? PeopleGroups.Unknown;

    /// <summary>The ties from one group to another, and what each person on either side has of them.</summary>
    private sealed class Cell
    {
        private readonly Dictionary<Node, double> _bySource = [];
        private readonly Dictionary<Node, double> _byTarget = [];

        public double Strength { get; private set; }

        public void Add(Node from, Node to, double strength)
        {
            Strength += strength;
            _bySource[from] = _bySource.GetValueOrDefault(from) + strength;
            _byTarget[to] = _byTarget.GetValueOrDefault(to) + strength;
        }

        public void Add(Cell other)
        {
            Strength += other.Strength;
            foreach (var (node, strength) in other._bySource)
                _bySource[node] = _bySource.GetValueOrDefault(node) + strength;
            foreach (var (node, strength) in other._byTarget)
                _byTarget[node] = _byTarget.GetValueOrDefault(node) + strength;
        }

        /// <summary>The sides are large enough already; the figure must rest on enough people of each.</summary>
        public bool MayBeShown(SmallGroups policy) =>
            policy.Against(policy.Minimum, _bySource.Values) is null
            && policy.Against(policy.Minimum, _byTarget.Values) is null;
    }
}

/// <summary>Ties from one group to another.</summary>
/// <param name="From">The group that they come from.</param>
/// <param name="To">The group that they go to; the same for ties inside.</param>
/// <param name="Strength">Sum of their strengths, to two digits.</param>
public sealed record GroupTie(string From, string To, double Strength);
