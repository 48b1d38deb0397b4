using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>Where one person stands, how that came about, and why.</summary>
/// <param name="Run">Id of the latest run.</param>
/// <param name="Preset">The preset that made it: default or plain.</param>
/// <param name="RankedCount">People with a rank in it.</param>
/// <param name="Person">The person's place and numbers in it.</param>
/// <param name="History">Places over the runs, the last published first, at most 100.</param>
/// <param name="Explanation">Why this rank, in sentences; the same words for whoever asks.</param>
public sealed record PersonCard(
    string Run, string Preset, int RankedCount, RankedKey Person, IReadOnlyList<PastPlace> History,
    IReadOnlyList<string> Explanation) : IShowsPeople
{
    private const int HistoryRunsMax = 100;

    IEnumerable<string> IShowsPeople.ShownKeys => [Person.Key];

    /// <summary>Why this place is provisional; empty where it stands.</summary>
    public IReadOnlyList<ProvisionalReason> Provisional { get; init; } = [];

    public static async Task<PersonCard> ReadAsync(
        ShownRun shown, Person person, Store store, CancellationToken cancellation)
    {
        var run = shown.Run;
        var ranked = shown.Ranked.Ranking.First(one => one.PersonId == person.Id);
        return new(
            run.Id, run.Options.Preset, shown.Ranked.RankedCount,
            RankedKey.Of(ranked.Rank, ranked, person, shown.People[person.Id]),
            [
                .. (await store.Rankings.HistoryAsync(person.Id, HistoryRunsMax, cancellation))
                    .Select(place => PastPlace.Of(place, shown.Hidden)),
            ],
            await shown.ExplanationAsync(person.Id, cancellation))
        {
            Provisional = shown.Provisional,
        };
    }
}

/// <summary>Where a person stood in one run, among those who may be shown today.</summary>
/// <param name="RunId">The run.</param>
/// <param name="PublishedAt">When it was last published, UTC.</param>
/// <param name="Period">The events that it rests on.</param>
/// <param name="Rank">1-based; null where the person could not be measured.</param>
/// <param name="RankedCount">People with a rank in that run.</param>
public sealed record PastPlace(string RunId, DateTime PublishedAt, Period Period, int? Rank, int RankedCount)
{
    public static PastPlace Of(PlaceInRun place, HiddenPlaces hidden) => new(
        place.RunId, place.PublishedAt, place.Period, hidden.Close(place.RunId, place.Rank),
        hidden.CloseRankedCount(place.RunId, place.RankedCount));
}
