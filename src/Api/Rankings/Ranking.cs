using InfluencerMap.Engine;

namespace InfluencerMap.Api;

/// <summary>A page of one run's ranking.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="Preset">The preset that made it: default, wide or plain.</param>
/// <param name="By">The measure that gives the places.</param>
/// <param name="Total">People under the filters, on all pages.</param>
/// <param name="People">In order of place.</param>
/// <param name="Next">Where the next page of the same run is; null on the last.</param>
public sealed record Ranking(string Run, string Preset, string By, int Total, RankedKey[] People, string? Next)
    : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys => People.Select(person => person.Key);

    /// <summary>In a company so small that people are recognised without names: what to mind.</summary>
    public string? Warning { get; init; }

    /// <summary>Why these places are provisional; empty where they stand.</summary>
    public IReadOnlyList<ProvisionalReason> Provisional { get; init; } = [];

    public static Ranking Of(ShownRun shown, RankingRequest request)
    {
        var (run, query) = (shown.Run, request.ToQuery(shown.People));
        var page = shown.Ranked.Page(query);
        return new(
            run.Id, run.Options.Preset, RankingRequest.NameOf(query.By), page.Total,
            [
                .. page.Entries.Select(entry => RankedKey.Of(
                    entry.Place, entry.Ranked, entry.Person, shown.People[entry.Person.Id])),
            ],
            page.HasNext
                ? request.PageAfter(page.Entries[^1].Place, run.Id)
                : null)
        {
            Provisional = shown.Provisional,
            Warning = shown.IsSmallCompany ? CompanySize.Warning : null,
        };
    }
}
