using InfluencerMap.Graph;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Cli;

/// <summary>What each row of a column by purpose says of its person, whatever the column.</summary>
/// <param name="Place">1-based in the column; null without a figure.</param>
/// <param name="Id">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="Ranked">As computed by the run.</param>
/// <param name="Provisional">Rules by which places are provisional; null where they stand.</param>
internal sealed record ColumnPerson(
    int? Place, string Id, string? Name, string Key, string? Department, RankedPerson Ranked, string? Provisional);

/// <summary>Who is near everybody.</summary>
/// <param name="Rank">1-based by harmonic closeness; null without it.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="Harmonic">Harmonic closeness as a share of the most that is possible, 0 … 1.</param>
/// <param name="Degree">Number of ties.</param>
/// <param name="InfluenceRank">Place by the blended score.</param>
/// <param name="Absent">Why a figure is empty, in the words of docs/data.md.</param>
/// <param name="Provisional">Rules by which places are provisional; null where they stand.</param>
internal sealed record ConnectorLine(
    [Shown("rank", Format = "0", Side = Side.Left)] int? Rank,
    [Shown("person", 6, UnlessNamedBy = nameof(ConnectorLine.Name))] string Person, [Shown("name")] string? Name,
    [Shown("key", 1)] string Key, [Shown("department", 5)] string? Department,
    [Shown("harmonic", Format = "0.0 %")] double? Harmonic, [Shown("ties")] int Degree,
    [Shown("by influence", 4, Format = "0")] int? InfluenceRank, [Shown("absent", 3)] string? Absent,
    string? Provisional)
{
    public static ConnectorLine Of(ColumnPerson person, ConnectorFigures figures) => new(
        person.Place, person.Id, person.Name, person.Key, person.Department, figures.Harmonic, figures.Degree,
        person.Ranked.Rank, figures.Absent?.Code(), person.Provisional);
}

/// <summary>Who stands between people apart.</summary>
/// <param name="Rank">1-based by 1 − constraint; null without it.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="BetweennessPercentile">Share of the others with a smaller betweenness, 0 … 1.</param>
/// <param name="Constraint">Burt's constraint; low for brokers.</param>
/// <param name="Brokered">Pairs of people without a tie of their own between whom the person stands.</param>
/// <param name="Coordinator">Of them, all three in one unit.</param>
/// <param name="Itinerant">The two in one unit, the person in another.</param>
/// <param name="Representative">From the person's unit to another.</param>
/// <param name="Gatekeeper">From another unit to the person's.</param>
/// <param name="Liaison">Three units.</param>
/// <param name="CrossUnitShare">Ties to other units as a share of all ties, 0 … 1.</param>
/// <param name="InfluenceRank">Place by the blended score.</param>
/// <param name="Absent">Why figures are empty, in the words of docs/data.md, separated by blanks.</param>
/// <param name="Provisional">Rules by which places are provisional; null where they stand.</param>
internal sealed record BrokerLine(
    [Shown("rank", Format = "0", Side = Side.Left)] int? Rank,
    [Shown("person", 13, UnlessNamedBy = nameof(BrokerLine.Name))] string Person, [Shown("name")] string? Name,
    [Shown("key", 1)] string Key, [Shown("department", 10)] string? Department,
    [Shown("betweenness", 9, Format = "0.0 %")] double? BetweennessPercentile,
    [Shown("constraint", Format = "0.000")] double? Constraint, [Shown("brokered", 12)] long? Brokered,
    [Shown("coordinator", 3)] long? Coordinator, [Shown("itinerant", 4)] long? Itinerant,
    [Shown("representative", 5)] long? Representative, [Shown("gatekeeper", 6)] long? Gatekeeper,
    [Shown("liaison", 7)] long? Liaison, [Shown("across", 11, Format = "0.0 %")] double? CrossUnitShare,
    [Shown("by influence", 2, Format = "0")] int? InfluenceRank, [Shown("absent", 8)] string? Absent,
    string? Provisional)
{
    public static BrokerLine Of(ColumnPerson person, BrokerFigures figures) => new(
        person.Place, person.Id, person.Name, person.Key, person.Department, person.Ranked.BetweennessPercentile,
        figures.Constraint, figures.Roles?.Total, figures.Roles?.Coordinator, figures.Roles?.Itinerant,
        figures.Roles?.Representative, figures.Roles?.Gatekeeper, figures.Roles?.Liaison, figures.CrossUnitShare,
        person.Ranked.Rank,
        figures.Absences.Select(reason => reason.Code()).ToArray() is { Length: > 0 } codes
            ? string.Join(' ', codes)
            : null,
        person.Provisional);
}

/// <summary>Whom colleagues name.</summary>
/// <param name="Rank">1-based by who names them; null where that cannot be told.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="NamedBy">Different colleagues who named the person.</param>
/// <param name="InfluenceRank">Place by the blended score; null where the sources cannot measure the person.</param>
/// <param name="Absent">Why a figure is empty, in the words of docs/data.md.</param>
/// <param name="Provisional">Rules by which places by influence are provisional; null where they stand.</param>
internal sealed record NamedLine(
    [Shown("rank", Format = "0", Side = Side.Left)] int? Rank,
    [Shown("person", 5, UnlessNamedBy = nameof(NamedLine.Name))] string Person, [Shown("name")] string? Name,
    [Shown("key", 1)] string Key, [Shown("department", 3)] string? Department, [Shown("named by")] int? NamedBy,
    [Shown("by influence", 2, Format = "0")] int? InfluenceRank, [Shown("absent", 4)] string? Absent,
    string? Provisional)
{
    public static NamedLine Of(ColumnPerson person, NamedFigures figures) => new(
        person.Place, person.Id, person.Name, person.Key, person.Department, figures.NamedBy, person.Ranked.Rank,
        figures.Absent?.Code(), person.Provisional);
}
