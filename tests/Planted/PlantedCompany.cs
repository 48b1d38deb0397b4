using InfluencerMap.Graph.Company;

namespace InfluencerMap.Planted;

/// <summary>
/// A company in which it is known who connects it: made apart from the demo, so that what was learnt on one is tested
/// on the other.
/// </summary>
public sealed partial class PlantedCompany
{
    /// <summary>Bridges, and experts, in each company.</summary>
    public const int BridgeCount = 15, ExpertCount = 10;

    /// <summary>Bridges of whom <see cref="PlantedOptions.CrossTiesOfFirst"/> speaks.</summary>
    public const int ChangedCount = 5;

    /// <summary>Midnight after the last day.</summary>
    public static readonly DateTime End = new(2026, 6, 29, 0, 0, 0, DateTimeKind.Utc);

    private readonly PlantedOptions _options;
    private readonly Random _random;
    private readonly Part[] _parts;
    private readonly int[] _units, _unitsBefore;
    private readonly List<Habit> _habits = [];

    public PlantedCompany(PlantedOptions options)
    {
        _options = options;
        _random = new(options.Seed);
        _parts = new Part[options.PersonCount];
        _units = [.. Enumerable.Range(0, options.PersonCount).Select(i => i * options.UnitCount / options.PersonCount)];
        Cast();
        _unitsBefore = [.. _units];
        Move();
        People = [.. Enumerable.Range(0, options.PersonCount).Select(PersonAt)];
        Period = new(End.AddDays(-options.DayCount), End);
        PlantHabits();
    }

    /// <summary>Everyone in the directory; ids from 1.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>All days.</summary>
    public Period Period { get; }

    /// <summary>Who talks with whom, and how often.</summary>
    public IReadOnlyList<Habit> Habits => _habits;

    /// <summary>What a person was planted as.</summary>
    public Part PartOf(PersonId person) => _parts[person.Value - 1];

    /// <summary>The people planted as this.</summary>
    public IEnumerable<PersonId> All(Part part) => People.Select(p => p.Id).Where(id => PartOf(id) == part);

    /// <summary>Who moved to another unit.</summary>
    public IEnumerable<PersonId> Moved =>
        People.Select(p => p.Id).Where(id => _units[id.Value - 1] != _unitsBefore[id.Value - 1]);

    /// <summary>The unit before the move.</summary>
    public string UnitBefore(PersonId person) => NameOf(_unitsBefore[person.Value - 1]);

    /// <summary>Draws the mails of one window; each window has the same habits.</summary>
    public Interaction<PersonId>[] Draw(int window = 0)
    {
        var mailing = new Mailing(Period.From, _options.DayCount, new(_options.Seed * 1_000_003 + window));
        foreach (var habit in _habits)
            mailing.Add(habit, _options.Burst, HoursEast(habit.One));
        SendToGroups(mailing);
        SendToMany(mailing);
        return [.. SentByAssistants(mailing.Mails)];
    }

    private static string NameOf(int unit) => $"Unit {unit + 1}";

    // Half of the units lie nine hours further east.
    private int HoursEast(PersonId person) => _units[person.Value - 1] % 2 * 9;

    private Person PersonAt(int i) => new()
    {
        Id = new(i + 1),
        Key = new Random(_options.Seed * 7_919 + i).NextInt64().ToString("x16"),
        ManagerId = new(HeadOf(_units[i]) == i ? 1 : HeadOf(_units[i]) + 1),
        Department = NameOf(_units[i]),
        Leave = _parts[i] == Part.Leaver ? DateOnly.FromDateTime(End.AddDays(-30)) : null,
    };

    private int HeadOf(int unit) => (unit * _options.PersonCount + _options.UnitCount - 1) / _options.UnitCount;

    private void Cast()
    {
        for (var unit = 0; unit < _options.UnitCount; unit++)
            _parts[HeadOf(unit)] = Part.Head;
        foreach (var (part, count) in new[]
        {
            (Part.Bridge, BridgeCount), (Part.Expert, ExpertCount), (Part.Hub, 10), (Part.MassMailer, 4), (Part.Bot, 1),
            (Part.Assistant, 3), (Part.Leaver, 8), (Part.FrontLine, _options.PersonCount / 12),
        })
            for (var planted = 0; planted < count;)
                if (_random.Next(_parts.Length) is var i && _parts[i] == Part.Staff)
                {
                    _parts[i] = part;
                    planted++;
                }
    }

    private void Move()
    {
        for (var i = 0; i < _parts.Length; i++)
            if (_parts[i] == Part.Staff && _random.NextDouble() < _options.MovedShare)
                _units[i] = (_units[i] + 1 + _random.Next(_options.UnitCount - 1)) % _options.UnitCount;
    }
}
