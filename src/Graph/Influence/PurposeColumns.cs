using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>How near everybody is to a person, and with how many the person is in contact.</summary>
/// <param name="Harmonic">
/// Harmonic closeness as a share of the most that is possible, n − 1: 0 … 1, 1 for who has a tie with everybody.
/// </param>
/// <param name="Degree">Number of ties; in a directed graph incoming and outgoing.</param>
/// <param name="Absent">Why there is no closeness: nobody else is there.</param>
public readonly record struct ConnectorFigures(double? Harmonic, int Degree, Absence? Absent);

/// <summary>Whom a person stands between. Figures that cannot be told are null.</summary>
/// <param name="Constraint">Burt's constraint, by strength: low for who stands between people apart.</param>
/// <param name="Roles">Gould and Fernandez's roles over the units, and all paths brokered.</param>
/// <param name="CrossUnitShare">Ties to other units as a share of all ties: 0 … 1.</param>
/// <param name="ConstraintAbsent">Why there is no constraint; null with one.</param>
/// <param name="RolesAbsent">Why there are no roles; null with them.</param>
/// <param name="CrossUnitAbsent">Why there is no share; null with one.</param>
public readonly record struct BrokerFigures(
    double? Constraint, BrokerageCounts? Roles, double? CrossUnitShare, Absence? ConstraintAbsent,
    Absence? RolesAbsent, Absence? CrossUnitAbsent)
{
    /// <summary>1 − constraint: what brokers are placed by; negative where constraint is above 1.</summary>
    public double? Openness => 1 - Constraint;

    /// <summary>All reasons why figures are absent, each once.</summary>
    public IEnumerable<Absence> Absences =>
        new[] { ConstraintAbsent, RolesAbsent, CrossUnitAbsent }.OfType<Absence>().Distinct();
}

/// <summary>Who names a person.</summary>
/// <param name="NamedBy">Different colleagues who named the person; 0 where nobody did.</param>
/// <param name="Absent">Why that cannot be told: the person took no part.</param>
public readonly record struct NamedFigures(int? NamedBy, Absence? Absent);

/// <summary>
/// Columns that each answer one question, in place of one score for all: who is near everybody, who stands between
/// people apart, whom colleagues name.
/// </summary>
public static class PurposeColumns
{
    /// <summary>Harmonic closeness as a share, and degree. Exact, in node order.</summary>
    /// <param name="network">Along which influence goes; strengths are not read.</param>
    /// <param name="threads">Workers at most; 0 for one per core. The bits are the same for any number.</param>
    /// <param name="cancellation">Checked once per 64 people.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>Cost and sources are those of <see cref="HarmonicCloseness"/>.</remarks>
    public static ConnectorFigures[] Connectors(
        Network network, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var graph = network.Graph;
        var harmonic = HarmonicCloseness.Exact(graph, threads, cancellation: cancellation).Scores;
        var degree = Degree.Of(graph).Scores;
        return
        [
            .. harmonic.Select((sum, node) => graph.NodeCount > 1
                ? new ConnectorFigures(sum / (graph.NodeCount - 1), (int)degree[node], null)
                : new ConnectorFigures(null, (int)degree[node], Absence.FewPeople)),
        ];
    }

    /// <summary>Constraint, roles over the units and share of ties to other units. Exact, in node order.</summary>
    /// <param name="network">
    /// Along which influence goes. Units are those that explanations speak of (<see cref="Units"/>); who has no
    /// department, or is on no chart, has none.
    /// </param>
    /// <param name="threads">Workers at most; 0 for one per core. The bits are the same for any number.</param>
    /// <param name="cancellation">Checked once per 64 people.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// Cost and sources are those of <see cref="StructuralHoles"/>, <see cref="BrokerageRoles"/> and
    /// <see cref="CrossGroupTies"/>.
    /// </remarks>
    public static BrokerFigures[] Brokers(
        Network network, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var units = Units.Find(network.People, network.Chart);
        var groups = Grouping.By(network.People.Nodes.Select(node => units.IsKnown(node) ? $"{units.Of(node)}" : null));
        var holes = StructuralHoles.Compute(network.Graph, threads: threads, cancellation: cancellation);
        var roles = BrokerageRoles.Count(network.Graph, groups, threads, cancellation);
        var across = CrossGroupTies.Compute(network.Graph, groups);
        return
        [
            .. network.People.Nodes.Select(node => new BrokerFigures(
                holes.Constraint[node], roles[node], across.ShareOfTies[node], holes.AbsenceOf(node),
                roles[node] is null ? Absence.NoUnit : null, across.Absences[node])),
        ];
    }

    /// <summary>How many different people name each person, in node order.</summary>
    /// <param name="said">Directed, as it was said: from whoever names to the named.</param>
    /// <param name="tookPart">Who named somebody or was named by somebody.</param>
    /// <exception cref="ArgumentException">The graph is undirected and does not tell who named whom.</exception>
    /// <remarks>Whoever is named counts, whether they name anybody or not. O(nodes).</remarks>
    public static NamedFigures[] Named(InteractionGraph said, Func<Node, bool> tookPart)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(tookPart);
        if (!said.IsDirected)
            throw new ArgumentException("Who names whom needs a directed graph.", nameof(said));
        return
        [
            .. Node.Each(said.NodeCount).Select(node => tookPart(node)
                ? new NamedFigures(said.InNeighbours(node).Length, null)
                : new NamedFigures(null, Absence.OutsideSurvey)),
        ];
    }
}
