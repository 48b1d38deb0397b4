using System.Globalization;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>A group whose contacts an observer counted, and whose members said whom they deal with most.</summary>
/// <param name="Name">As the table meetings it.</param>
/// <param name="DayCount">Days of observation.</param>
/// <param name="Observed">How often each two were seen together.</param>
/// <param name="Nominations">By person, how often named among the first five; equals at the end share.</param>
internal sealed record ReportedSet(
    string Name, int DayCount, IReadOnlyList<(int One, int Other, int Times)> Observed, double[] Nominations)
{
    /// <summary>People whom each names.</summary>
    public const int NamedEach = 5;

    private static readonly DateTime End = new(2026, 6, 29, 0, 0, 0, DateTimeKind.Utc);

    public int PersonCount => Nominations.Length;

    /// <summary>Null where the files are not there.</summary>
    public static ReportedSet? Read(string folder, string name, int dayCount, string observed, string reported)
    {
        string[] paths = [Path.Combine(folder, observed), Path.Combine(folder, reported)];
        if (!paths.All(File.Exists))
            return null;
        var (seen, said) = (Rows(paths[0]), Rows(paths[1]));
        var personCount = seen.Concat(said).Max(row => Math.Max(row.One, row.Other)) + 1;
        var nominations = new double[personCount];
        foreach (var person in said.GroupBy(row => row.One))
            foreach (var (named, share) in First([.. person]))
                nominations[named] += share;
        return new(name, dayCount, seen, nominations);
    }

    /// <summary>Ranks by what was observed, each contact a meeting on a random day of the observation.</summary>
    public Ranking Rank(int draw)
    {
        var random = new Random(draw);
        var period = new Period(End.AddDays(-DayCount), End);
        var meetings = new List<Interaction<PersonId>>();
        foreach (var (one, other, times) in Observed)
            for (var contact = 0; contact < times; contact++)
                meetings.Add(new(
                    meetings.Count + 1, period.From.AddDays(random.Next(DayCount)).AddHours(9 + random.Next(9)),
                    new(one + 1), new(other + 1), Channel.Meeting, RecipientRole.To, 1));
        var people = new PersonIndex(Enumerable.Range(1, PersonCount).Select(id => new Person
        {
            Id = new(id), Key = $"{id:0000}", WorkingDays = Weekdays.All,
        }));
        var options = InfluenceOptions.Default with { Blending = new() { EventsMin = 0, ActiveWeeksMin = 0 } };
        return new InfluenceModel(people, period, options).Rank(meetings.ToArray());
    }

    /// <summary>
    /// Reports are ranks, 1 for most contact: that way round they agree with what was observed (Spearman over pairs
    /// 0.40 and 0.46), and the other way round they contradict it as much.
    /// </summary>
    private static IEnumerable<(int Person, double Share)> First((int One, int Other, int Rank)[] said)
    {
        var left = (double)NamedEach;
        foreach (var equals in said.GroupBy(row => row.Rank).OrderBy(group => group.Key))
        {
            var share = Math.Min(1, left / equals.Count());
            foreach (var row in equals)
                yield return (row.Other, share);
            left -= share * equals.Count();
            if (left <= 0)
                yield break;
        }
    }

    private static (int One, int Other, int Times)[] Rows(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(cells => (Number(cells[0]), Number(cells[1]), Number(cells[2]))),
    ];

    private static int Number(string cell) => (int)double.Parse(cell, CultureInfo.InvariantCulture);
}
