using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Engine;

/// <summary>One row of a column by purpose.</summary>
/// <param name="Place">1-based among everybody in the column, not the filtered; null without a figure.</param>
/// <param name="Ranked">As computed by the run.</param>
/// <param name="Person">As the directory says today.</param>
/// <param name="Figures">What the column says of the person.</param>
public sealed record ColumnEntry<TFigures>(int? Place, RankedPerson Ranked, Person Person, TFigures Figures);

/// <summary>
/// Columns by purpose of a run, computed from its network when they are asked for: nothing of them is stored, and no
/// score changes by them.
/// </summary>
public static class RunColumns
{
    private const int Digits = 12;

    /// <summary>Measurable people by harmonic closeness.</summary>
    public static IReadOnlyList<ColumnEntry<ConnectorFigures>> Connectors(
        RunNetwork run, CancellationToken cancellation)
    {
        var figures = PurposeColumns.Connectors(run.Network, cancellation: cancellation);
        return Placed(Measurable(run), run.People, id => figures[run.People.KnownNodeOf(id)], one => one.Harmonic);
    }

    /// <summary>Measurable people by 1 − constraint.</summary>
    public static IReadOnlyList<ColumnEntry<BrokerFigures>> Brokers(RunNetwork run, CancellationToken cancellation)
    {
        var figures = PurposeColumns.Brokers(run.Network, cancellation: cancellation);
        return Placed(Measurable(run), run.People, id => figures[run.People.KnownNodeOf(id)], one => one.Openness);
    }

    /// <summary>Everybody by how many colleagues name them, whether what was seen can measure them or not.</summary>
    /// <param name="run">Whose people are shown.</param>
    /// <param name="nominations">The run of nominations; null where there is none, and nobody has a figure.</param>
    public static IReadOnlyList<ColumnEntry<NamedFigures>> Named(RankedRun run, RunNetwork? nominations)
    {
        var figures = nominations is null ? [] : FiguresOf(nominations);
        var outside = new NamedFigures(null, Graph.Absence.OutsideSurvey);
        return Placed(run.Ranking, run.People, id => figures.GetValueOrDefault(id, outside), one => one.NamedBy);
    }

    /// <summary>By id, how many colleagues name each person of a run of nominations.</summary>
    public static Dictionary<PersonId, NamedFigures> FiguresOf(RunNetwork nominations)
    {
        var tookPart = Measurable(nominations).Select(person => person.PersonId).ToHashSet();
        var figures = PurposeColumns.Named(
            nominations.Ties, node => tookPart.Contains(nominations.People[node].Id));
        return nominations.People.Nodes.ToDictionary(node => nominations.People[node].Id, node => figures[node]);
    }

    /// <summary>Gives places: the highest first, equal figures in order of key, who has none last.</summary>
    /// <param name="people">Of the column.</param>
    /// <param name="index">They and maybe others.</param>
    /// <param name="figuresOf">What the column says of a person.</param>
    /// <param name="value">What places them, to 12 decimals, so that no place is won by rounding.</param>
    public static IReadOnlyList<ColumnEntry<TFigures>> Placed<TFigures>(
        IEnumerable<RankedPerson> people, PersonIndex index, Func<PersonId, TFigures> figuresOf,
        Func<TFigures, double?> value) =>
    [
        .. people.Select(ranked => (Ranked: ranked, Figures: figuresOf(ranked.PersonId)))
            .Select(one => (one.Ranked, one.Figures, Value: value(one.Figures)))
            .OrderByDescending(one => one.Value is { } known ? Math.Round(known, Digits) : double.NegativeInfinity)
            .ThenBy(one => index[one.Ranked.PersonId].Key, StringComparer.Ordinal)
            .Select((one, i) => new ColumnEntry<TFigures>(
                one.Value is null ? null : i + 1, one.Ranked, index[one.Ranked.PersonId], one.Figures)),
    ];

    private static IEnumerable<RankedPerson> Measurable(RunNetwork run) =>
        run.Ranking.Where(person => person.Rank is not null);
}
