using InfluencerMap.Engine;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary>A figure on a person's card, as programs read it.</summary>
/// <param name="Value">Null where it cannot be told.</param>
/// <param name="Place">1-based among everybody ranked who has one; null without a value or a rank.</param>
/// <param name="Absent">Why there is no value, in the words of docs/data.md.</param>
internal sealed record CardFigure(double? Value, int? Place, string? Absent)
{
    public static CardFigure Of(ColumnFigure figure) => new(figure.Value, figure.Place, figure.Absent?.Code());
}

/// <summary>A person's columns by purpose on the card.</summary>
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
internal sealed record CardColumns(
    CardFigure Harmonic, CardFigure Degree, CardFigure Constraint, CardFigure Brokered, CardFigure Coordinator,
    CardFigure Itinerant, CardFigure Representative, CardFigure Gatekeeper, CardFigure Liaison,
    CardFigure CrossUnitShare)
{
    public static CardColumns Of(PersonColumns columns) => new(
        CardFigure.Of(columns.Harmonic), CardFigure.Of(columns.Degree), CardFigure.Of(columns.Constraint),
        CardFigure.Of(columns.Brokered), CardFigure.Of(columns.Coordinator), CardFigure.Of(columns.Itinerant),
        CardFigure.Of(columns.Representative), CardFigure.Of(columns.Gatekeeper), CardFigure.Of(columns.Liaison),
        CardFigure.Of(columns.CrossUnitShare));

    /// <summary>For people: a line per purpose.</summary>
    public IEnumerable<string> Lines =>
    [
        $"Connector: closeness {Text(Harmonic, "0.0 %")} of the most possible; ties {Text(Degree, "N0")}.",
        $"Broker: constraint {Text(Constraint, "0.000")}, lowest first; across units {Text(CrossUnitShare, "0.0 %")} "
            + "of the ties.",
        $"Brokered pairs {Text(Brokered, "N0")}: coordinator {Text(Coordinator, "N0")}, itinerant "
            + $"{Text(Itinerant, "N0")}, representative {Text(Representative, "N0")}, gatekeeper "
            + $"{Text(Gatekeeper, "N0")}, liaison {Text(Liaison, "N0")}.",
    ];

    private static string Text(CardFigure figure, string format)
    {
        if (figure.Value is not { } value)
            return $"not known ({figure.Absent})";
        var text = format.EndsWith(" %", StringComparison.Ordinal)
            ? (100 * value).ToString(format[..^2], null) + " %"
            : value.ToString(format, null);
        return figure.Place is { } place ? $"{text} (place {place:N0})" : text;
    }
}
