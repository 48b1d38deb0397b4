using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Engine;

/// <summary>One figure of one person's columns.</summary>
/// <param name="Value">Null where it cannot be told.</param>
/// <param name="Place">1-based among measurable people who have one; null without a value or a rank.</param>
/// <param name="Absent">Why there is no value; null with one.</param>
public sealed record ColumnFigure(double? Value, int? Place, Absence? Absent);

/// <summary>A person's figures in the columns by purpose, each with its place; the first is the highest.</summary>
/// <param name="Harmonic">Harmonic closeness as a share of the most that is possible.</param>
/// <param name="Degree">Number of ties.</param>
/// <param name="Constraint">Burt's constraint; the first place is the lowest.</param>
/// <param name="Brokered">All paths brokered.</param>
/// <param name="Coordinator">Of them, all three in one unit.</param>
/// <param name="Itinerant">The two in one unit, the person in another.</param>
/// <param name="Representative">From the person's unit to another.</param>
/// <param name="Gatekeeper">From another unit to the person's.</param>
/// <param name="Liaison">Three units.</param>
/// <param name="CrossUnitShare">Ties to other units as a share of all ties.</param>
public sealed record PersonColumns(
    ColumnFigure Harmonic, ColumnFigure Degree, ColumnFigure Constraint, ColumnFigure Brokered,
    ColumnFigure Coordinator, ColumnFigure Itinerant, ColumnFigure Representative, ColumnFigure Gatekeeper,
    ColumnFigure Liaison, ColumnFigure CrossUnitShare)
{
    /// <summary>Places are those of <c>rank --by connector</c> and <c>--by broker</c> where these sort by it.</summary>
    public static PersonColumns Of(RunNetwork run, PersonId person, CancellationToken cancellation)
    {
        var connectors = PurposeColumns.Connectors(run.Network, cancellation: cancellation);
        var brokers = PurposeColumns.Brokers(run.Network, cancellation: cancellation);
        return new(
            Figure(connectors, one => one.Harmonic, one => one.Absent),
            Figure(connectors, one => one.Degree, _ => null),
            Figure(brokers, one => one.Openness, one => one.ConstraintAbsent) with
            {
                Value = brokers[run.People.KnownNodeOf(person)].Constraint,
            },
            Role(counts => counts.Total), Role(counts => counts.Coordinator), Role(counts => counts.Itinerant),
            Role(counts => counts.Representative), Role(counts => counts.Gatekeeper), Role(counts => counts.Liaison),
            Figure(brokers, one => one.CrossUnitShare, one => one.CrossUnitAbsent));

        ColumnFigure Role(Func<BrokerageCounts, long> count) => Figure(
            brokers, one => one.Roles is { } counts ? count(counts) : null, one => one.RolesAbsent);

        ColumnFigure Figure<TFigures>(
            TFigures[] figures, Func<TFigures, double?> value, Func<TFigures, Absence?> absent)
        {
            var own = figures[run.People.KnownNodeOf(person)];
            var placed = RunColumns.Placed(
                run.Ranking.Where(one => one.Rank is not null), run.People,
                id => figures[run.People.KnownNodeOf(id)], value);
            return new(
                value(own), placed.FirstOrDefault(one => one.Person.Id == person)?.Place, absent(own));
        }
    }
}
