using InfluencerMap.Graph.Company;

namespace InfluencerMap.Api;

/// <summary>
/// What each caller asked of a run. Answers add up: two cohorts that differ in one wish say what it did. So the wishes
/// of a caller are counted, and the same wishes get the same answer for nothing.
/// </summary>
/// <remarks>In the memory of this process; bounded, as only the last two runs that were asked about are kept.</remarks>
public sealed class CohortLedger
{
    /// <summary>Callers of a run; more are refused, and nobody's count is forgotten for them.</summary>
    private const int CallersMax = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Caller, string Run), CallerWishes> _byCaller = [];
    private (string Latest, string Before) _runs = ("", "");

    /// <summary>What the caller asked of the run so far; null where there are too many callers.</summary>
    /// <param name="caller">As the audit writes the caller.</param>
    /// <param name="run">Id of the run.</param>
    public CallerWishes? Of(string caller, string run)
    {
        lock (_gate)
        {
            if (_byCaller.TryGetValue((caller, run), out var wishes))
                return wishes;
            // A request on its way may still rest on the run before.
            if (run != _runs.Latest && run != _runs.Before)
            {
                _runs = (run, _runs.Latest);
                foreach (var old in _byCaller.Keys.Where(key => key.Run != run && key.Run != _runs.Before).ToArray())
                    _byCaller.Remove(old);
            }
            if (_byCaller.Keys.Count(key => key.Run == run) >= CallersMax)
                return null;
            return _byCaller[(caller, run)] = new();
        }
    }
}

/// <summary>Why wishes are not looked into.</summary>
public enum Spent
{
    No,

    /// <summary>20 distinct sets of wishes were asked for.</summary>
    Wishes,

    /// <summary>3 distinct make-ups were asked for.</summary>
    MakeUps,

    /// <summary>3 distinct lists of people, to include or to compare with, were asked for.</summary>
    Lists,

    /// <summary>3 distinct scenarios were asked for.</summary>
    Scenarios,
}

/// <summary>What one caller asked of one run, and what was answered.</summary>
public sealed class CallerWishes
{
    /// <summary>Distinct sets of wishes of a caller and run; as many scenarios.</summary>
    public const int SetsMax = 20;

    /// <summary>
    /// Distinct bounds, without any counting as one: whoever comes or goes as a bound changes has to do with its group.
    /// </summary>
    public const int MakeUpsMax = 3;

    /// <summary>
    /// Lists of people named by the caller, to include and to compare with, of each kind: what two lists cover that
    /// differ in one person is a figure about that person.
    /// </summary>
    public const int ListsMax = 3;

    /// <summary>Scenarios: what departments lose differs by one member, and reveals that member's.</summary>
    public const int ScenariosMax = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, KeptCohort?> _cohorts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WhatIfAnswer?> _scenarios = new(StringComparer.Ordinal);
    private readonly HashSet<string> _makeUps = new(StringComparer.Ordinal);
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private bool? _onlyNameable;

    /// <summary>Counts wishes that are new; the same again are free.</summary>
    public Spent Ask(string wishes, string makeUp, string included = "", string compared = "")
    {
        lock (_gate)
        {
            if (_cohorts.ContainsKey(wishes))
                return Spent.No;
            if (_cohorts.Count == SetsMax)
                return Spent.Wishes;
            if (!_makeUps.Contains(makeUp) && _makeUps.Count == MakeUpsMax)
                return Spent.MakeUps;
            if (IsOneTooMany(_included, included) || IsOneTooMany(_compared, compared))
                return Spent.Lists;
            _makeUps.Add(makeUp);
            _included.Add(included);
            _compared.Add(compared);
            _cohorts.Add(wishes, null);
            return Spent.No;
        }
    }

    /// <summary>No list is none of them.</summary>
    private static bool IsOneTooMany(HashSet<string> asked, string list) =>
        list.Length > 0 && !asked.Contains(list) && asked.Count(one => one.Length > 0) == ListsMax;

    /// <summary>Counts a scenario that is new; the same again is free.</summary>
    public Spent AskScenario(string leaving)
    {
        lock (_gate)
        {
            if (_scenarios.ContainsKey(leaving))
                return Spent.No;
            if (_scenarios.Count == ScenariosMax)
                return Spent.Scenarios;
            _scenarios.Add(leaving, null);
            return Spent.No;
        }
    }

    /// <summary>
    /// Whether a proposal may rest on this kind of consent: two that differ in it alone would say who agreed.
    /// </summary>
    public bool MayRestOn(bool onlyNameable)
    {
        lock (_gate)
            return _onlyNameable is null || _onlyNameable == onlyNameable;
    }

    /// <summary>The answer to the same wishes; null where there is none.</summary>
    public KeptCohort? Kept(string wishes)
    {
        lock (_gate)
            return _cohorts.GetValueOrDefault(wishes);
    }

    public WhatIfAnswer? KeptScenario(string leaving)
    {
        lock (_gate)
            return _scenarios.GetValueOrDefault(leaving);
    }

    /// <summary>Keeps an answer before it is sent; false where one of another consent came first.</summary>
    public bool Keep(string wishes, KeptCohort cohort, bool onlyNameable)
    {
        lock (_gate)
        {
            if (_onlyNameable is { } kind && kind != onlyNameable)
                return false;
            _onlyNameable = onlyNameable;
            _cohorts[wishes] = cohort;
            return true;
        }
    }

    public void KeepScenario(string leaving, WhatIfAnswer answer)
    {
        lock (_gate)
            _scenarios[leaving] = answer;
    }

    /// <summary>Whether all of these are members of one cohort proposed to the caller.</summary>
    public bool Proposed(IReadOnlyCollection<string> keys)
    {
        lock (_gate)
            return _cohorts.Values.OfType<KeptCohort>().Any(cohort => keys.All(cohort.IsMember));
    }
}

/// <summary>A cohort as it was answered.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Chosen">Ids of everybody in it who was chosen, not included by the caller.</param>
public sealed record KeptCohort(CohortAnswer Answer, IReadOnlyList<PersonId> Chosen)
{
    private readonly HashSet<string> _members = [.. Answer.Members];

    public bool IsMember(string key) => _members.Contains(key);
}
