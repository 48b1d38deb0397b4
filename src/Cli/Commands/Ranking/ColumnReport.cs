using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A run's people by one purpose, computed from its network when asked for.</summary>
internal sealed class ColumnReport(
    Run run, RankingQuery query, PeopleNames names, RankingWords words, ProvisionalWords provisional, Output output)
{
    private const string NoNominations = "Nobody's nominations are known: the store holds no run of nominations yet. "
        + "Compute one: influencermap nightly --preset nominations";

    public static async Task WriteAsync(
        Store store, Run run, RankColumn column, RankingQuery query, Output output, CancellationToken cancellation)
    {
        var ranked = await RankedRun.ReadAsync(store, run, cancellation);
        var provisional = await ProvisionalWords.OfAsync(store, run, cancellation);
        var report = new ColumnReport(
            run, query, await PeopleNames.ReadAsync(store, cancellation), new(run, ranked, $"{column}", provisional),
            provisional, output);
        if (column == RankColumn.Named)
        {
            await report.WriteNamedAsync(store, ranked, cancellation);
            return;
        }
        var network = await RunNetwork.ReadAsync(store, ranked, cancellation);
        if (column == RankColumn.Connector)
            report.Write(
                RunColumns.Connectors(network, cancellation), ConnectorLine.Of, [report.Unmeasured],
                "harmonic: how near everybody is, as a share of the most that is possible.",
                "by influence: the place by the blended score.");
        else
            report.Write(
                RunColumns.Brokers(network, cancellation), BrokerLine.Of, [report.Unmeasured],
                "betweenness: share of colleagues with less.",
                "constraint: low for who stands between people who do not know each other.",
                "brokered: pairs without a tie of their own who meet in this person; five roles by unit.",
                "across: share of ties to other units.",
                "by influence: the place by the blended score.");
    }

    private string? Unmeasured => words.Unmeasured;

    private async Task WriteNamedAsync(Store store, RankedRun ranked, CancellationToken cancellation)
    {
        var nominations = run.Options.Nominations
            ? run
            : await store.FindLatestAsync(nominations: true, cancellation);
        var network = nominations is null ? null : await RunNetwork.ReadAsync(store, nominations, cancellation);
        Write(
            RunColumns.Named(ranked, network), NamedLine.Of,
            [
                nominations is null ? NoNominations
                    : $"Nominations of run {nominations.Id}, {nominations.Period.From:yyyy-MM-dd} up to "
                        + $"{nominations.Period.To:yyyy-MM-dd}. Everybody is listed, ranked or not.",
            ],
            "named by: different colleagues who named the person.",
            "by influence: the place by the blended score.",
            "absent: outside-survey for who neither named anybody nor was named.");
    }

    private void Write<TFigures, TLine>(
        IReadOnlyList<ColumnEntry<TFigures>> entries, Func<ColumnPerson, TFigures, TLine> lineOf, string?[] said,
        params string[] legend)
    {
        TLine[] lines =
        [
            .. entries.Where(entry => query.Fits(entry.Ranked, entry.Person)).Take(query.Take)
                .Select(entry => lineOf(PersonOf(entry.Place, entry.Ranked, entry.Person), entry.Figures)),
        ];
        string[] notes =
        [
            .. lines.Length == 0 && entries.Count > 0 ? [words.NobodyFits(query.Department)] : (string[])[],
            .. said.OfType<string>(),
        ];
        output.Write(lines, lines, notes.Prepend(words.Origin), console =>
        {
            console.WriteLine(words.Origin);
            ShownTable.Write(console, lines, legend: legend);
            foreach (var note in notes)
                console.WriteLine(Suggested.InFull(note));
        });
    }

    private ColumnPerson PersonOf(int? place, RankedPerson ranked, Person person) => new(
        place, names.IdOf(person.Id), names.NameOf(person.Id), person.Key, person.Department, ranked,
        provisional.Rules);
}
