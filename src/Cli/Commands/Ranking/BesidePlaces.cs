using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Where one person stands in both layers.</summary>
/// <param name="Person">As the directory says today.</param>
/// <param name="Seen">The line by what was seen; null where that cannot measure the person.</param>
/// <param name="Named">The line by nominations, even of whom nobody named; null for who took no part.</param>
/// <param name="NamedBy">Colleagues who named the person.</param>
/// <param name="Together">1-based place by the mean of both standings; null without a line by what was seen.</param>
internal sealed record BesidePlace(Person Person, RankingEntry? Seen, RankingEntry? Named, int NamedBy, int? Together);

/// <summary>The places of everybody under the query's filters in two runs.</summary>
/// <param name="Run">Of what was seen.</param>
/// <param name="Nominations">Of whom colleagues named.</param>
/// <param name="All">In order of key.</param>
internal sealed record BesidePlaces(Run Run, Run Nominations, IReadOnlyList<BesidePlace> All)
{
    private const int ScoreDigits = 12;

    public static async Task<BesidePlaces> ReadAsync(
        Store store, Run run, Run nominations, RankingQuery query, CancellationToken cancellation)
    {
        var everybody = query with { Take = int.MaxValue };
        var seen = (await RankedRun.ReadAsync(store, run, cancellation)).Page(everybody).Entries
            .ToDictionary(entry => entry.Person.Id);
        var namedRun = await RankedRun.ReadAsync(store, nominations, cancellation);
        var named = namedRun.Page(everybody with { By = RankBy.Influence }).Entries
            .ToDictionary(entry => entry.Person.Id);
        var namers = RunColumns.FiguresOf(await RunNetwork.ReadAsync(store, namedRun, cancellation))
            .Where(figures => figures.Value.NamedBy > 0)
            .ToDictionary(figures => figures.Key, figures => figures.Value.NamedBy!.Value);
        var together = Together(seen, named.Where(entry => namers.ContainsKey(entry.Key)).ToDictionary());
        return new(run, nominations,
        [
            .. seen.Values.Concat(named.Values).Select(entry => entry.Person).DistinctBy(person => person.Id)
                .OrderBy(person => person.Key, StringComparer.Ordinal)
                .Select(person => new BesidePlace(
                    person, seen.GetValueOrDefault(person.Id), named.GetValueOrDefault(person.Id),
                    namers.GetValueOrDefault(person.Id),
                    together.TryGetValue(person.Id, out var place) ? place : null)),
        ]);
    }

    /// <summary>How far the two agree; whom nobody named share the last place.</summary>
    public RankAgreement Agreement(int top) => RankAgreement.Of(
        [.. All.Select(place => -place.Seen?.Place ?? double.NaN)],
        [.. All.Select(place => place.Named is { } named ? Math.Round(named.Ranked.Score, ScoreDigits) : double.NaN)],
        Math.Clamp(All.Count(place => place.NamedBy > 0), 1, top));

    private static Dictionary<PersonId, int> Together(
        Dictionary<PersonId, RankingEntry> seen, Dictionary<PersonId, RankingEntry> named) =>
        seen.Values
            .OrderByDescending(entry => Math.Round(
                Standing(entry.Place, seen.Count)
                + (named.TryGetValue(entry.Person.Id, out var other) ? Standing(other.Place, named.Count) : 0),
                ScoreDigits))
            .ThenBy(entry => entry.Person.Key, StringComparer.Ordinal)
            .Index().ToDictionary(placed => placed.Item.Person.Id, placed => placed.Index + 1);

    /// <summary>As in a score: 1 for the first, 0 for the last.</summary>
    private static double Standing(int place, int count) => count > 1 ? 1 - Math.Log(place) / Math.Log(count) : 1;
}
