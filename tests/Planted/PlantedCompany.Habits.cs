using InfluencerMap.Graph.Company;

namespace InfluencerMap.Planted;

/// <content>Who talks with whom.</content>
public sealed partial class PlantedCompany
{
    private void PlantHabits()
    {
        var half = _options.DayCount / 2;
        for (var i = 0; i < _parts.Length; i++)
        {
            var own = OwnTies(_parts[i]);
            for (var tie = 0; tie < own; tie++)
                if (_units[i] == _unitsBefore[i])
                    Tie(i, SomeoneOf(_units, _units[i]), Rate(0.9));
                else
                {
                    Tie(i, SomeoneOf(_unitsBefore, _unitsBefore[i]), Rate(0.9), (0, half - 1));
                    Tie(i, SomeoneOf(_units, _units[i]), Rate(0.9), (half, int.MaxValue));
                }
            if (_parts[i] == Part.Bridge)
                Connect(i);
            for (var tie = 0; tie < CrossTies(_parts[i]); tie++)
                Tie(i, Elsewhere(i, _random), Rate(0.5));
            if (_parts[i] == Part.Expert)
                Advise(i);
            if (_parts[i] == Part.Head)
                Lead(i);
        }
    }

    private int OwnTies(Part part) => part switch
    {
        Part.Hub => 25,
        Part.FrontLine => 1,
        Part.Bot => 0,
        _ => 4 + _random.Next(4),
    };

    private int CrossTies(Part part) => part switch
    {
        Part.Head => 5,
        Part.FrontLine or Part.Bot or Part.Hub or Part.Bridge => 0,
        _ => 2 + _random.Next(5),
    };

    /// <summary>Of random numbers of their own, so that nobody else changes with a bridge.</summary>
    private void Connect(int bridge)
    {
        var random = new Random(_options.Seed * 101 + bridge);
        var isFirst = Array.IndexOf([.. All(Part.Bridge)], new(bridge + 1)) < ChangedCount;
        var ties = isFirst ? _options.CrossTiesOfFirst ?? _options.CrossTies : _options.CrossTies;
        for (var tie = 0; tie < ties; tie++)
            Tie(bridge, Elsewhere(bridge, random), Rate(0.5, random));
    }

    private void Advise(int expert)
    {
        for (var asking = 0; asking < 3; asking++)
        {
            var unit = (_units[expert] + 1 + _random.Next(_options.UnitCount - 1)) % _options.UnitCount;
            for (var asker = 0; asker < _options.CrossTies / 3; asker++)
                Tie(SomeoneOf(_units, unit), expert, Rate(0.5), oneShare: 0.6);
        }
    }

    private void Lead(int head)
    {
        for (var i = 0; i < _parts.Length; i++)
            if (i != head && (_units[i] == _units[head] || _parts[i] == Part.Head) && _parts[i] != Part.FrontLine)
                Tie(head, i, Rate(0.4));
    }

    private void Tie(int one, int other, double perWeek, (int, int)? days = null, double oneShare = 0.5)
    {
        if (one != other && _parts[one] != Part.Bot && _parts[other] != Part.Bot)
            _habits.Add(new(new(one + 1), new(other + 1), perWeek, oneShare)
            {
                Days = days ?? (0, int.MaxValue),
            });
    }

    /// <summary>Log-normal: some ties are many times as busy as others.</summary>
    private double Rate(double median, Random? random = null)
    {
        random ??= _random;
        return median * Math.Exp(0.6 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
            * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    private int SomeoneOf(int[] units, int unit)
    {
        int i;
        do
            i = _random.Next(units.Length);
        while (units[i] != unit || _parts[i] == Part.FrontLine);
        return i;
    }

    private int Elsewhere(int person, Random random)
    {
        int i;
        do
            i = random.Next(_units.Length);
        while (_units[i] == _units[person] || _parts[i] == Part.FrontLine);
        return i;
    }
}
