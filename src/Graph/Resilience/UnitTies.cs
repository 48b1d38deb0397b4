using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Resilience;

/// <summary>How much of what two units share hangs on one person.</summary>
/// <param name="First">The larger unit.</param>
/// <param name="Second">The smaller unit.</param>
/// <param name="TieCount">Ties between the two.</param>
/// <param name="Strength">Sum of their strengths.</param>
/// <param name="BrokerId">Id of the person with the greatest share; equal ones by key.</param>
/// <param name="BrokerShare">Share of the strength that is of that person's ties, 0 … 1.</param>
/// <param name="Herfindahl">
/// Sum of the squared shares of the people on that person's side, 0 … 1; 1 = all ties are one person's.
/// </param>
public sealed record UnitPair(
    Unit First, Unit Second, int TieCount, double Strength, PersonId BrokerId, double BrokerShare, double Herfindahl);

/// <summary>The ties between units, added up by pair of units and by person.</summary>
internal sealed class UnitTies
{
    private readonly SortedDictionary<(int First, int Second), PairSums> _pairs = [];

    /// <param name="graph">Read in both directions.</param>
    /// <param name="units">Units of the nodes.</param>
    public UnitTies(InteractionGraph graph, Units units)
    {
        CrossStrength = new double[units.All.Count];
        foreach (var tie in Symmetric.Ties(graph, _ => true))
        {
            var (one, other) = (units.Of(new(tie.Source)), units.Of(new(tie.Target)));
            if (one == other)
                continue;
            var key = (Math.Min(one, other), Math.Max(one, other));
            if (!_pairs.TryGetValue(key, out var sums))
                _pairs.Add(key, sums = new());
            sums.Add(tie);
            CrossStrength[one] += tie.Strength;
            CrossStrength[other] += tie.Strength;
        }
    }

    /// <summary>By unit: strength of its ties to other units.</summary>
    public double[] CrossStrength { get; }

    /// <summary>Pairs of units whose every tie is one person's, with the one or two such people.</summary>
    public IEnumerable<(int First, int Second, Node Node)> OnlyBridges =>
        from pair in _pairs
        from node in pair.Value.HoldersOfAll()
        select (pair.Key.First, pair.Key.Second, node);

    public IEnumerable<UnitPair> Pairs(Units units, PersonIndex people) => _pairs.Select(pair =>
    {
        var (broker, share) = pair.Value.Broker();
        return new UnitPair(
            units.All[pair.Key.First], units.All[pair.Key.Second], pair.Value.TieCount, pair.Value.Strength,
            people[broker].Id, share, pair.Value.Herfindahl(units, units.Of(broker)));
    });

    private sealed class PairSums
    {
        private readonly SortedDictionary<Node, (int Ties, double Strength)> _byNode = [];

        public int TieCount { get; private set; }

        public double Strength { get; private set; }

        public void Add(Tie tie)
        {
            TieCount++;
            Strength += tie.Strength;
            foreach (var node in (ReadOnlySpan<Node>)[new(tie.Source), new(tie.Target)])
            {
                var (ties, strength) = _byNode.GetValueOrDefault(node);
                _byNode[node] = (ties + 1, strength + tie.Strength);
            }
        }

        public IEnumerable<Node> HoldersOfAll() => _byNode.Where(p => p.Value.Ties == TieCount).Select(p => p.Key);

        public (Node Node, double Share) Broker()
        {
            var most = _byNode.MaxBy(person => person.Value.Strength);
            return (most.Key, most.Value.Strength / Strength);
        }

        public double Herfindahl(Units units, int unit) => _byNode
            .Where(person => units.Of(person.Key) == unit)
            .Sum(person => Math.Pow(person.Value.Strength / Strength, 2));
    }
}
