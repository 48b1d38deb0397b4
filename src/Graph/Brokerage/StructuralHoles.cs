using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph;

/// <summary>Structural holes: how much of what a person hears each contact alone can bring (Burt 1992).</summary>
public static class StructuralHoles
{
    /// <summary>Constraint, effective size, efficiency and hierarchy of every node in one pass. Exact.</summary>
    /// <param name="graph">
    /// Read in both directions: of a directed graph the strengths of both add up. There are no self-ties.
    /// </param>
    /// <param name="useStrengths">
    /// False counts every contact alike, whoever began; effective size is then degree − 2 · ties among the contacts /
    /// degree (Borgatti 1997).
    /// </param>
    /// <param name="threads">Workers at most; 0 for one per core. The bits are the same for any number.</param>
    /// <param name="cancellation">Checked once per 64 nodes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    /// <remarks>
    /// With p(i,j) the share of i's strength that is with j, i's constraint by the contact j is (p(i,j) + the sum over
    /// i's other contacts q of p(i,q) p(q,j))². With m(j,q) the strength between j and q as a share of j's strongest
    /// tie, j is redundant by the sum of p(i,q) m(j,q). Time O(sum over ties of the shorter row), at most O(sum of
    /// squared degrees); memory 24 bytes per arc, 4 per node and worker.
    /// </remarks>
    public static StructuralHolesResult Compute(
        InteractionGraph graph, bool useStrengths = true, int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (threads < 0)
            Throw.ThreadsNegative(threads);
        cancellation.ThrowIfCancellationRequested();
        var both = Resilience.Symmetric.Of(graph);
        var shares = new ContactShares(both, useStrengths);
        var result = new StructuralHolesResult(
            both, $"Structural holes, both directions, {(useStrengths ? "by strength" : "all contacts equal")}");
        Sweep.Over(graph.NodeCount, threads, () => new HoleSweep(both, shares, result).Visit, cancellation);
        return result;
    }
}

/// <summary>What <see cref="StructuralHoles"/> found, in node order; null where a figure cannot be told.</summary>
public sealed class StructuralHolesResult
{
    private readonly InteractionGraph _both;

    internal StructuralHolesResult(InteractionGraph both, string definition)
    {
        (_both, Definition) = (both, definition);
        (Constraint, EffectiveSize) = (new double?[both.NodeCount], new double?[both.NodeCount]);
        (Efficiency, Hierarchy) = (new double?[both.NodeCount], new double?[both.NodeCount]);
    }

    /// <summary>What was computed, in one line.</summary>
    public string Definition { get; }

    /// <summary>
    /// Above 0; small for who has many contacts that do not know each other, 1 for who has one alone. Two or three
    /// contacts who know each other well bring it above 1.
    /// </summary>
    public double?[] Constraint { get; }

    /// <summary>Contacts without those that others bring as well: above 0, at most the number of contacts.</summary>
    public double?[] EffectiveSize { get; }

    /// <summary>Effective size as a share of the number of contacts: above 0, at most 1.</summary>
    public double?[] Efficiency { get; }

    /// <summary>
    /// How unevenly the constraint spreads over the contacts: 0 where each brings as much, 1 where one brings all.
    /// </summary>
    public double?[] Hierarchy { get; }

    /// <summary>Why constraint, effective size and efficiency of a node are absent; null where they are not.</summary>
    public Absence? AbsenceOf(Node node) => _both.OutNeighbours(node).IsEmpty ? Absence.NoTies : null;

    /// <summary>Why its hierarchy is absent: no contact, or a single one.</summary>
    public Absence? HierarchyAbsenceOf(Node node) =>
        AbsenceOf(node) ?? (_both.OutNeighbours(node).Length < 2 ? Absence.FewPeople : null);
}

/// <summary>Strengths of a symmetric graph's arcs as shares, which no size of the strengths can overflow.</summary>
internal sealed class ContactShares
{
    /// <param name="both">Undirected.</param>
    /// <param name="useStrengths">Else every arc is as strong as any other.</param>
    public ContactShares(InteractionGraph both, bool useStrengths)
    {
        (OfSum, OfStrongest) = (new double[both.ArcCount], new double[both.ArcCount]);
        OfTargetsSum = new double[both.ArcCount];
        // Rows ascend: in the order of the sources, each target's arcs back come one after the other.
        var back = both.OutOffsets.ToArray();
        for (var node = 0; node < both.NodeCount; node++)
        {
            var (start, end) = (both.OutOffsets[node], both.OutOffsets[node + 1]);
            var strongest = 0.0;
            foreach (var strength in both.OutStrengths[start..end])
                strongest = Math.Max(strongest, strength);
            var sum = 0.0;
            for (var arc = start; arc < end; arc++)
                sum += OfStrongest[arc] = useStrengths ? both.OutStrengths[arc] / strongest : 1;
            for (var arc = start; arc < end; arc++)
                OfTargetsSum[back[both.OutTargets[arc]]++] = OfSum[arc] = OfStrongest[arc] / sum;
        }
    }

    /// <summary>Of each arc, as a share of all that its source has: p.</summary>
    public double[] OfSum { get; }

    /// <summary>Of each arc, as a share of all that its target has: p of the arc back.</summary>
    public double[] OfTargetsSum { get; }

    /// <summary>Of each arc, as a share of its source's strongest.</summary>
    public double[] OfStrongest { get; }
}

/// <summary>One worker's state: the contacts of one node after another.</summary>
internal sealed class HoleSweep(InteractionGraph both, ContactShares shares, StructuralHolesResult result)
{
    private readonly SharedNeighbours _shared = new(both);

    public void Visit(Node node)
    {
        var (start, end) = (both.OutOffsets[node], both.OutOffsets[node + 1]);
        var degree = end - start;
        if (degree == 0)
            return;
        _shared.Mark(node);
        var (constraint, effectiveSize, entropy) = (0.0, 0.0, 0.0);
        for (var arc = start; arc < end; arc++)
        {
            // Through those whom the node and this contact both know.
            var (indirect, redundancy) = (0.0, 0.0);
            foreach (var (own, other) in _shared.With(both.OutTargets[arc]))
            {
                indirect += shares.OfSum[own] * shares.OfTargetsSum[other];
                redundancy += shares.OfSum[own] * shares.OfStrongest[other];
            }
            var byContact = Math.Pow(shares.OfSum[arc] + indirect, 2);
            constraint += byContact;
            effectiveSize += 1 - redundancy;
            entropy += byContact > 0 ? byContact * Math.Log(byContact) : 0;
        }
        result.Constraint[node] = constraint;
        result.EffectiveSize[node] = effectiveSize;
        result.Efficiency[node] = effectiveSize / degree;
        // Σ r ln r / (n ln n) with r = by contact / (constraint / n), written out so that it needs no second pass.
        if (degree > 1)
            result.Hierarchy[node] = Math.Clamp(
                1 + (entropy / constraint - Math.Log(constraint)) / Math.Log(degree), 0, 1);
    }
}
