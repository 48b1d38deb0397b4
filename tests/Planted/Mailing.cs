using InfluencerMap.Graph.Company;

namespace InfluencerMap.Planted;

/// <summary>Draws the mails of habits: the same seed gives the same mails.</summary>
/// <param name="first">Midnight of the first day, UTC.</param>
/// <param name="dayCount">Days drawn.</param>
/// <param name="random">Decides everything.</param>
public sealed class Mailing(DateTime first, int dayCount, Random random)
{
    private const int EpisodeDays = 6;

    private readonly List<Interaction<PersonId>> _mails = [];
    private long _eventId;

    /// <summary>All mails so far, one for each recipient.</summary>
    public IReadOnlyList<Interaction<PersonId>> Mails => _mails;

    /// <summary>Draws what two people write to each other: nothing on weekends, nine hours a day.</summary>
    public void Add(Habit habit, Burst burst, int hoursEast = 0)
    {
        var perEpisode = (int)burst;
        var (from, to) = (habit.Days.From, Math.Min(habit.Days.To, dayCount - 1) + 1);
        var episodes = Poisson(habit.PerWeek / 7 * Math.Max(0, to - from) / perEpisode);
        for (var episode = 0; episode < episodes; episode++)
        {
            var start = from + random.NextDouble() * (to - from);
            for (var contact = 0; contact < perEpisode; contact++)
            {
                var day = (int)(perEpisode == 1 ? start : start + random.NextDouble() * EpisodeDays);
                var byOne = random.NextDouble() < habit.OneShare;
                if (day < to)
                    Send(
                        byOne ? habit.One : habit.Other, [byOne ? habit.Other : habit.One], Weekday(day), hoursEast);
            }
        }
    }

    /// <summary>One mail to several on one day.</summary>
    /// <param name="source">Who writes.</param>
    /// <param name="targets">The first <paramref name="directCount"/> are addressed, the rest copied.</param>
    /// <param name="day">Counted from the first.</param>
    /// <param name="hoursEast">How much earlier the day begins for them.</param>
    /// <param name="directCount">All of them where left out.</param>
    public void Send(
        PersonId source, ReadOnlySpan<PersonId> targets, int day, int hoursEast = 0, int directCount = int.MaxValue)
    {
        var at = first.AddDays(day).AddHours(8 - hoursEast + 9 * random.NextDouble());
        _eventId++;
        for (var i = 0; i < targets.Length; i++)
            _mails.Add(new(
                _eventId, at, source, targets[i], Channel.Mail,
                i < directCount ? RecipientRole.To : RecipientRole.Cc, targets.Length));
    }

    /// <summary>The day itself, or the Monday after it.</summary>
    public int Weekday(int day) => first.AddDays(day).DayOfWeek switch
    {
        DayOfWeek.Saturday => Math.Min(day + 2, dayCount - 1),
        DayOfWeek.Sunday => Math.Min(day + 1, dayCount - 1),
        _ => day,
    };

    /// <summary>A Poisson number, by its distribution function; large means in parts.</summary>
    public int Poisson(double mean)
    {
        var count = 0;
        for (; mean > 30; mean -= 30)
            count += Poisson(30);
        var below = random.NextDouble();
        var (times, probability) = (0, Math.Exp(-mean));
        for (var sum = probability; below > sum && times < 1_000; sum += probability)
            probability *= mean / ++times;
        return count + times;
    }
}
