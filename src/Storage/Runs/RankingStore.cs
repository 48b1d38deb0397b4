using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>The runs and their rankings. A reader sees a whole run or none of it.</summary>
public sealed partial class RankingStore
{
    /// <summary>Level and chart place when the chart places everybody equally; read as null.</summary>
    private const int NoChart = 0;

    private readonly Database _database;

    static RankingStore()
    {
        Cells.Keep(text => OptionsJson.Read((string)text), OptionsJson.Write);
        Cells.KeepJson(RunJson.Default.IReadOnlyListStepDuration);
        Cells.KeepJson(RunJson.Default.IReadOnlyListRunSource);
        Cells.KeepJson(RunJson.Default.RunDetails);
        Cells.KeepJson(PreparedJson.Default.PreparedExplanation);
    }

    internal RankingStore(Database database) => _database = database;

    /// <summary>Saves and publishes a run in one step. The same run again only becomes the latest once more.</summary>
    /// <param name="run">The run.</param>
    /// <param name="people">In order: by rank, then key, the unmeasurable last.</param>
    /// <param name="ties">The ties of the graph.</param>
    /// <param name="hygiene">What was set aside, in order.</param>
    /// <param name="cancellation">Undoes the save.</param>
    public Task SaveAsync(
        Run run, IReadOnlyList<RankedPerson> people, IReadOnlyList<PersonTie> ties, IReadOnlyList<HygieneCount> hygiene,
        CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var row = RunRow.Of(run);
                if (await session.ExecuteAsync(Query.PublishRunAgain, row) > 0)
                    return false;
                var number = await session.FirstAsync<long>(Query.AddRun, row);
                await session.ExecuteAsync(
                    Query.AddRanking,
                    people.Select((p, position) => new
                    {
                        RunNumber = number, Position = position,
                        p.PersonId, p.Rank, p.Score, p.BetweennessShare, p.ReachShare, p.PageRankShare, p.Betweenness,
                        p.BetweennessPercentile, p.ReachTwoSteps, p.ReachTwoStepsShare, p.HarmonicCloseness, p.PageRank,
                        p.Degree, p.Strength, Level = p.Level ?? NoChart, p.DirectReports,
                        ChartPlace = p.ChartPlace ?? NoChart, p.Surprise, p.NotMeasurable,
                        p.BroadcastCount, p.BroadcastReach,
                    }));
                await session.ExecuteAsync(
                    Query.AddRunTie, ties.Select(t => new { RunNumber = number, t.Source, t.Target, t.Strength }));
                await session.ExecuteAsync(
                    Query.AddRunHygiene,
                    hygiene.Select((h, position) =>
                        new
                        {
                            RunNumber = number, Position = position, h.Rule, h.Unit, h.Count, h.Reason, h.PersonCount,
                        }));
                return true;
            },
            cancellation);

    /// <summary>Writes anew what a published run took, its last steps included.</summary>
    public Task SaveMeasuredAsync(Run run, CancellationToken cancellation) =>
        _database.ExecuteAsync(Query.MeasureRun, RunRow.Of(run), cancellation);

    /// <summary>Deletes the ties of all runs but those last published: most of what a run takes.</summary>
    /// <param name="keep">Of how many runs they stay.</param>
    /// <param name="cancellation">Undoes it.</param>
    public Task ForgetTiesAsync(int keep, CancellationToken cancellation) =>
        _database.ExecuteAsync(Query.ForgetRunTies, new { Keep = keep }, cancellation);

    /// <summary>The run last published; null before the first.</summary>
    public async Task<Run?> LatestAsync(CancellationToken cancellation) =>
        (await _database.FirstAsync<RunRow>(Query.ReadLatestRun, null, cancellation))?.ToRun();

    /// <summary>Changes whenever the latest run is another one, or may show other people than before.</summary>
    public Task<ShownState> ShownStateAsync(CancellationToken cancellation) =>
        _database.FirstAsync<ShownState>(Query.ReadShownState, null, cancellation);

    public async Task<Run?> FindAsync(string id, CancellationToken cancellation) =>
        (await _database.FirstAsync<RunRow>(Query.FindRun, new { Id = id }, cancellation))?.ToRun();

    /// <summary>Runs, the last published first.</summary>
    /// <param name="take">How many at most.</param>
    /// <param name="beforeId">Only runs published before this one; null = from the latest.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<Run[]> ListAsync(int take, string? beforeId, CancellationToken cancellation) =>
        _database.ReadAsync(
            session => session.QueryAsync(
                Query.ListRuns, (RunRow row) => row.ToRun(), new { Take = take, BeforeId = beforeId }),
            cancellation);

    /// <summary>The whole ranking in the order in which it was saved.</summary>
    public Task<RankedPerson[]> RankingAsync(string runId, CancellationToken cancellation) =>
        _database.QueryAsync<RankedPerson>(Query.ReadRanking, new { RunId = runId }, cancellation);

    /// <summary>How many people it was saved with; more than it has where somebody was erased since.</summary>
    public Task<long> SizeAsync(string runId, CancellationToken cancellation) =>
        _database.FirstAsync<long>(Query.ReadRankingSize, new { RunId = runId }, cancellation);

    /// <summary>The places that people who are excluded today have in runs computed before.</summary>
    public Task<HiddenPlaces> HiddenPlacesAsync(CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var merges = await Merges.ReadAsync(session);
                var places = new List<PlaceRow>();
                foreach (var id in merges.Follow((await ConsentStore.ReadAsync(session)).Excluded))
                    places.AddRange(
                        await session.QueryAsync<PlaceRow>(Query.ReadPlacesOfPerson, new { PersonId = id }));
                return new HiddenPlaces(places.GroupBy(place => place.RunId)
                    .ToDictionary(run => run.Key, run => run.Select(place => place.Rank).Order().ToArray()));
            },
            cancellation);

    /// <summary>The graph of the run by person id.</summary>
    public Task<PersonTie[]> TiesAsync(string runId, CancellationToken cancellation) =>
        _database.QueryAsync<PersonTie>(Query.ReadRunTies, new { RunId = runId }, cancellation);

    public Task<HygieneCount[]> HygieneAsync(string runId, CancellationToken cancellation) =>
        _database.QueryAsync<HygieneCount>(Query.ReadRunHygiene, new { RunId = runId }, cancellation);

    /// <summary>Adds to a published run between which places its people stand.</summary>
    public Task SaveIntervalsAsync(
        string runId, IReadOnlyList<RankInterval> intervals, CancellationToken cancellation) =>
        SaveToAsync(
            runId, Query.SaveRankInterval,
            number => intervals.Select(i =>
                new { RunNumber = number, Position = i.Rank - 1, i.PersonId, i.Low, i.High }),
            cancellation);

    /// <summary>Adds to a published run how much its groups are heard; what it has already stays.</summary>
    public Task SaveVoicesAsync(
        string runId, IReadOnlyList<VoiceInterval> voices, CancellationToken cancellation) =>
        SaveToAsync(
            runId, Query.AddRunVoice,
            number => voices.Select(v => new { RunNumber = number, v.Attribute, v.Name, v.Low, v.High }), cancellation);

    /// <summary>How much the groups of a run are heard, as its night drew it; empty where it drew nothing.</summary>
    public Task<VoiceInterval[]> VoicesAsync(string runId, CancellationToken cancellation) =>
        _database.QueryAsync<VoiceInterval>(Query.ReadRunVoices, new { RunId = runId }, cancellation);

    /// <summary>Adds to a published run how its head moves without a rule; what it has already stays.</summary>
    public Task SaveEffectsAsync(
        string runId, IReadOnlyList<RuleEffect> effects, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var number = await session.FirstAsync<long>(Query.FindRunNumber, new { Id = runId });
                await session.ExecuteAsync(
                    Query.AddRunRuleEffect,
                    effects.Select((e, position) =>
                        new { RunNumber = number, Position = position, e.Rule, e.ChangedCount, e.LargestMove }));
                return await session.ExecuteAsync(
                    Query.AddRunRuleMove,
                    effects.SelectMany(e => e.Moves.Select((m, position) =>
                        new { RunNumber = number, e.Rule, Position = position, m.PersonId, m.With, m.Without })));
            },
            cancellation);

    /// <summary>How the head of a run moves without a rule; rules that were not ranked without are missing.</summary>
    public Task<RuleEffect[]> EffectsAsync(string runId, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var moves = (await session.QueryAsync<MoveRow>(Query.ReadRunRuleMoves, new { RunId = runId }))
                    .ToLookup(row => row.Rule, row => new RankMove(row.PersonId, row.With, row.Without));
                return await session.QueryAsync(
                    Query.ReadRunRuleEffects,
                    (EffectRow row) => new RuleEffect(
                        row.Rule, row.ChangedCount, row.LargestMove, [.. moves[row.Rule]]),
                    new { RunId = runId });
            },
            cancellation);

    /// <summary>Where a person stood, in the last published run first.</summary>
    public Task<PlaceInRun[]> HistoryAsync(PersonId personId, int take, CancellationToken cancellation) =>
        _database.QueryAsync<PlaceInRun>(
            Query.ReadPersonHistory, new { PersonId = personId, Take = take }, cancellation);

    /// <summary>Rows that belong to a run which is there.</summary>
    private Task<int> SaveToAsync<T>(
        string runId, Query query, Func<long, IEnumerable<T>> rows, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session => await session.ExecuteAsync(
                query, rows(await session.FirstAsync<long>(Query.FindRunNumber, new { Id = runId }))),
            cancellation);

    private sealed record PlaceRow(string RunId, int Rank);

    private sealed record EffectRow(string Rule, int ChangedCount, int LargestMove);

    private sealed record MoveRow(string Rule, PersonId PersonId, int? With, int? Without);
}
