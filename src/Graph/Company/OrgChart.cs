namespace InfluencerMap.Graph.Company;

/// <summary>Who reports to whom, and the place that this alone would give each person.</summary>
/// <remarks>
/// Whoever has no manager, is their own manager, or whose manager is not among the people, stands at the top; there may
/// be several. A circle of reports is cut above the member with the smallest key.
/// Immutable; safe for any number of readers.
/// </remarks>
public sealed class OrgChart
{
    /// <summary>Why levels and places are left out where the chart does not <see cref="TellsApart"/>; a
    /// clause.</summary>
    public const string TellsNothing = "managers and levels are not known, or make fewer than three groups";

    /// <summary>Fewer groups, such as an owner and everybody else, give no places to compare with.</summary>
    private const int GroupsMin = 3;

    private readonly Person[] _people;
    private readonly Dictionary<PersonId, int> _positionById = [];
    private readonly Position[] _at;

    private OrgChart(IReadOnlyList<Person> people)
    {
        _people = [.. people.OrderBy(p => p.Key, StringComparer.Ordinal)];
        for (var position = 0; position < _people.Length; position++)
            _positionById.Add(_people[position].Id, position);
        _at = [.. _people.Select(person => new Position { Manager = ManagerPosition(person) })];
        CutCircles();
        Count();
        Place();
        TellsApart = Positions.Where(IsOnChart)
            .Select(p => (LevelAt(p), _at[p].SubtreeSize, _at[p].DirectReports)).Distinct().Count() >= GroupsMin;
    }

    /// <summary>
    /// Whether the chart places people: at least three groups that differ by level, people below or direct reports.
    /// Whoever has no manager, no reports and no stated level is on no chart. Where it is false, levels and places are
    /// of no use to anybody.
    /// </summary>
    public bool TellsApart { get; }

    /// <summary>Reads the chart of these people.</summary>
    /// <param name="people">In any order, each id once.</param>
    public static OrgChart Build(IReadOnlyList<Person> people) => new(people);

    /// <summary>Ids of the people at the top, by key.</summary>
    public IReadOnlyList<PersonId> Roots => [.. Positions.Where(p => _at[p].Manager < 0).Select(IdAt)];

    /// <summary>Level that the person states, else the depth in the chart; 1 at the top.</summary>
    public int LevelOf(PersonId personId) => LevelAt(PositionOf(personId));

    /// <summary>Id of the manager; null at the top.</summary>
    public PersonId? ManagerOf(PersonId personId) =>
        _at[PositionOf(personId)].Manager is >= 0 and var manager ? IdAt(manager) : null;

    /// <summary>Number of people who report to this person directly.</summary>
    public int DirectReportsOf(PersonId personId) => _at[PositionOf(personId)].DirectReports;

    /// <summary>Number of people below this person at any depth, without the person.</summary>
    public int SubtreeSizeOf(PersonId personId) => _at[PositionOf(personId)].SubtreeSize;

    /// <summary>
    /// 1-based place by the chart alone: level, then people below, then direct reports (more is higher), then key.
    /// </summary>
    public int PlaceOf(PersonId personId) => _at[PositionOf(personId)].Place;

    private IEnumerable<int> Positions => Enumerable.Range(0, _people.Length);

    private int PositionOf(PersonId personId) =>
        _positionById.TryGetValue(personId, out var position) ? position : throw new ArgumentException(
            "The person is not among those that the chart was built from.", nameof(personId));

    private PersonId IdAt(int position) => _people[position].Id;

    private int LevelAt(int position) => _people[position].Level ?? _at[position].Depth;

    private bool IsOnChart(int position) =>
        _at[position].Manager >= 0 || _at[position].DirectReports > 0 || _people[position].Level is not null;

    private int ManagerPosition(Person person) =>
        person.ManagerId is { } manager && manager != person.Id ? _positionById.GetValueOrDefault(manager, -1) : -1;

    /// <summary>Walks up from each person; who is met twice on one walk closes a circle.</summary>
    private void CutCircles()
    {
        var walk = new int[_people.Length];
        for (var start = 0; start < _people.Length; start++)
        {
            var person = start;
            while (person >= 0 && walk[person] == 0)
            {
                walk[person] = start + 1;
                person = _at[person].Manager;
            }
            if (person >= 0 && walk[person] == start + 1)
                _at[SmallestOfCircle(person)].Manager = -1;
        }
    }

    private int SmallestOfCircle(int member)
    {
        var smallest = member;
        for (var person = _at[member].Manager; person != member; person = _at[person].Manager)
            smallest = Math.Min(smallest, person);
        return smallest;
    }

    /// <summary>Depths from the top down, sizes from the bottom up.</summary>
    private void Count()
    {
        var reports = Positions.Where(p => _at[p].Manager >= 0).ToLookup(p => _at[p].Manager);
        var order = new List<int>(Positions.Where(p => _at[p].Manager < 0));
        for (var i = 0; i < order.Count; i++)
        {
            var person = order[i];
            _at[person].Depth = _at[person].Manager < 0 ? 1 : _at[_at[person].Manager].Depth + 1;
            _at[person].DirectReports = reports[person].Count();
            order.AddRange(reports[person]);
        }
        for (var i = order.Count - 1; i >= 0; i--)
            if (_at[order[i]].Manager is >= 0 and var manager)
                _at[manager].SubtreeSize += _at[order[i]].SubtreeSize + 1;
    }

    private void Place()
    {
        var byPlace = Positions
            .OrderBy(LevelAt)
            .ThenByDescending(p => _at[p].SubtreeSize)
            .ThenByDescending(p => _at[p].DirectReports)
            .ThenBy(p => p);
        var place = 0;
        foreach (var person in byPlace)
            _at[person].Place = ++place;
    }

    /// <summary>What is known of one person: the manager's position, below zero at the top, and the counts.</summary>
    private struct Position
    {
        public int Manager, Depth, DirectReports, SubtreeSize, Place;
    }
}
