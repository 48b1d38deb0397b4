using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What came of collecting one source.</summary>
/// <param name="waitedBefore">What the throttle had waited before the source began.</param>
internal sealed class SourceOutcome(string source, TimeSpan waitedBefore)
{
    private const int NotesMax = 20;

    private readonly List<string> _notes = [];
    private readonly SortedDictionary<Outcome, long> _outcomes = [];
    private long _items;
    private long _scopesDone;
    private int? _scopesAll;
    private AppendResult _appended;
    private PeopleSaved? _people;

    public string Source => source;

    /// <summary>How long its requests waited because the service asked for it, summed over all of them.</summary>
    public TimeSpan Throttled { get; private set; }

    /// <summary>Why the source is not complete; null where it is.</summary>
    public string? Failure { get; set; }

    /// <summary>Lines for the operator: what the source said, and items that did not simply count.</summary>
    public IEnumerable<string> Notes => _notes.Concat(_outcomes.Select(outcome =>
        $"{outcome.Value:N0} {OutcomeWords.Reason(OutcomeWords.Code(outcome.Key))}"));

    public static void Say(IReadOnlyList<SourceOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            foreach (var note in outcome.Notes)
                Cli.Progress.Say($"{outcome.Source}: {note}");
            if (outcome.Failure is { } failure)
                Cli.Progress.Say($"{outcome.Source} is not complete: {failure}");
        }
        var failed = outcomes.Count(outcome => outcome.Failure is not null);
        Cli.Progress.Say(failed == 0
            ? $"Complete: {string.Join(", ", outcomes.Select(outcome => outcome.Source))}."
            : $"{failed} of {outcomes.Count} sources are not complete; collecting again goes on where they ended.");
    }

    /// <summary>What the throttle has waited by now, other sources before this one included.</summary>
    public void Wait(TimeSpan waited) => Throttled = waited - waitedBefore;

    /// <summary>What the source gave.</summary>
    public void Add(CollectedBatch batch)
    {
        _items += batch.Items;
        _scopesDone += batch.ScopesDone;
        _scopesAll = batch.ScopesAll ?? _scopesAll;
        foreach (var (outcome, count) in batch.Outcomes)
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + count;
        _notes.AddRange(batch.Notes.Take(NotesMax - _notes.Count));
    }

    /// <summary>What the store made of it.</summary>
    public void Add(BatchStored stored)
    {
        _appended = new(
            _appended.Stored + stored.Appended.Stored, _appended.AlreadyThere + stored.Appended.AlreadyThere);
        _people = stored.People ?? _people;
    }

    public SourceLine Line() => new(
        source, Failure is null, Failure, _items, _appended.Stored, _appended.AlreadyThere,
        Math.Round(Throttled.TotalSeconds, 1),
        [
            .. from outcome in _outcomes
               let reason = OutcomeWords.Code(outcome.Key)
               select new OutcomeLine(reason, outcome.Value, OutcomeWords.Reason(reason)),
        ]);

    public string Progress(TimeSpan elapsed)
    {
        var left = _scopesAll is { } all && _scopesDone > 0
            ? $", about {Math.Ceiling(elapsed.TotalMinutes * (all - _scopesDone) / _scopesDone):N0} min left"
            : "";
        return $"{Scopes()}{_items:N0} items, {_appended.Stored:N0} interactions stored, "
            + $"{Throttled.TotalSeconds:N0} s throttled{left}";
    }

    public string InWords()
    {
        var people = _people is { } saved
            ? $", {saved.Added:N0} people added, {saved.Changed:N0} changed, {saved.Unchanged:N0} as before"
            : "";
        return $"{(Failure is null ? "complete" : "NOT COMPLETE")}, {Scopes()}{_items:N0} items, "
            + $"{_appended.Stored:N0} interactions stored, {_appended.AlreadyThere:N0} were there already{people}";
    }

    private string Scopes() => _scopesAll is { } all && all > 1 ? $"{_scopesDone:N0} of {all:N0} done, " : "";
}
