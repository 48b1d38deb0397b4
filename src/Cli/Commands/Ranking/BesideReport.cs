using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A person's place by what was seen, compared with the place by what colleagues say.</summary>
/// <param name="Rank">1-based by the chosen measure of what was seen; null = not measurable.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="Score">Blended influence by what was seen, 0 … 1.</param>
/// <param name="Nominated">1-based place by nominations; null = nobody named them.</param>
/// <param name="NamedBy">Colleagues who named the person.</param>
/// <param name="Together">Place by the mean of both standings, among whoever was seen.</param>
/// <param name="Note">Where only one layer knows the person.</param>
internal sealed record BesideLine(
    [Shown("rank")] int? Rank, [Shown("person")] string Person, [Shown("name")] string? Name,
    [Shown("key", 1)] string Key, [Shown("department", 3)] string? Department,
    [Shown("influence", 4, Format = "0.000")] double? Score, [Shown("nominated")] int? Nominated,
    [Shown("named by", 5)] int NamedBy, [Shown("together", 2)] int? Together, [Shown("note", 6)] string? Note);

/// <summary>All of it, for programs.</summary>
/// <param name="Run">Id of the run of what was seen.</param>
/// <param name="NominationsRun">Id of the run of nominations.</param>
/// <param name="Agreement">How far the two agree.</param>
/// <param name="People">The first of either.</param>
/// <param name="Provisional">Why places by what was seen are provisional; empty where they are not.</param>
internal sealed record BesideLines(
    string Run, string NominationsRun, RankAgreement Agreement, BesideLine[] People, IReadOnlyList<string> Provisional);

/// <summary>Two layers that are never mixed, side by side: what was seen, and what people say.</summary>
internal sealed class BesideReport(
    BesidePlaces places, IReadOnlyList<BesideLine> all, int top, ProvisionalWords provisional)
{
    private const string NotSeen = "named, not seen";
    private const string NotNamed = "seen, not named";

    public static async Task<BesideReport> ReadAsync(
        Store store, Run run, Run nominations, RankingQuery query, CancellationToken cancellation)
    {
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var places = await BesidePlaces.ReadAsync(store, run, nominations, query, cancellation);
        return new(
            places, [.. places.All.Select(place => Line(place, names, query.Take))], query.Take,
            await ProvisionalWords.OfAsync(store, run, cancellation));
    }

    /// <summary>The first of either, by what was seen, then those whom only colleagues know.</summary>
    private BesideLine[] Lines =>
    [
        .. all.Where(line => line.Rank <= top || line.Nominated <= top)
            .OrderBy(line => line.Rank ?? int.MaxValue).ThenBy(line => line.Nominated),
    ];

    private string[] Sentences
    {
        get
        {
            var agreement = places.Agreement(top);
            var notNamed = all.Count(line => line.Note == NotNamed);
            return
            [
                $"Seen: {Words(places.Run)}. Named: {Words(places.Nominations)}.",
                $"Agreement over {agreement.PeopleCount:N0} people: Spearman {Text(agreement.Spearman)}, Kendall tau-b "
                    + $"{Text(agreement.Kendall)} (1 the same order, 0 none, −1 the opposite).",
                $"Of the first {agreement.TopCount:N0} seen, {agreement.SharedTopCount:N0} are among the first "
                    + $"{agreement.TopCount:N0} named; chance alone gives as many with probability "
                    + $"{agreement.SharedByChance:0.0000}.",
                $"{all.Count(line => line.Note == NotSeen):N0} named by colleagues are not measurable by what was "
                    + $"seen; {notNamed:N0} of the first {top:N0} seen are named by nobody.",
                .. provisional.Reasons,
            ];
        }
    }

    public void Write(Output output) => output.Write(
        Lines,
        new BesideLines(places.Run.Id, places.Nominations.Id, places.Agreement(top), Lines, provisional.Reasons),
        Sentences, WriteTable);

    private static BesideLine Line(BesidePlace place, PeopleNames names, int top) => new(
        place.Seen?.Place, names.IdOf(place.Person.Id), names.NameOf(place.Person.Id), place.Person.Key,
        place.Person.Department, place.Seen?.Ranked.Score, place.NamedBy > 0 ? place.Named?.Place : null,
            place.NamedBy, place.Together,
        place switch
        {
            { Seen: null, NamedBy: > 0 } => NotSeen,
            { Seen: { } seen, NamedBy: 0 } when seen.Place <= top => NotNamed,
            _ => null,
        });

    private void WriteTable(IAnsiConsole console)
    {
        foreach (var sentence in Sentences)
            console.WriteLine(sentence);
        ShownTable.Write(console, Lines);
        console.WriteLine("nominated: place by whom colleagues name. together: by the mean of both standings.");
    }

    private static string Words(Run run) =>
        $"run {run.Id}, preset {run.Options.Preset}, {run.Period.From:yyyy-MM-dd} up to {run.Period.To:yyyy-MM-dd}";

    private static string Text(double? value) => value is { } known ? $"{known:0.00;−0.00}" : "not known";
}
