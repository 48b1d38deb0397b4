namespace InfluencerMap.Demo;

/// <summary>Decides who knows whom, how much each communicates, and who is planted as a hidden influencer.</summary>
/// <remarks>
/// A hidden influencer is an ordinary member of a team, with nobody below, drawn among those of ordinary activity.
/// The one difference: half of what they begin goes to ten to fifteen people spread over other departments, or to
/// <see cref="DemoOptions.CrossTies"/>, who answer as they answer anyone, where their colleagues know one or two people
/// elsewhere. They send no more than others.
/// Loud notices, mass mail, directors whose assistant writes for them, busy leads and the ticket system outdo them by
/// volume.
/// </remarks>
internal sealed class Acquaintances(MadePerson[] people, DemoOptions options)
{
    private const double OrdinaryAcrossShare = 0.08;
    private const double BridgeAcrossShare = 0.5;

    private const int NoticeReadersMax = 300;

    private readonly Dice _dice = new(options.Seed, Topic.Habits);
    private readonly Dice _bridgeDice = new(options.Seed, Topic.Bridges);
    private readonly List<int>[] _reports = Lists(people);
    private readonly List<int>[] _department = Lists(people);
    private readonly List<int>[] _across = Lists(people);
    private readonly double[] _activity = new double[people.Length];
    private readonly int[] _desk = [.. people.Where(p => !p.IsFrontLine).Select(p => p.Index)];
    private readonly HashSet<int> _loud = [];
    private readonly Dictionary<int, int> _assistants = [];
    private readonly HashSet<int> _bridges = [];

    public static (Habits[] Habits, int[] Hidden) Form(MadePerson[] people, DemoOptions options)
    {
        var made = new Acquaintances(people, options);
        made.NoteReports();
        made.NoteActivity();
        made.MeetInDepartment();
        made.MeetAcross();
        made.AppointDecoys();
        made.PlantBridges();
        var bySite = people.GroupBy(p => p.Site).ToDictionary(g => g.Key, g => g.Select(p => p.Index).ToArray());
        return ([.. people.Select(p => made.HabitsOf(p, bySite))], [.. made._bridges.Order()]);
    }

    private void NoteReports()
    {
        foreach (var person in people)
            if (person.Manager is { } manager)
                _reports[manager.Index].Add(person.Index);
    }

    private void NoteActivity()
    {
        foreach (var person in people)
        {
            var drawn = _dice.HeavyTailed(0.9, 8);
            _activity[person.Index] = person.IsFrontLine ? 0.03 : Leads(person.Index) ? 1.6 * drawn : drawn;
        }
    }

    /// <summary>The tree's order is used as nearness: neighbours in the list belong to neighbouring teams.</summary>
    private void MeetInDepartment()
    {
        foreach (var i in _desk)
            for (var wanted = 3 + _dice.Below(6); wanted > 0; wanted--)
            {
                var j = i + _dice.Below(121) - 60;
                if (j >= 0 && j < people.Length && IsDeskColleague(i, j) && !SameTeam(i, j))
                    Introduce(_department, i, j);
            }
    }

    private void MeetAcross()
    {
        foreach (var i in _desk)
        {
            var draw = _dice.Next();
            for (var wanted = draw < 0.5 ? 0 : draw < 0.85 ? 1 : 2; wanted > 0; wanted--)
                MeetSomeoneAcross(_dice, i);
        }
    }

    private void MeetSomeoneAcross(Dice dice, int i)
    {
        var j = dice.Pick(_desk);
        if (!SameDepartment(i, j))
            Introduce(_across, i, j);
    }

    /// <summary>Those whom a ranking by volume would name: writers of notices, directors with an assistant.</summary>
    private void AppointDecoys()
    {
        var members = Members();
        for (var wanted = Math.Max(2, people.Length / 200); wanted > 0; wanted--)
            _loud.Add(_dice.Pick(members));
        foreach (var director in people.Where(p => p.Level <= 2).Take(4))
        {
            var free = members.Where(m => !_loud.Contains(m) && !_assistants.ContainsValue(m));
            _assistants[director.Index] = free.MinBy(m => SameDepartment(m, director.Index) ? 0 : 1);
        }
    }

    private void PlantBridges()
    {
        var ordinary = Members()
            .Where(i => _activity[i] is > 1.0 and < 1.6 && !_loud.Contains(i) && !_assistants.ContainsValue(i))
            .ToArray();
        _bridgeDice.Shuffle(ordinary.AsSpan());
        var planted = ordinary.Take(Math.Max(3, people.Length / 80)).ToArray();
        _bridges.UnionWith(planted);
        foreach (var i in planted)
            if (options.CrossTies is { } ties)
                MeetExactly(ties, i);
            else
                for (var wanted = 10 + _bridgeDice.Below(6); wanted > 0; wanted--)
                    MeetSomeoneAcross(_bridgeDice, i);
    }

    /// <summary>
    /// So that as many people of other departments are known, those met by chance included, and none by name only
    /// because another hidden influencer met them.
    /// </summary>
    private void MeetExactly(int ties, int i)
    {
        int[] strangers = [.. _desk.Where(j =>
            !SameDepartment(i, j) && !_across[i].Contains(j) && !_bridges.Contains(j))];
        _bridgeDice.Shuffle(strangers.AsSpan());
        foreach (var j in strangers.Take(ties - _across[i].Count))
            Introduce(_across, i, j);
    }

    private Habits HabitsOf(MadePerson person, Dictionary<string, int[]> bySite)
    {
        var i = person.Index;
        int[] team = [.. TeamOf(person).Where(j => j != i && !people[j].IsFrontLine)];
        _dice.Shuffle(team.AsSpan());
        var isPartTime = _dice.Chance(0.08);
        var loud = _loud.Contains(i);
        return new()
        {
            BegunPerDay = _activity[i],
            DaysOff = [.. Enumerable.Range(0, 5).Select(_ => isPartTime && _dice.Chance(0.4))],
            Team = team,
            Department = [.. _department[i]],
            Across = [.. _across[i]],
            AcrossShare = _bridges.Contains(i) ? BridgeAcrossShare : OrdinaryAcrossShare,
            Reports = [.. _reports[i]],
            Audience = loud ? NoticeReaders(bySite[person.Site]) : [.. Below(i).Where(j => !people[j].IsFrontLine)],
            Assistant = _assistants.GetValueOrDefault(i, Habits.Nobody),
            IsLoud = loud,
        };
    }

    /// <summary>Members deal with their whole team; leads with those above and below, and two other leads.</summary>
    private IEnumerable<int> TeamOf(MadePerson person)
    {
        if (person.Manager is not { } manager)
            return _reports[person.Index];
        var peers = _reports[manager.Index].Where(r => r != person.Index);
        if (!Leads(person.Index))
            return peers.Prepend(manager.Index);
        var beside = peers.Where(Leads).ToArray();
        _dice.Shuffle(beside.AsSpan());
        return [manager.Index, .. _reports[person.Index], .. beside.Take(2)];
    }

    /// <summary>Everyone of a small site, a stretch of a large one.</summary>
    private int[] NoticeReaders(int[] site)
    {
        var start = _dice.Below(Math.Max(1, site.Length - NoticeReadersMax));
        return site[start..Math.Min(site.Length, start + NoticeReadersMax)];
    }

    private IEnumerable<int> Below(int lead) => _reports[lead].SelectMany(r => Below(r).Prepend(r));

    /// <summary>People at a desk who lead nobody and are here all the time.</summary>
    private int[] Members() => [.. _desk.Where(i => !Leads(i) && IsHereThroughout(i))];

    private bool Leads(int i) => _reports[i].Count > 0;

    private bool IsHereThroughout(int i) =>
        people[i] is { Leave: null, AbsentFrom: null } person && person.Start <= options.From;

    private bool SameDepartment(int i, int j) => people[i].Department == people[j].Department;

    private bool IsDeskColleague(int i, int j) => SameDepartment(i, j) && !people[j].IsFrontLine;

    private bool SameTeam(int i, int j)
    {
        var (one, other) = (people[i], people[j]);
        return one.Manager == other.Manager || one.Manager == other || other.Manager == one;
    }

    private static List<int>[] Lists(MadePerson[] people) => [.. people.Select(_ => new List<int>())];

    private static void Introduce(List<int>[] circle, int i, int j)
    {
        if (i == j || circle[i].Contains(j))
            return;
        circle[i].Add(j);
        circle[j].Add(i);
    }
}
